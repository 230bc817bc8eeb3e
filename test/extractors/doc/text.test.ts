import { describe, expect, test } from 'vitest';
import { leftovers, paragraphs } from '../docx/word-file.ts';
import { docFile, para, read, sprm, u16, u32 } from './doc-file.ts';

describe('the text and its pieces', () => {
  test('paragraphs, line breaks, tabs and hyphens', async () => {
    const { value } = await read(docFile([para('甲\t乙\u000b丙'), para('1\u001e2\u001f3')]));
    expect(paragraphs(value)).toEqual(['甲\t乙\n丙', '1-23']);
  });

  test('pieces of bytes and of UTF-16, stored in any order', async () => {
    const text = [para('Budget caf\u00e9 100%'), para('预算执行')];
    const pieces = [{ characters: 17, single: true }, { characters: 3 }, { characters: 2 }];
    for (const backwards of [false, true]) {
      const { value } = await read(docFile(text, { pieces, backwards }));
      expect(paragraphs(value)).toEqual(['Budget café 100%', '预算执行']);
    }
  });

  test('a character outside the first plane may be cut by two pieces', async () => {
    const { value } = await read(
      docFile([para('𠀀字')], { pieces: [{ characters: 1 }, { characters: 3 }] }),
    );
    expect(paragraphs(value)).toEqual(['𠀀字']);
  });

  test("a piece's own modifier holds for all of it: a fast save hides or deletes text so", async () => {
    const text = [para('旧新留')];
    const cut = [{ characters: 1 }, { characters: 1 }, { characters: 2 }];
    const named = cut.map((piece, i) =>
      i === 0 ? { ...piece, modifier: (0x41 << 1) | 0x100 } : piece,
    );
    const deleted = await read(docFile(text, { pieces: named }));
    expect(paragraphs(deleted.value)).toEqual(['新留']);
    expect(leftovers(deleted.value)).toEqual([['deleted_revision', '旧']]);

    const grouped = cut.map((piece, i) => (i === 1 ? { ...piece, modifier: (1 << 1) | 1 } : piece));
    const modifiers = [sprm(0x0835, 1), sprm(0x083c, 1)];
    const hidden = await read(docFile(text, { pieces: grouped, modifiers }));
    expect(paragraphs(hidden.value)).toEqual(['旧留']);
    expect(leftovers(hidden.value)).toEqual([['hidden', '新']]);
  });
});

describe('looks', () => {
  const runs = (text: string, sprms: readonly number[]): ReturnType<typeof docFile> =>
    docFile([{ runs: [{ text: '前' }, { text, sprms }, { text: '后\r' }] }]);

  test.each([
    ['hidden', sprm(0x083c, 1)],
    ['hidden', sprm(0x083c, 0x81)],
    ['struck_out', sprm(0x0837, 1)],
    ['struck_out', sprm(0x2a53, 1)],
    ['deleted_revision', sprm(0x0800, 1)],
  ])('text that is %s is kept as a leftover', async (reason, sprms) => {
    const { value } = await read(runs('不见', sprms));
    expect(paragraphs(value)).toEqual(['前后']);
    expect(leftovers(value)).toEqual([[reason, '不见']]);
  });

  test('a toggle that is as the style has it, or switched off, hides nothing', async () => {
    for (const sprms of [
      sprm(0x083c, 0x80),
      sprm(0x083c, 0),
      [...sprm(0x083c, 1), ...sprm(0x2a33, 0)],
    ]) {
      const { value } = await read(runs('可见', sprms));
      expect(paragraphs(value)).toEqual(['前可见后']);
    }
  });

  test('inserted text is text', async () => {
    const { value } = await read(runs('新增', sprm(0x0801, 1)));
    expect(paragraphs(value)).toEqual(['前新增后']);
  });

  test('a deleted paragraph mark joins two paragraphs', async () => {
    const { value } = await read(
      docFile([{ runs: [{ text: '前半' }, { text: '\r', sprms: sprm(0x0800, 1) }] }, para('后半')]),
    );
    expect(paragraphs(value)).toEqual(['前半后半']);
  });

  test('a raised figure stays a figure of its own', async () => {
    const { value } = await read(
      docFile([{ runs: [{ text: '100' }, { text: '1', sprms: sprm(0x2a48, 1) }, { text: '\r' }] }]),
    );
    expect(paragraphs(value)).toEqual(['100¹']);
  });

  test('symbols of a font are shown as the characters they look like', async () => {
    const name = [...Buffer.from('Wingdings\0', 'utf16le')];
    const font = [...new Array<number>(39).fill(0), ...name];
    const fonts = [...u16(1), ...u16(0), font.length, ...font];
    const bytes = docFile(
      [
        {
          runs: [
            { text: '(', sprms: [...sprm(0x0855, 1), ...sprm(0x6a09, 0, 0, 0xfe, 0xf0)] },
            { text: '是' },
            { text: '\u00a8', sprms: sprm(0x4a4f, 0, 0) },
            { text: '否(二)\r' },
          ],
        },
      ],
      { structures: { 15: fonts } },
    );
    const { value } = await read(bytes);
    expect(paragraphs(value)).toEqual(['☑是□否(二)']);
  });

  test('marks of content controls are no text, but brackets that someone typed are', async () => {
    const { value } = await read(
      docFile([
        {
          runs: [
            { text: '<', sprms: sprm(0x0855, 1) },
            { text: '<填报>' },
            { text: '>\r', sprms: sprm(0x0855, 1) },
          ],
        },
      ]),
    );
    expect(paragraphs(value)).toEqual(['<填报>']);
  });
});

describe('fields', () => {
  test('a result is text, a code is not, at any depth', async () => {
    const { value } = await read(
      docFile([
        para('见\u0013 REF \u0013 PAGE \u00147\u0015 \u0014附件\u0013 X \u00141\u0015\u0015。'),
      ]),
    );
    expect(paragraphs(value)).toEqual(['见附件1。']);
  });

  test('a field whose code does not end in its paragraph hides nothing', async () => {
    const { value } = await read(
      docFile([para('甲\u0013乙'), para('丙\u0014丁'), para('戊\u0015己')]),
    );
    expect(paragraphs(value)).toEqual(['甲乙', '丙丁', '戊己']);
  });

  test('what a field without a result shows is made from its code', async () => {
    const { value } = await read(
      docFile([
        para('\u0013 eq \\o\\ac(○,3) \u0015项\u0013SYMBOL 254 \\f "Wingdings" \\s 12\u0015'),
      ]),
    );
    expect(paragraphs(value)).toEqual(['③项☑']);
    expect(value.generated).toBe('③☑');
  });

  test('a tick box shows whether it is ticked', async () => {
    const field = (result: number, standard: number): number[] => [
      ...u32(100),
      ...u16(68),
      ...new Array<number>(62).fill(0),
      ...u32(0xffffffff),
      ...u16(1 | (result << 2)),
      ...u16(0),
      ...u16(0),
      ...u16(0),
      ...u16(0),
      ...u16(standard),
    ];
    const data = [...field(1, 0), ...field(25, 0)];
    const second = field(1, 0).length;
    const box = (at: number): { text: string; sprms: number[] } => ({
      text: '\u0001',
      sprms: [...sprm(0x0855, 1), ...sprm(0x0806, 1), ...sprm(0x6a03, ...u32(at))],
    });
    const code = { text: '\u0013 FORMCHECKBOX ' };
    const end = { text: '\u0014\u0015' };
    const { value } = await read(
      docFile(
        [{ runs: [code, box(0), end, { text: '是' }, code, box(second), end, { text: '否\r' }] }],
        { data },
      ),
    );
    expect(paragraphs(value)).toEqual(['☑是□否']);
  });
});

describe('beside the body', () => {
  test('notes, headers, footers and page numbers are leftovers', async () => {
    const headers = ['', '', '', '', '', '', '', '页眉\r', '', '- 1 -\r', '首页\r', '联系我们\r'];
    const notes = ['\u0002注一\r', '\u0002注二\r'];
    const positions = (texts: readonly string[]): number[] => {
      let at = 0;
      return [0, ...texts.map((text) => (at += text.length))].flatMap(u32);
    };
    const headerText = `${headers.join('')}\r`;
    const noteText = `${notes.join('')}\r`;
    const { value } = await read(
      docFile(
        [para('正文\u0002'), { runs: [{ text: noteText }] }, { runs: [{ text: headerText }] }],
        {
          footnotes: noteText.length,
          headers: headerText.length,
          structures: { 3: positions(notes), 11: positions(headers) },
        },
      ),
    );
    expect(paragraphs(value)).toEqual(['正文']);
    expect(leftovers(value)).toEqual([
      ['footnote', '注一'],
      ['footnote', '注二'],
      ['header', '页眉'],
      ['page_number', '- 1 -'],
      ['header', '首页'],
      ['footer', '联系我们'],
    ]);
  });

  test('the text of WordArt is a watermark', async () => {
    const text = [...Buffer.from('内部资料\0', 'utf16le')];
    const record = (flags: number, kind: number, content: readonly number[]): number[] => [
      ...u16(flags),
      ...u16(kind),
      ...u32(content.length),
      ...content,
    ];
    const properties = [...u16(0x81), ...u32(5), ...u16(0x80c0), ...u32(text.length), ...text];
    const shape = record(0xf, 0xf004, record(0x23, 0xf00b, properties));
    const drawings = [...record(0xf, 0xf000, []), 1, ...record(0xf, 0xf002, shape)];
    const { value } = await read(docFile([para('正文')], { structures: { 50: drawings } }));
    expect(paragraphs(value)).toEqual(['正文']);
    expect(leftovers(value)).toEqual([['watermark', '内部资料']]);
  });

  test('a text box follows the paragraph that anchors it; one anchored nowhere ends the body', async () => {
    const boxes = ['框内\r', '无处\r'];
    const text = `${boxes.join('')}\r`;
    const shapes = [11, 12].flatMap((id) => [
      ...new Array<number>(14).fill(0),
      ...u32(id),
      ...u32(0),
    ]);
    const anchor = [...u32(1), ...u32(4), ...u32(11), ...new Array<number>(22).fill(0)];
    const { value } = await read(
      docFile([para('甲\u0008'), para('乙'), { runs: [{ text }] }], {
        textBoxes: text.length,
        structures: { 40: anchor, 56: [...[0, 3, 6].flatMap(u32), ...shapes] },
      }),
    );
    expect(paragraphs(value)).toEqual(['甲', '框内', '乙', '无处']);
  });
});
