import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { unaccounted } from '../../../extractors/accounting.ts';
import { defaultLimits } from '../../../extractors/extractor.ts';
import { txt } from '../../../extractors/txt/txt.ts';
import { ExtractedDocument } from '../../../schemas/document.ts';
import { dump } from './dump.ts';
import { heldTexts, outline, read } from './read.ts';

function account(document: ExtractedDocument): { missing: number; surplus: number } {
  const { missing, surplus } = unaccounted(
    document.sourceCharacters,
    heldTexts(document),
    document.generated,
  );
  return { missing, surplus };
}

const nothing = { missing: 0, surplus: 0 };

describe('plain text', () => {
  test('gives a paragraph a line, with its indentation, whatever the line ends', async () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const { value } = await read(
        ['一、概况', '', '　　本镇有干部。', '  （一）其他', ''].join(end),
      );
      expect(outline(value)).toEqual(['一、概况', '　　本镇有干部。', '  （一）其他']);
      expect(value).toMatchObject({ format: 'txt', pages: null, generated: '', leftovers: [] });
      expect(() => ExtractedDocument.parse(value)).not.toThrow();
    }
  });

  test('counts pages at form feeds, in the middle of a line too', async () => {
    const { value } = await read('甲\n\f乙\n丙\f丁\n\f\n\t戊\n\t己\n\n\t庚\n\t辛\n\n');
    expect(value.pages).toBe(4);
    expect(value.blocks.map((block) => block.page)).toEqual([1, 2, 2, 3, 4]);
    expect(outline(value)).toEqual([
      '甲',
      '乙',
      '丙',
      '丁',
      [
        ['戊', '己'],
        ['庚', '辛'],
      ],
    ]);
  });

  test('indented by TABs stays text', async () => {
    const source = '标题\n\t一、本镇完成全部任务。\n\t二、资金使用规范。\n续行\n\n\t三、下一步。\n';
    expect(outline((await read(source)).value)).toEqual([
      '标题',
      '一、本镇完成全部任务。',
      '二、资金使用规范。',
      '续行',
      '三、下一步。',
    ]);
  });

  test('gives the title of a Markdown heading; its marks are decoration', async () => {
    const source = '# 自评表（2023年度）\n\n  ### 一、概况 ##\n正文#1\n#5 机组\n    # 缩进\n';
    const { value } = await read(source);
    expect(outline(value)).toEqual([
      '自评表（2023年度）',
      '一、概况',
      '正文#1',
      '#5 机组',
      '    # 缩进',
    ]);
    expect(value.leftovers).toEqual([
      { page: null, location: 'line 1', text: '#', reason: 'decoration' },
      { page: null, location: 'line 3', text: '#####', reason: 'decoration' },
    ]);
    expect(account(value)).toEqual(nothing);
  });

  test('keeps a TAB at the end of a line and a bar inside a sentence', async () => {
    const source = '（一）基本支出\t\n电话|传真\n甲|乙\n';
    expect(outline((await read(source)).value)).toEqual(['（一）基本支出\t', '电话|传真', '甲|乙']);
  });

  test('of white space only is refused as having no text', async () => {
    await expect(read(' \n\t\n　\n')).rejects.toMatchObject({ code: 'no_text' });
  });

  test('is bounded in size and in elements', async () => {
    const bytes = Buffer.from('甲\n乙\n丙\n');
    await expect(txt.extract(bytes, { ...defaultLimits, elements: 2 })).rejects.toMatchObject({
      code: 'file_too_large',
    });
    await expect(txt.extract(bytes, { ...defaultLimits, inflatedBytes: 8 })).rejects.toMatchObject({
      code: 'file_too_large',
    });
  });
});

describe('tables in plain text', () => {
  test('are read from lines with TABs inside, empty first cells included', async () => {
    const source = '单位：万元\n科目\t预算\t决算\n基本支出\t10\t9\n\t5\t4\n合计\t\t13\n说明\n';
    const { value } = await read(source);
    expect(outline(value)).toEqual([
      '单位：万元',
      [
        ['科目', '预算', '决算'],
        ['基本支出', '10', '9'],
        ['', '5', '4'],
        ['合计', '', '13'],
      ],
      '说明',
    ]);
    expect(account(value)).toEqual(nothing);
  });

  const copied = [
    '项目名称\t\t\t公路养护\t\t\t',
    '资金\t\t\t年初\t全年\t执行\t分值',
    '指标\t一级\t二级\t三级\t目标\t实际\t分值',
    '\t产出\t数量\t里程\t120\t118\t10',
    '总分\t\t\t\t\t100\t',
  ];

  test('keep the columns of a copied worksheet where its last line lost its end', async () => {
    const rows = copied.map((line) => line.split('\t'));
    const trimmed = copied.join('\n').trimEnd();
    expect(outline((await read(trimmed)).value)).toEqual([rows]);
  });

  test('keep them where every line lost its end, but not where none is padded', async () => {
    const rows = copied.map((line) => line.split('\t'));
    const trimmed = copied.map((line) => line.trimEnd()).join('\n');
    expect(outline((await read(trimmed)).value)).toEqual([rows]);
    const joined = '指标\t三级\t目标\t分值\n产出\t里程\t120\t10\n总分\t10\n';
    expect(outline((await read(joined)).value)).toEqual([
      [
        ['指标', '三级', '目标', '分值'],
        ['产出', '里程', '120', '10'],
        ['总分', '10'],
      ],
    ]);
  });

  test('are read from a worksheet dump, where every line is led by a TAB and is a row', async () => {
    const source = 'Sheet1\n\t自评表\n\t项目名称\t道路\n\t主管部门\t某局\t实施单位\t某镇\n\n';
    expect(outline((await read(source)).value)).toEqual([
      'Sheet1',
      [['自评表'], ['项目名称', '道路'], ['主管部门', '某局', '实施单位', '某镇']],
    ]);
  });

  test('drawn as a full grid have cells of several lines; the frame is decoration', async () => {
    const source = [
      '┌──────┬────┐',
      '│项目支│分值│',
      '│出名称│    │',
      '├──────┼────┤',
      '│道路  │ 10 │',
      '├──────┼────┤',
      '│桥梁  │    │',
      '└──────┴────┘',
    ].join('\n');
    const { value } = await read(`表\n${source}\n注\n`);
    expect(outline(value)).toEqual([
      '表',
      [
        ['项目支\n出名称', '分值'],
        ['道路', '10'],
        ['桥梁', ''],
      ],
      '注',
    ]);
    expect(value.leftovers).toMatchObject([{ reason: 'decoration', location: 'line 2' }]);
    expect(account(value)).toEqual(nothing);
  });

  test('drawn with rules around and below the head have a row a line', async () => {
    const source = '+----+---+\n| 甲 | 乙 |\n+----+---+\n| a  | 1 |\n| b  |   |\n+----+---+\n';
    const { value } = await read(source);
    expect(outline(value)).toEqual([
      [
        ['甲', '乙'],
        ['a', '1'],
        ['b', ''],
      ],
    ]);
    expect(account(value)).toEqual(nothing);
  });

  test('in Markdown are read, and the rule below the head is decoration', async () => {
    const { value } = await read('| 甲 | 乙 |\n| --- | :-: |\n| 1 | - |\n');
    expect(outline(value)).toEqual([
      [
        ['甲', '乙'],
        ['1', '-'],
      ],
    ]);
    expect(account(value)).toEqual(nothing);
  });

  test('with rules that end in a merged cell keep its text and every drawn character', async () => {
    const source = '┌──┬──┐\n│绩│甲│\n│效├──┤\n│  │乙│\n└──┴──┘\n';
    const { value } = await read(source);
    expect(heldTexts(value).join('')).toContain('效');
    expect(account(value)).toEqual(nothing);
  });
});

describe('dump artefacts', () => {
  test('at a line start go to the leftovers and leave the rest of the line', async () => {
    const source = dump(
      '[bookmark: _GoBack]   正文',
      [
        ['[bookmark: a][image: b.png]甲', '乙'],
        ['[bookmark: OLE_LINK1]', '[image: c]\n丙'],
      ],
      '见[image: d]',
    );
    const { value } = await read(source);
    expect(outline(value)).toEqual([
      '   正文',
      [
        ['甲', '乙'],
        ['', '\n丙'],
      ],
      '见[image: d]',
    ]);
    expect(value.leftovers).toEqual([
      { page: null, location: 'line 1', text: '[bookmark: _GoBack]', reason: 'decoration' },
      { page: null, location: 'line 2', text: '[bookmark: a][image: b.png]', reason: 'decoration' },
      { page: null, location: 'line 5', text: '[bookmark: OLE_LINK1]', reason: 'decoration' },
      { page: null, location: 'line 6', text: '[image: c]', reason: 'decoration' },
    ]);
    expect(account(value)).toEqual(nothing);
  });
});

describe('lost characters', () => {
  test('are counted in a notice', async () => {
    const { value, notices } = await read('甲\ufffd乙\ufffd');
    expect(outline(value)).toEqual(['甲\ufffd乙\ufffd']);
    expect(notices).toMatchObject([{ code: 'characters-replaced' }]);
    expect(notices[0]?.message).toContain('2');
  });
});

const shared = join(import.meta.dirname, '../../../../shared');
const folders = ['reports', 'eval/dev', 'real/budget-and-performance'].map((folder) =>
  join(shared, folder),
);

describe.skipIf(!folders.every((folder) => existsSync(folder)))('real and evaluation texts', () => {
  const files = folders.flatMap((folder) =>
    existsSync(folder)
      ? readdirSync(folder)
          .filter((name) => name.endsWith('.txt'))
          .map((name) => join(folder, name))
      : [],
  );

  test('are there', () => expect(files.length).toBeGreaterThanOrEqual(4));

  test.each(files)('%s is held to the last character, without a lost one', async (file) => {
    const { value, notices } = await read(readFileSync(file));
    expect(account(value)).toEqual(nothing);
    expect(notices.filter((notice) => notice.code !== 'txt-row-joined')).toEqual([]);
    expect(() => ExtractedDocument.parse(value)).not.toThrow();
  });

  test.each(files)('%s has indicator rows of one width below each indicator head', async (file) => {
    const { value } = await read(readFileSync(file));
    for (const table of outline(value)) {
      if (typeof table === 'string') continue;
      const at = table.findIndex((row) => row.includes('一级指标'));
      if (at < 0) continue;
      const widths = table.slice(at).map((row) => (row[0] === '总分' ? 0 : row.length));
      expect(new Set(widths.filter((width) => width > 0)).size).toBe(1);
    }
  });
});
