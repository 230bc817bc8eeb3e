import type { Level1Code, Level2Code } from '../../schemas/codes.ts';
import type { Cell } from '../../schemas/document.ts';
import type { IndicatorGroup, IndicatorRecord, Source } from '../../schemas/form.ts';
import { joinLines, normalizeText, squeeze } from '../../schemas/text.ts';
import { cellUnder, type GridRow } from '../grid.ts';
import type { Header } from '../recognition/headers.ts';
import { isBlank } from '../values/blank.ts';
import { type IndicatorValue, readIndicatorValue } from '../values/indicator-value.ts';
import { readNumber } from '../values/number.ts';
import { mayBeListNumber } from '../values/spaced-figures.ts';
import { readLabel } from '../vocabulary/label-text.ts';
import { cellSource, type FormContext, noteUnmapped, valueId, weakest } from './context.ts';
import { cellOf, raggedShift } from './ragged-row.ts';

/** The level-1 and level-2 label that hold for the rows below them until the next. */
export interface IndicatorState {
  level1: LevelLabel | null;
  level2: LevelLabel | null;
}

interface LevelLabel {
  readonly cell: Cell;
  readonly text: string;
  readonly source: Source;
  readonly group: IndicatorGroup;
  readonly code: string | null;
  /** The level-1 code a level-2 label belongs to by custom. */
  readonly within: string | null;
}

export function newIndicatorState(): IndicatorState {
  return { level1: null, level2: null };
}

/**
 * A row of an indicator block. Level-1 and level-2 labels hold until the next, whether their cells
 * are merged or left blank. A row without a name is no indicator.
 * @returns whether the row is one of the block
 */
export function readIndicatorRow(
  row: GridRow,
  header: Header,
  state: IndicatorState,
  context: FormContext,
): boolean {
  const shift = raggedShift(row, header);
  if (shift === undefined) {
    noteNameless(row, header, context);
    return true;
  }
  const under = (code: string): Cell | undefined => cellOf(row, header, code, shift);
  takeLevel(1, under('level1'), row, state, context);
  takeLevel(2, under('level2'), row, state, context);
  const hasNames = header.columns.some((c) => c.code === 'level3');
  const name = hasNames ? under('level3') : under('level2');
  if (isStub(name, row)) return true;
  const own = (cell: Cell | undefined): cell is Cell => cell !== undefined && cell.row === row.row;
  if (!own(name) || isBlank(name.text)) {
    noteNameless(row, header, context);
    return true;
  }
  addIndicator(row, name, header, state, context, shift);
  return true;
}

/** 指标2： with nothing beside it: a line of the template that was not used. */
function isStub(name: Cell | undefined, row: GridRow): boolean {
  if (!name || !/^\s*指标\s*\d*\s*[:：]?\s*$/.test(name.text)) return false;
  return row.cells.every((cell) => cell.column <= name.column || isBlank(cell.text));
}

/** Figures in a row that has no name: kept as cells, and said. */
function noteNameless(row: GridRow, header: Header, context: FormContext): void {
  const values = header.columns
    .filter((c) => ['target', 'actual', 'weight', 'score'].includes(c.code))
    .map((c) => cellUnder(row, c.range))
    .filter((cell) => cell && cell.row === row.row && !isBlank(cell.text));
  if (values.length === 0) return;
  context.notices.push({
    code: 'row-unmapped',
    message: `第${row.row + 1}行有数值而无三级指标名称，仅保留为单元格`,
    at: `table ${row.table.tableNo} row ${row.row + 1}`,
  });
}

function takeLevel(
  level: 1 | 2,
  cell: Cell | undefined,
  row: GridRow,
  state: IndicatorState,
  context: FormContext,
): void {
  const current = level === 1 ? state.level1 : state.level2;
  if (!cell || isBlank(cell.text) || cell === current?.cell) return;
  // The same label again (unmerged cells, a table continued on the next page) is the same group.
  if (current && squeeze(current.text) === squeeze(cell.text)) return;
  const kind = level === 1 ? 'level1' : 'level2';
  const match = context.labels.find(kind, cell.text);
  if (!match) noteUnmapped(context, cell.text, kind);
  const source = cellSource(row.table, cell, 'cell', match?.score ?? 0.8);
  const code = match?.code ?? 'other';
  const group: IndicatorGroup = {
    level,
    label_raw: cell.text,
    level1_code:
      level === 1 ? (code as Level1Code) : ((state.level1?.code ?? null) as Level1Code | null),
    level2_code: level === 2 ? (code as Level2Code) : null,
    printed_weight: readLabel(cell.text).points,
    indicators: [],
    source,
  };
  context.form.groups.push(group);
  const within = match?.concept.within ?? null;
  const label: LevelLabel = { cell, text: cell.text, source, group, code, within };
  if (level === 1) {
    state.level1 = label;
    state.level2 = null;
  } else state.level2 = label;
}

function addIndicator(
  row: GridRow,
  name: Cell,
  header: Header,
  state: IndicatorState,
  context: FormContext,
  shift: number,
): void {
  const sources: Record<string, Source> = {};
  const read = (code: string): string | null => {
    const column = header.columns.find((c) => c.code === code);
    const cell = cellOf(row, header, code, shift);
    if (!column || !cell || isBlank(cell.text)) return null;
    // Points merged over several indicators are given once: to the first of them.
    if ((code === 'weight' || code === 'score') && cell.row !== row.row) return null;
    const sure = column.match.score * (mayBeListNumber(cell.text) ? doubtful : 1);
    sources[sourceColumn[code] ?? code] = cellSource(row.table, cell, 'cell', sure);
    return cell.text;
  };
  sources['level3'] = cellSource(row.table, name);
  if (state.level1) sources['level1_raw'] = state.level1.source;
  if (state.level2) sources['level2_raw'] = state.level2.source;
  const target = read('target');
  const actual = read('actual');
  const values = {
    fiscalYear: context.form.fiscal_year,
    unit: read('measure_unit') ?? undefined,
    property: read('property') ?? undefined,
  };
  const weight = read('weight');
  const score = read('score');
  const reason = read('deviation_reason');
  const remark = readRemark(row, header, sources, context);
  const ordinal = context.form.indicators.length + 1;
  const level1 = state.level1?.code ?? state.level2?.within ?? null;
  const record: IndicatorRecord = {
    value_id: valueId(context, 'indicator', ordinal),
    confidence: weakest(sources),
    sources,
    ordinal,
    level1_code: level1 as Level1Code | null,
    level1_raw: state.level1?.text ?? null,
    level2_code: (state.level2?.code ?? null) as Level2Code | null,
    level2_raw: state.level2?.text ?? null,
    level3: joinLines(name.text),
    target_raw: target,
    ...prefixed('target', readValue(target, 'target', values)),
    actual_raw: actual,
    ...prefixed(
      'actual',
      readValue(actual, 'actual', { fiscalYear: values.fiscalYear, unit: values.unit }),
    ),
    weight: numberOrNotice(weight, '分值', row, context),
    score: numberOrNotice(score, '得分', row, context),
    deviation_reason: reason === null ? null : joinLines(reason),
    remark,
  };
  context.form.indicators.push(record);
  for (const label of [state.level1, state.level2]) label?.group.indicators.push(record.value_id);
}

/** How sure a figure is that may hold the number of a list: below what is shown for a person's look. */
const doubtful = 0.7;

/** Sources are named by the view's columns. */
const sourceColumn: Readonly<Record<string, string>> = {
  target: 'target_raw',
  actual: 'actual_raw',
};

const empty: IndicatorValue = {
  operator: null,
  value: null,
  valueMax: null,
  unit: null,
  date: null,
  several: false,
};

function readValue(
  raw: string | null,
  role: 'target' | 'actual',
  context: { fiscalYear: number | null; unit?: string | undefined; property?: string | undefined },
): IndicatorValue {
  return raw === null ? empty : readIndicatorValue(raw, { role, ...context });
}

type ValueColumns<P extends string> = {
  [K in `${P}_operator`]: IndicatorValue['operator'];
} & { [K in `${P}_value` | `${P}_value_max`]: number | null } & {
  [K in `${P}_unit` | `${P}_date`]: string | null;
};

function prefixed<P extends 'target' | 'actual'>(
  prefix: P,
  value: IndicatorValue,
): ValueColumns<P> {
  return {
    [`${prefix}_operator`]: value.operator,
    [`${prefix}_value`]: value.value,
    [`${prefix}_value_max`]: value.valueMax,
    [`${prefix}_unit`]: value.unit,
    [`${prefix}_date`]: value.date,
  } as ValueColumns<P>;
}

function numberOrNotice(
  raw: string | null,
  what: string,
  row: GridRow,
  context: FormContext,
): number | null {
  if (raw === null) return null;
  const value = readNumber(raw);
  if (value !== undefined) return value;
  context.notices.push({
    code: 'value-unparsed',
    message: `${what}无法识别：“${normalizeText(raw)}”`,
    at: `table ${row.table.tableNo} row ${row.row + 1}`,
  });
  return null;
}

/** Columns the canonical record has no place for, and unknown ones, with their headings. */
function readRemark(
  row: GridRow,
  header: Header,
  sources: Record<string, Source>,
  context: FormContext,
): string | null {
  const parts: string[] = [];
  const extra = header.columns
    .filter((c) => ['remark', 'property', 'measure_unit'].includes(c.code))
    .map((c) => ({ heading: c.cell.text, range: c.range }));
  for (const { heading, range } of extra) {
    const cell = cellUnder(row, range);
    if (!cell || isBlank(cell.text)) continue;
    sources['remark'] ??= cellSource(row.table, cell);
    context.known.add(cell);
    const text = joinLines(cell.text);
    parts.push(
      extra.length === 1 && /备注/.test(heading) ? text : `${joinLines(heading)}：${text}`,
    );
  }
  return parts.length > 0 ? parts.join('；') : null;
}
