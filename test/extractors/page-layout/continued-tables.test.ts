import { describe, expect, test } from 'vitest';
import {
  drawRows,
  layOut,
  paragraphs,
  type Sheet,
  sheet,
  tables,
  texts,
  write,
  writeCentred,
} from './drawing.ts';

const xs = [60, 160, 300, 400, 535];
const header = ['一级指标', '三级指标', '指标值', '得分'];
const row = (name: string, value: string): string[] => ['产出', name, value, '10'];

/** A table at the bottom of one page, and what the next one begins with. */
function broken(
  first: readonly string[][],
  next: (on: Sheet) => void,
): { layout: ReturnType<typeof layOut> } {
  const [one, two] = [sheet(1), sheet(2)];
  writeCentred(one, '项目支出绩效自评表', 300, 16);
  const height = first.reduce(
    (sum, cells) => sum + Math.max(...cells.map((text) => text.split('\n').length)) * 12 + 4,
    0,
  );
  drawRows(one, xs, 770 - height, first);
  next(two);
  return { layout: layOut(one, two) };
}

describe('a table goes on', () => {
  test('where the next page begins with one as wide', () => {
    const { layout } = broken([header, row('公路', '12')], (two) => {
      drawRows(two, xs, 70, [row('桥梁', '13')]);
    });
    expect(texts(tables(layout)[0])).toEqual([header, row('公路', '12'), row('桥梁', '13')]);
    expect(
      tables(layout)[0]
        ?.cells.map(({ page }) => page)
        .slice(-1),
    ).toEqual([2]);
  });

  test('its header repeated on the next page is left out', () => {
    const { layout } = broken([header, row('公路', '12')], (two) => {
      drawRows(two, xs, 70, [header, row('桥梁', '13')]);
    });
    expect(texts(tables(layout)[0])).toEqual([header, row('公路', '12'), row('桥梁', '13')]);
    expect(layout.leftovers.map(({ reason, text }) => [reason, text])).toEqual(
      header.map((text) => ['header', text]),
    );
  });

  test('below a line that says so', () => {
    for (const mark of ['续表', '（续）', '续上表', '项目支出绩效自评表（续）']) {
      const { layout } = broken([header, row('公路', '12')], (two) => {
        writeCentred(two, mark, 60);
        drawRows(two, xs, 80, [row('桥梁', '13')]);
      });
      expect(tables(layout).map(({ rows }) => rows)).toEqual([3]);
    }
  });

  test('in columns that only the next page parts', () => {
    const { layout } = broken([header, row('公路', '12')], (two) => {
      drawRows(two, [60, 160, 230, 300, 400, 535], 70, [['产出', '桥', '梁', '13', '9']]);
    });
    const [table] = tables(layout);
    expect(table?.columns).toBe(5);
    expect(table?.cells.filter(({ columnSpan }) => columnSpan === 2)).toHaveLength(2);
  });

  test('over a page that it fills alone', () => {
    const pages = [sheet(1), sheet(2), sheet(3)];
    const [one, two, three] = pages;
    if (!one || !two || !three) throw new Error('three pages');
    drawRows(one, xs, 738, [header, row('公路', '12')]);
    drawRows(
      two,
      xs,
      60,
      Array.from({ length: 44 }, (_, i) => row('道路', `${i}`)),
    );
    drawRows(three, xs, 60, [row('桥梁', '13')]);
    expect(tables(layOut(...pages)).map(({ rows }) => rows)).toEqual([47]);
  });
});

describe('another table begins', () => {
  test('below a title', () => {
    const { layout } = broken([header, row('公路', '12')], (two) => {
      writeCentred(two, '部门整体支出绩效自评表', 60, 16);
      drawRows(two, xs, 90, [row('桥梁', '13')]);
    });
    expect(tables(layout)).toHaveLength(2);
  });

  test('where a form begins with the same label and another value', () => {
    const { layout } = broken([['项目名称', '公路', '', ''], header], (two) => {
      drawRows(two, xs, 70, [['项目名称', '桥梁', '', ''], header]);
    });
    expect(tables(layout)).toHaveLength(2);
  });

  test('where there was room for more on the page before', () => {
    const [one, two] = [sheet(1), sheet(2)];
    drawRows(one, xs, 70, [header, row('公路', '12')]);
    drawRows(two, xs, 70, [header, row('桥梁', '13')]);
    expect(tables(layOut(one, two))).toHaveLength(2);
  });

  test('where it is not as wide', () => {
    const { layout } = broken([header, row('公路', '12')], (two) => {
      drawRows(two, [100, 200, 300, 400], 70, [['甲', '乙', '1']]);
    });
    expect(tables(layout)).toHaveLength(2);
  });
});

describe('a row that the end of a page cut', () => {
  test('is one row where its text ran on', () => {
    const { layout } = broken(
      [header, row('高标准农田建设项目工程竣工\n验收合格率与计划完成情况对', '12')],
      (two) => {
        drawRows(two, xs, 70, [['', '比', '', ''], row('桥梁', '13')]);
      },
    );
    expect(texts(tables(layout)[0])).toEqual([
      header,
      row('高标准农田建设项目工程竣工验收合格率与计划完成情况对比', '12'),
      row('桥梁', '13'),
    ]);
    expect(layout.notices).toEqual([]);
  });

  test('is one row where a bracket was left open, or a list counts on', () => {
    for (const [above, below] of [
      ['验收率（含', '复验）'],
      ['1.公路；\n2.桥梁。', '3.隧道。'],
    ] as const) {
      const { layout } = broken([header, row(above, '12')], (two) => {
        drawRows(two, xs, 70, [['', below, '', ''], row('桥梁', '13')]);
      });
      expect(tables(layout)[0]?.rows).toBe(3);
    }
  });

  test('stays two rows, with a notice, where nothing tells', () => {
    const { layout } = broken([header, row('验收率', '12')], (two) => {
      drawRows(two, xs, 70, [['', '桥梁', '', ''], row('隧道', '13')]);
    });
    expect(tables(layout)[0]?.rows).toBe(4);
    expect(layout.notices.map(({ code, at }) => [code, at])).toEqual([
      ['row-cut-by-page', 'page 2 table 1 row 3'],
    ]);
  });

  test('never puts two figures into one cell', () => {
    const { layout } = broken([header, row('高标准农田建设项目工程竣', '12')], (two) => {
      drawRows(two, xs, 70, [['', '工', '34', '']]);
    });
    expect(tables(layout)[0]?.cells.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['12', '34']),
    );
  });
});

test('a merged label goes on over the end of a page, its text in two pieces', () => {
  const rows = (label: string, names: readonly string[]) =>
    names.map((name) => [label, name, '1', '2']);
  const [one, two] = [sheet(1), sheet(2)];
  const label = (on: Sheet, text: string, top: number, bottom: number): void => {
    drawRows(on, [60, 160], top, [[text]]);
    on.segments.splice(-3, 1);
    for (const [x, y0, y1] of [
      [60, top, bottom],
      [160, top, bottom],
    ] as const) {
      on.segments.push({ x0: x, y0, x1: x, y1, width: 0.5 });
    }
    on.segments.push({ x0: 60, y0: bottom, x1: 160, y1: bottom, width: 0.5 });
  };
  const inner = xs.slice(1);
  drawRows(one, xs, 706, [header]);
  label(one, '满意度', 722, 754);
  drawRows(
    one,
    inner,
    722,
    rows('', ['公路', '桥梁']).map((cells) => cells.slice(1)),
  );
  label(two, '（10分）', 60, 92);
  drawRows(
    two,
    inner,
    60,
    rows('', ['隧道', '码头']).map((cells) => cells.slice(1)),
  );
  const [table] = tables(layOut(one, two));
  const merged = table?.cells.filter(({ rowSpan }) => rowSpan > 1);
  expect(merged?.map(({ text, rowSpan }) => [text, rowSpan])).toEqual([['满意度（10分）', 4]]);
});

test('captions printed again on every sheet go with the header', () => {
  const [one, two] = [sheet(1), sheet(2)];
  for (const on of [one, two]) {
    writeCentred(on, '部门收支总表', 60, 16);
    write(on, '单位：万元', 480, 84);
  }
  drawRows(one, xs, 100, [header, ...Array.from({ length: 40 }, (_, i) => row('道路', `${i}`))]);
  drawRows(two, xs, 100, [header, row('桥梁', '13')]);
  const layout = layOut(one, two);
  expect(tables(layout).map(({ rows }) => rows)).toEqual([42]);
  expect(paragraphs(layout)).toEqual(['部门收支总表', '单位：万元']);
});

test('rows of which only the label is filled are no pieces of a row', () => {
  const { layout } = broken([header, ['流动资产', '', '', ''], row('公路', '12')], (two) => {
    drawRows(two, xs, 70, [['固定资产', '', '', ''], row('桥梁', '13')]);
  });
  expect(tables(layout)[0]?.rows).toBe(5);
  expect(layout.notices).toEqual([]);
});

test('figures that the end of a page cut in a narrow row are one, and named', () => {
  const [one, two] = [sheet(1), sheet(2)];
  const narrow = [60, 200, 230, 260, 535];
  drawRows(one, narrow, 738, [
    ['年度资金总额', '6.96', '6.96', '10'],
    ['其中：当年财政拨款', '66.9', '66.9', '10'],
  ]);
  drawRows(two, narrow, 70, [
    ['', '6', '6', ''],
    ['上年结转资金', '0', '0', '—'],
  ]);
  const layout = layOut(one, two);
  expect(texts(tables(layout)[0])).toEqual([
    ['年度资金总额', '6.96', '6.96', '10'],
    ['其中：当年财政拨款', '66.96', '66.96', '10'],
    ['上年结转资金', '0', '0', '—'],
  ]);
  const cut = tables(layout)[0]?.cells.filter(({ text }) => text === '66.96') ?? [];
  expect(cut.map(({ confidence }) => confidence)).toEqual([0.7, 0.7]);
  expect(layout.notices.map(({ code }) => code)).toEqual([
    'figure-broken-over-lines',
    'figure-broken-over-lines',
  ]);
});

test('a label that the end of a page cuts inside a word is one, its figures beside it', () => {
  const [one, two] = [sheet(1), sheet(2)];
  drawRows(one, xs, 740, [header, row('公', '12')]);
  drawRows(two, xs, 70, [['', '车运行维护', '', ''], row('桥梁', '13')]);
  expect(texts(tables(layOut(one, two))[0])).toEqual([
    header,
    row('公车运行维护', '12'),
    row('桥梁', '13'),
  ]);
});

describe('a sheet wider than its paper', () => {
  test('is one table, its pages side by side', () => {
    const [one, two] = [sheet(1), sheet(2)];
    const left = [
      ['科目', '年初预算数'],
      ['总额', '1,263,500'],
      ['拨款', '1,000,000'],
    ];
    const right = [['执行数'], ['1,187,633'], ['939,212']];
    const more = [
      ['结转', '263,500'],
      ['其他', '0'],
    ];
    drawRows(one, [60, 200, 535], 70, [...left, ...more]);
    drawRows(two, [60, 250], 70, [...right, ['248,420'], ['0']]);
    const layout = layOut(one, two);
    expect(tables(layout)).toHaveLength(1);
    expect(texts(tables(layout)[0])).toEqual([
      ['科目', '年初预算数', '执行数'],
      ['总额', '1,263,500', '1,187,633'],
      ['拨款', '1,000,000', '939,212'],
      ['结转', '263,500', '248,420'],
      ['其他', '0', '0'],
    ]);
    expect(layout.notices.map(({ code }) => code)).toEqual(['table-split-over-pages']);
  });

  test('is not two forms of one kind on two pages, whose rows stand at the same heights', () => {
    const [one, two] = [sheet(1), sheet(2)];
    const rows = (fund: string) => [
      ['科目', fund],
      ['总额', ''],
      ['拨款', ''],
      ['结转', ''],
      ['其他', ''],
    ];
    drawRows(one, [60, 200, 535], 70, rows('政府性基金支出'));
    drawRows(two, [60, 260, 500], 70, rows('国有资本经营支出'));
    expect(tables(layOut(one, two)).map((table) => table.columns)).toEqual([2, 2]);
  });
});

describe('a table that goes on in columns a little wider or narrower', () => {
  test('has as many columns as each part', () => {
    const [one, two] = [sheet(1), sheet(2)];
    drawRows(one, xs, 740, [header, row('公路', '12')]);
    drawRows(two, [60, 190, 320, 380, 535], 70, [row('桥梁', '13')]);
    expect(texts(tables(layOut(one, two))[0])).toEqual([
      header,
      row('公路', '12'),
      row('桥梁', '13'),
    ]);
  });
});
