import type { Level1Code, Level2Code } from '../../../schemas/codes.ts';
import {
  type Block,
  cell,
  coveredCell,
  paragraph,
  row,
  startCell,
  type TableCell,
  type TableRow,
  table,
} from '../blocks.ts';
import { type Indicator, level1Name, level2Name, sumOf } from '../indicators.ts';
import { type IndicatorColumn, type Layout, label, printScore } from './layout.ts';

/** Points printed in a label where they are not the sum of its indicators. */
export type PrintedPoints = Partial<Record<Level1Code, number>>;

interface Entry {
  readonly level1: Level1Code;
  readonly level2: Level2Code;
  readonly indicator: Indicator | null;
}

const headings: Record<IndicatorColumn, string> = {
  level1: '一级指标',
  level2: '二级指标',
  level3: '三级指标',
  property: '指标性质',
  target: '年度|指标值',
  unit: '计量单位',
  actual: '实际|完成值',
  weight: '分值',
  score: '得分',
  reason: '偏差原因分析|及改进措施',
};

/** Indicators with the blank template rows put behind the last row of their level-1 group. */
function entriesOf(indicators: readonly Indicator[], layout: Layout): Entry[] {
  const entries: Entry[] = indicators.map((indicator) => ({ ...indicator, indicator }));
  for (const [level1, level2] of layout.blankRows) {
    const last = entries.findLastIndex((entry) => entry.level1 === level1);
    const at = last < 0 ? entries.length : last + 1;
    entries.splice(at, 0, { level1, level2, indicator: null });
  }
  return entries;
}

/** A target such as ≥30公里 taken apart for forms with a column for each part. */
function splitTarget(target: string): { property: string; value: string; unit: string } {
  const match = /^([≥≤]?)(\d+(?:\.\d+)?)([^\d.]+)$/.exec(target);
  if (match === null) return { property: '定性', value: target, unit: '/' };
  const [, sign = '', value = '', unit = ''] = match;
  return { property: sign === '' ? '=' : sign, value, unit };
}

function valueText(column: IndicatorColumn, indicator: Indicator, layout: Layout): string {
  const split = layout.columns.includes('unit');
  const bare = layout.columns.includes('property');
  const parts = splitTarget(indicator.target);
  switch (column) {
    case 'level3':
      return indicator.name;
    case 'property':
      return parts.property;
    case 'unit':
      return parts.unit;
    case 'target':
      return split
        ? `${bare ? '' : parts.property.replace(/=|定性/, '')}${parts.value}`
        : indicator.target;
    case 'actual':
      return split && parts.unit !== '/'
        ? indicator.actual.replace(parts.unit, '')
        : indicator.actual;
    case 'weight':
      return printScore(indicator.weight, layout);
    case 'score':
      return printScore(indicator.score, layout);
    case 'reason':
      return indicator.reason === '' ? layout.noReason : indicator.reason;
    default:
      return '';
  }
}

function level1Label(code: Level1Code, points: number, layout: Layout): string {
  const name = level1Name(code);
  if (layout.points === 'none' || points === 0) return name;
  // Full-width and half-width brackets stand side by side in real tables.
  const printed = code === 'output' ? `(${points}分)` : `（${points}分）`;
  return layout.broken ? `${name}\n\n${printed}` : `${name}${printed}`;
}

function level2Label(code: Level2Code, points: number, layout: Layout): string {
  const name = level2Name(code);
  const shown = layout.broken ? name.replace(/^(..)(.+)$/, '$1\n$2') : name;
  return layout.points === 'both' && points > 0 ? `${shown}${points}` : shown;
}

function pointsOf(entries: readonly Entry[]): number {
  return sumOf(entries.map(({ indicator }) => indicator?.weight ?? 0));
}

/** The cell of a level label: its first row starts a merge, the others are covered. */
function levelCell(
  entries: readonly Entry[],
  index: number,
  same: (a: Entry, b: Entry) => boolean,
  text: (group: readonly Entry[]) => string,
): TableCell {
  const entry = entries[index];
  const group = entry === undefined ? [] : entries.filter((other) => same(entry, other));
  if (group[0] !== entry) return coveredCell();
  return group.length > 1 ? startCell(text(group)) : cell(text(group));
}

function entryRow(
  entries: readonly Entry[],
  index: number,
  layout: Layout,
  printed: PrintedPoints,
): TableRow {
  const cells = layout.columns.map((column) => {
    const entry = entries[index];
    if (entry === undefined) return cell('');
    const { level1, level2, indicator } = entry;
    if (column === 'level1') {
      const same = (a: Entry, b: Entry) => a.level1 === b.level1;
      return levelCell(entries, index, same, (group) =>
        level1Label(level1, printed[level1] ?? pointsOf(group), layout),
      );
    }
    if (column === 'level2') {
      const same = (a: Entry, b: Entry) => a.level1 === b.level1 && a.level2 === b.level2;
      return levelCell(entries, index, same, (group) =>
        level2Label(level2, pointsOf(group), layout),
      );
    }
    return cell(indicator === null ? '' : valueText(column, indicator, layout));
  });
  return row(coveredCell(), ...cells);
}

/** The row of column headings, with the side label that the rows below hang on. */
export function headingRow(layout: Layout): TableRow {
  const side = startCell(label('绩|效|指|标', layout));
  const cells = layout.columns.map((column) => cell(label(headings[column], layout)));
  return { cells: [side, ...cells], header: true };
}

/** A form's table: the rows above the indicators, the indicators, and the 总分 row; two tables where it continues. */
export function formTable(
  above: readonly TableRow[],
  indicators: readonly Indicator[],
  totals: { readonly weight: number; readonly score: number },
  layout: Layout,
  printed: PrintedPoints = {},
): Block[] {
  const columns = layout.columns.length + 1;
  const entries = entriesOf(indicators, layout);
  const rows = entries.map((_, index) => entryRow(entries, index, layout, printed));
  const heading = headingRow(layout);
  const total = totalRow(totals, layout);
  const split = entries.findIndex(({ level1 }) => level1 === layout.continuedAt);
  if (split < 1) return [table(columns, [...above, heading, ...rows, total])];
  return [
    table(columns, [...above, heading, ...rows.slice(0, split)]),
    paragraph('续表', { pageBreakBefore: true, align: 'right' }),
    table(columns, [heading, ...rows.slice(split), total]),
  ];
}

function totalRow(
  totals: { readonly weight: number; readonly score: number },
  layout: Layout,
): TableRow {
  const first = Math.min(layout.columns.indexOf('weight'), layout.columns.indexOf('score'));
  const cells = layout.columns.slice(first).map((column) => {
    if (column === 'weight') return cell(printScore(totals.weight, layout));
    if (column === 'score') return cell(printScore(totals.score, layout));
    return cell('');
  });
  return row(cell('总分', first + 1), ...cells);
}
