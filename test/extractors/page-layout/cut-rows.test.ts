import { describe, expect, test } from 'vitest';
import { drawRows, layOut, rule, type Sheet, sheet, tables, texts, write } from './drawing.ts';

const xs = [60, 160, 300, 400, 535];
const header = ['一级指标', '三级指标', '指标值', '得分'];

/** Rows that end a page, and rows that the next one begins with. */
function broken(first: readonly string[][], next: readonly string[][], columns = xs) {
  const [one, two] = [sheet(1), sheet(2)];
  const lines = first.flatMap((cells) => Math.max(...cells.map((text) => text.split('\n').length)));
  const height = lines.reduce((sum, count) => sum + count * 12 + 4, 0);
  drawRows(one, columns, 780 - height, first);
  drawRows(two, columns, 60, next);
  const layout = layOut(one, two);
  return { rows: texts(tables(layout)[0]), codes: layout.notices.map(({ code }) => code) };
}

describe('a row is one over the end of a page', () => {
  test('where a long line was full, however the text beside it ends', () => {
    const columns = [60, 120, 280, 440];
    const { rows, codes } = broken(
      [
        ['类别', '预期目标', '完成情况'],
        ['总体', '依法履行职责，保障运转：', '年度目标基本实现，新建基地三'],
      ],
      [
        ['', '落实上级决策部署。', '处，带动农户增收。'],
        ['质量', '验收合格。', '已验收。'],
      ],
      columns,
    );
    expect(rows).toEqual([
      ['类别', '预期目标', '完成情况'],
      [
        '总体',
        '依法履行职责，保障运转：落实上级决策部署。',
        '年度目标基本实现，新建基地三处，带动农户增收。',
      ],
      ['质量', '验收合格。', '已验收。'],
    ]);
    expect(codes).toEqual([]);
  });

  test('where a first line stands further in, and there is no room on its right', () => {
    const { rows } = broken(
      [header, ['产出', '    按批复的方案完成道路', '12', '10']],
      [
        ['', '维修任务', '', ''],
        ['产出', '桥梁', '13', '9'],
      ],
    );
    expect(rows[1]).toEqual(['产出', '按批复的方案完成道路维修任务', '12', '10']);
    expect(rows).toHaveLength(3);
  });

  test('where another table of the document has the label whole', () => {
    const head = ['经费', '年初', '年末', '备注'];
    const { rows } = broken(
      [head, ['本级项目经费', '3', '4', '无'], ['本级', '5', '6', '无']],
      [
        ['项目经费', '', '', ''],
        ['其他', '7', '8', '无'],
      ],
    );
    expect(rows.slice(2)).toEqual([
      ['本级项目经费', '5', '6', '无'],
      ['其他', '7', '8', '无'],
    ]);
  });

  test('where 其中： beside figures names nothing', () => {
    const { rows } = broken(
      [header, ['其中：', '35.85', '33.97', '38']],
      [
        ['办公经费', '', '', ''],
        ['水费', '1', '2', '3'],
      ],
    );
    expect(rows).toEqual([
      header,
      ['其中：办公经费', '35.85', '33.97', '38'],
      ['水费', '1', '2', '3'],
    ]);
  });

  test('most likely, with a notice, where texts alone go on below figures', () => {
    const narrow = [60, 110, 150, 300, 400, 535];
    const { rows, codes } = broken(
      [
        ['一级', '二级', '三级指标', '指标值', '得分'],
        ['效益', '社会效', '受益', '720', '20'],
      ],
      [
        ['', '益', '群众', '', ''],
        ['效益', '生态', '水质', '95', '10'],
      ],
      narrow,
    );
    expect(rows[1]).toEqual(['效益', '社会效益', '受益群众', '720', '20']);
    expect(codes).toEqual(['row-cut-by-page']);
  });

  test('where its weight stands below, as other labels have theirs', () => {
    const columns = [60, 130, 300, 400, 535];
    const { rows } = broken(
      [
        ['指标', '名称', '指标值', '得分'],
        ['数量指标10', '道路', '12', '10'],
        ['质量指标20', '桥梁', '13', '20'],
        ['社会效益指标', '受益人数', '90', '5'],
      ],
      [
        ['15', '', '', ''],
        ['时效指标10', '工期', '100', '10'],
      ],
      columns,
    );
    expect(rows[3]).toEqual(['社会效益指标15', '受益人数', '90', '5']);
    expect(rows).toHaveLength(5);
  });
});

describe('two rows stay two', () => {
  test('where both have figures, full as their labels may be', () => {
    const { rows } = broken(
      [header, ['产出', '完成高标准农田建设验收工作', '12', '10']],
      [['效益', '带动周边农户持续增加收入额', '95', '20']],
    );
    expect(rows).toHaveLength(3);
    expect(rows[2]).toEqual(['效益', '带动周边农户持续增加收入额', '95', '20']);
  });

  test('where the lower one has a figure that the upper one has not', () => {
    const { rows } = broken(
      [header, ['产出', '完成高标准农田建设验收工作', '', '10']],
      [['', '带动周边农户', '95', '']],
    );
    expect(rows).toHaveLength(3);
  });

  test('where labels alone head groups of rows', () => {
    const { rows, codes } = broken(
      [header, ['流动资产', '', '', ''], ['现金', '1', '2', '3'], ['存款', '4', '5', '6']],
      [
        ['固定资产', '', '', ''],
        ['房屋', '7', '8', '9'],
      ],
    );
    expect(rows).toHaveLength(6);
    expect(codes.length).toBe(0);
  });

  test('where every label of a form ends with a colon', () => {
    const { rows } = broken(
      [
        ['单位：', '12', '', ''],
        ['人数：', '34', '', ''],
        ['金额：', '56', '', ''],
      ],
      [
        ['备注', '', '', ''],
        ['负责人：', '78', '', ''],
      ],
    );
    expect(rows).toHaveLength(5);
  });

  test('where long texts end their sentences', () => {
    const columns = [60, 120, 280, 440];
    const { rows } = broken(
      [
        ['事项', '计划', '完成'],
        ['甲', '全年新建标准化种植基地三处。', '年内建成标准化种植基地三处。'],
      ],
      [['', '带动农户增收。', '户均增收千元。']],
      columns,
    );
    expect(rows).toHaveLength(3);
  });
});

describe('where a writer draws no line at the end of a page', () => {
  /** A page with a row whose lower or upper edge is open in some columns. */
  function open(
    on: Sheet,
    y: number,
    cells: readonly string[],
    side: 'top' | 'bottom',
    of: number[],
  ) {
    cells.forEach((text, column) => {
      const [x0 = 0, x1 = 0] = xs.slice(column, column + 2);
      rule(on, x0, y, x0, y + 40);
      rule(on, x1, y, x1, y + 40);
      if (side !== 'top' || !of.includes(column)) rule(on, x0, y, x1, y);
      if (side !== 'bottom' || !of.includes(column)) rule(on, x0, y + 40, x1, y + 40);
      write(on, text, x0 + 3, y + 4);
    });
  }

  test('the row goes on', () => {
    const [one, two] = [sheet(1), sheet(2)];
    drawRows(one, xs, 724, [header]);
    open(one, 740, ['产出', '道路', '12', '10'], 'bottom', [0, 1, 2, 3]);
    open(two, 40, ['', '', '', '受汛期影响'], 'top', [0, 1, 2, 3]);
    drawRows(two, xs, 80, [['产出', '桥梁', '13', '9']]);
    const layout = layOut(one, two);
    expect(texts(tables(layout)[0])).toEqual([
      header,
      ['产出', '道路', '12', '10受汛期影响'],
      ['产出', '桥梁', '13', '9'],
    ]);
  });

  test('only the merged cell goes on where all others are closed', () => {
    const [one, two] = [sheet(1), sheet(2)];
    drawRows(one, xs, 724, [header]);
    open(one, 740, ['产出', '道路', '12', ''], 'bottom', [3]);
    open(two, 40, ['效益', '桥梁', '13', ''], 'top', [3]);
    drawRows(two, xs, 80, [['效益', '隧道', '14', '8']]);
    const [table] = tables(layOut(one, two));
    expect(table?.rows).toBe(4);
    const merged = table?.cells.filter(({ rowSpan }) => rowSpan === 2);
    expect(merged?.map(({ row, column }) => [row, column])).toEqual([[1, 3]]);
  });
});
