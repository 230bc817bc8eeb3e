import { expect, test } from 'vitest';
import { paragraphs } from '../docx/word-file.ts';
import { type DocParagraph, docFile, para, read, sprm, u16, u32 } from './doc-file.ts';

/** A level of a list ([MS-DOC] 2.9.150): in its text a character below nine is a level's number. */
function level(format: number, text: string, start = 1, follow = 2): number[] {
  const places = [...text].flatMap((character, at) => (character < '\u0009' ? [at + 1] : []));
  return [
    ...u32(start),
    format,
    0,
    ...places,
    ...new Array<number>(9 - places.length).fill(0),
    follow,
    ...new Array<number>(8).fill(0),
    0,
    0,
    0,
    0,
    ...u16(text.length),
    ...Buffer.from(text, 'utf16le'),
  ];
}

function list(id: number, styles: readonly number[] = []): number[] {
  const tied = Array.from({ length: 9 }, (_, i) => u16(styles[i] ?? 0xfff)).flat();
  return [...u32(id), ...u32(0), ...tied, 0, 0];
}

function override(id: number, changed = 0): number[] {
  return [...u32(id), ...new Array<number>(8).fill(0), changed, 0, 0, 0];
}

const nine = (first: readonly number[], second: readonly number[]): number[] => [
  ...first,
  ...second,
  ...Array.from({ length: 7 }, () => level(0, '')).flat(),
];

const structures = {
  73: [
    ...u16(2),
    ...list(7),
    ...list(8),
    ...nine(level(39, '\u0000、'), level(39, '（\u0001）')),
    ...nine(level(0, '\u0000.'), level(0, '\u0000.\u0001')),
  ],
  74: [
    ...u32(3),
    ...override(7),
    ...override(8),
    ...override(8, 1),
    ...u32(0xffffffff),
    ...u32(0xffffffff),
    ...u32(0xffffffff),
    ...u32(5),
    ...u32(0x10),
  ],
};

const item = (text: string, index: number, depth = 0): DocParagraph =>
  para(text, ...sprm(0x460b, ...u16(index)), ...sprm(0x260a, depth));

test('numbers count on by level, in the format each level has', async () => {
  const { value } = await read(
    docFile(
      [
        item('概况', 1),
        item('机构', 1, 1),
        item('人员', 1, 1),
        item('收支', 1),
        item('收入', 1, 1),
        item('首先', 2),
        item('其中', 2, 1),
        para('无编号'),
        item('另起', 3),
        item('接着', 3),
        item('取消', 0),
        item('曾有', 0xf801),
      ],
      { structures },
    ),
  );
  expect(paragraphs(value)).toEqual([
    '一、概况',
    '（一）机构',
    '（二）人员',
    '二、收支',
    '（一）收入',
    '1.首先',
    '1.1其中',
    '无编号',
    '5.另起',
    '6.接着',
    '取消',
    '曾有',
  ]);
  expect(value.generated).toBe('一、（一）（二）二、（一）1.1.15.6.');
});

/** A style sheet of styles with these formats of paragraphs, each based on the one named. */
function styleSheet(...styles: readonly { base: number; sprms: readonly number[] }[]): number[] {
  const entries = styles.map(({ base, sprms }, index) => {
    const name = [...u16(1), ...Buffer.from('样\0', 'utf16le')];
    const part = [...u16(sprms.length + 2), ...u16(index), ...sprms];
    const padding = part.length % 2 === 1 ? [0] : [];
    const std = [
      ...u16(0),
      ...u16(1 | (base << 4)),
      ...u16(2),
      ...u16(0),
      ...u16(0),
      ...name,
      ...part,
      ...padding,
      ...u16(0),
    ];
    return [...u16(std.length), ...std];
  });
  return [
    ...u16(18),
    ...u16(styles.length),
    ...u16(10),
    ...new Array<number>(14).fill(0),
    ...entries.flat(),
  ];
}

test('a style brings its list along, and the level tied to it; styles based in a circle end', async () => {
  const nobody = 0xfff;
  const { value } = await read(
    docFile(
      [
        { ...para('大标题'), style: 1 },
        { ...para('小标题'), style: 2 },
        { ...para('又一个'), style: 2 },
        { ...para('不要编号', ...sprm(0x460b, 0, 0)), style: 2 },
        { ...para('循环'), style: 3 },
      ],
      {
        structures: {
          ...structures,
          1: styleSheet(
            { base: nobody, sprms: [] },
            { base: 0, sprms: sprm(0x460b, 1, 0) },
            { base: 1, sprms: sprm(0x260a, 1) },
            { base: 4, sprms: [] },
            { base: 3, sprms: [] },
          ),
        },
      },
    ),
  );
  expect(paragraphs(value)).toEqual([
    '一、大标题',
    '（一）小标题',
    '（二）又一个',
    '不要编号',
    '循环',
  ]);
});
