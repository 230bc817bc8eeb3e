import { describe, expect, test } from 'vitest';
import { factsOf, isFigure } from '../../bench/peers/facts.ts';
import type { Grid, GridCell } from '../../bench/peers/grid.ts';
import { visibleGrid } from '../../bench/peers/grid.ts';
import { gridsOfHtml } from '../../bench/peers/html-grids.ts';
import { readingsOf } from '../../bench/peers/readings.ts';
import { type Reading, scoreNothing, scoreReading } from '../../bench/peers/score.ts';
import { scoreCells } from '../../bench/peers/score-cells.ts';
import { textRules } from '../../bench/peers/text-grids.ts';
import { truthOf } from '../../bench/peers/truth.ts';
import {
  cell,
  coveredCell,
  paragraph,
  row,
  startCell,
  table,
  wrapInTable,
} from '../../samples/generator/blocks.ts';

const at = (place: string, text: string): GridCell => {
  const [top = 0, left = 0, rowSpan = 1, columnSpan = 1] = place.split(',').map(Number);
  return { row: top, column: left, rowSpan, columnSpan, text };
};

const budget: Grid = [
  at('0,0', '项目'),
  at('0,1', '预算数'),
  at('0,2', '决算数'),
  at('1,0', '三公经费'),
  at('1,1', '12.50'),
  at('1,2', '11.80'),
];
const truth = { tables: [budget], prose: '' };

function reading(grid: Grid, more: Partial<Reading> = {}): Reading {
  const text = grid.map((each) => each.text).join('\n');
  return { grids: [grid], text, tables: true, isTold: () => false, ...more };
}

function changed(texts: Readonly<Record<string, string>>): Grid {
  return budget.map((each) => ({ ...each, text: texts[each.text] ?? each.text }));
}

describe('a figure', () => {
  test.each([
    '12.5',
    '1,234.50',
    '98.21%',
    '≥6次',
    '≥13公里',
    '0',
    '2024',
    '2024年12月31日前',
    '1380批次',
  ])('is %s', (text) => expect(isFigure(text)).toBe(true));

  test.each([
    '2023年预算数',
    '2023年',
    '1、公务用车购置',
    '产出指标(50分)',
    '数量指标30',
    '——',
    '',
    '无',
  ])('is not %s', (text) => expect(isFigure(text)).toBe(false));
});

describe('a fact', () => {
  test('has the nearest label to the left and above, over spans and other figures', () => {
    const grid = [
      at('0,0,3,1', '产出'),
      at('0,1', '指标'),
      at('0,2,1,2', '分值'),
      at('1,1', '会议次数'),
      at('1,2', '6'),
      at('1,3', '5'),
      at('2,1', '  培训\n人数'),
      at('2,2', '４'),
      at('2,3', '3'),
    ];
    expect(factsOf([grid]).map((f) => [f.figure, f.rowLabel, f.columnLabel])).toEqual([
      ['6', '会议次数', '分值'],
      ['5', '会议次数', '分值'],
      ['4', '培训人数', '分值'],
      ['3', '培训人数', '分值'],
    ]);
  });

  test('in lines of text stands under the label that shares most places with it', () => {
    const grid = textRules['lines and gaps'](
      ['项目          预算数    决算数', '三公经费      12.50    11.80'].join('\n'),
    );
    expect(factsOf([grid]).map(({ columnLabel }) => columnLabel)).toEqual(['预算数', '决算数']);
  });
});

describe('the truth about a document', () => {
  test('has merged cells as one, nested tables after their parent, and no text that is not seen', () => {
    const inner = table(3, [
      row(startCell('产出'), cell('会议', 2)),
      row(
        coveredCell(),
        cell(['6', { kind: 'deleted', text: '7' }, { kind: 'hidden', text: '8' }]),
        cell('次'),
      ),
    ]);
    const { tables, prose } = truthOf([paragraph('附件1'), wrapInTable(inner, '横向')]);
    expect(prose).toBe('附件1');
    expect(tables).toEqual([
      [at('0,0', '横向')],
      [at('0,0,2,1', '产出'), at('0,1,1,2', '会议'), at('1,1', '6'), at('1,2', '次')],
    ]);
  });
});

describe('the tables of a page', () => {
  const html =
    '<table><tr><td rowspan=2>甲</td><td colspan=2>乙</td></tr>' +
    '<tr><td>1<table><tr><td>内</td></tr></table></td><td>2</td></tr></table>';

  test('stand where spans put them, nested ones apart', () => {
    expect(gridsOfHtml(html)).toEqual([
      [at('0,0,2,1', '甲'), at('0,1,1,2', '乙'), at('1,1', '1'), at('1,2', '2')],
      [at('0,0', '内')],
    ]);
  });

  test('stand at their ordinals where row spans are not believed', () => {
    expect(gridsOfHtml(html, false)[0]?.slice(2)).toEqual([at('1,0', '1'), at('1,1', '2')]);
  });

  test('are built from DocBook as well', () => {
    const xml =
      '<book><title/><informaltable><tgroup><tbody><row><entry>甲</entry><entry>1</entry></row></tbody></tgroup></informaltable></book>';
    expect(readingsOf({ kind: 'docbook', content: xml })['tables']?.grids).toEqual([
      [at('0,0', '甲'), at('0,1', '1')],
    ]);
  });
});

describe('the score of a tool', () => {
  test('is full for what the file says, however lines are broken', () => {
    expect(scoreReading(truth, reading(changed({ 三公经费: '三公\n 经费' })))).toMatchObject({
      ...{ facts: 2, found: 2, wrong: 0, silent: 0, lost: 0 },
      cells: { cells: 6, exact: 6, exactButRow: 6 },
    });
  });

  test('counts figures under exchanged labels as wrong, and silently so where nothing tells', () => {
    const exchanged = changed({ 预算数: '决算数', 决算数: '预算数' });
    expect(scoreReading(truth, reading(exchanged))).toMatchObject({
      found: 0,
      wrong: 2,
      silent: 2,
    });
    const told = reading(exchanged, { isTold: ({ row: line }) => line === 1 });
    expect(scoreReading(truth, told)).toMatchObject({ wrong: 2, silent: 0, lost: 0 });
  });

  test('counts a figure that is not there as lost, also where prose has the same number', () => {
    const without = changed({ '12.50': '' });
    const prose = '支出12.50万元';
    const given = reading(without, { text: `${prose}\n项目 预算数 决算数 三公经费 11.80` });
    const score = scoreReading({ tables: [budget], prose }, given);
    expect(score).toMatchObject({ found: 1, wrong: 0, lost: 1 });
  });

  test('takes two characters of a label for it in lines of text, not in tables', () => {
    const broken = changed({ 三公经费: '经费' });
    expect(scoreReading(truth, reading(broken, { tables: false })).found).toBe(2);
    expect(scoreReading(truth, reading(broken)).found).toBe(0);
  });

  test('of a file that is not read is all lost', () => {
    expect(scoreNothing(truth)).toMatchObject({ facts: 2, lost: 2, cells: { cells: 6, exact: 0 } });
  });
});

describe('the cells of a tool', () => {
  test('below a row too many are right but for their row', () => {
    const lower = budget.map((each) => (each.row === 0 ? each : { ...each, row: each.row + 1 }));
    const given = [...lower.slice(0, 3), at('1,0', ''), ...lower.slice(3)];
    expect(scoreCells([budget], [given])).toEqual({ cells: 6, exact: 3, exactButRow: 6 });
  });

  test('may leave out rows and columns in which no cell begins', () => {
    const wide = budget.map((each) => ({ ...each, column: each.column * 2, columnSpan: 2 }));
    expect(visibleGrid(wide)).toEqual(budget);
    expect(scoreCells([wide], [budget]).exact).toBe(6);
  });

  test('of a table that begins again on the next page may be one table or two', () => {
    const first = [
      at('0,0,2,1', '绩效'),
      at('0,1', '指标'),
      at('0,2', '分值'),
      at('1,1', '会议'),
      at('1,2', '6'),
    ];
    const next = [
      at('0,0,2,1', '绩效'),
      at('0,1', '指标'),
      at('0,2', '分值'),
      at('1,1', '培训'),
      at('1,2', '4'),
    ];
    const one = [
      ...[at('0,0,3,1', '绩效'), ...first.slice(1)],
      ...[at('2,1', '培训'), at('2,2', '4')],
    ];
    expect(scoreCells([first, next], [first, next])).toMatchObject({ cells: 10, exact: 10 });
    expect(scoreCells([first, next], [one])).toMatchObject({ cells: 7, exact: 7 });
  });
});
