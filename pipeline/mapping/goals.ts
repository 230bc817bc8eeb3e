import type { Cell } from '../../schemas/document.ts';
import type { Source } from '../../schemas/form.ts';
import { normalizeText } from '../../schemas/text.ts';
import { cellUnder, type GridRow } from '../grid.ts';
import type { Header } from '../recognition/headers.ts';
import { isBlank } from '../values/blank.ts';
import { cellSource, type FormContext, valueId, weakest } from './context.ts';

/** A row under 预期目标 | 实际完成情况: one goal, however many numbered lines a cell holds. */
export function readGoalRow(row: GridRow, header: Header, context: FormContext): boolean {
  const under = (code: string): Cell | undefined => {
    const column = header.columns.find((c) => c.code === code);
    const cell = column && cellUnder(row, column.range);
    return cell?.row === row.row && !isBlank(cell.text) ? cell : undefined;
  };
  return addGoal(row, under('expected'), under('actual'), context);
}

/**
 * A goal text beside its label: 年度履职目标 | text, 年度总体目标 | text.
 * @param role which side of the goal the label names
 */
export function addLabelledGoal(
  row: GridRow,
  text: Cell,
  role: 'expected' | 'actual',
  context: FormContext,
): void {
  const last = context.form.goals.at(-1);
  if (role === 'actual' && last && last.actual_text === null) {
    const source = cellSource(row.table, text);
    last.actual_text = normalizeText(text.text);
    last.sources['actual_text'] = source;
    last.confidence = weakest(last.sources);
    return;
  }
  addGoal(
    row,
    role === 'expected' ? text : undefined,
    role === 'actual' ? text : undefined,
    context,
  );
}

function addGoal(
  row: GridRow,
  expected: Cell | undefined,
  actual: Cell | undefined,
  context: FormContext,
): boolean {
  if (!expected && !actual) return false;
  const sources: Record<string, Source> = {};
  if (expected) sources['expected_text'] = cellSource(row.table, expected);
  if (actual) sources['actual_text'] = cellSource(row.table, actual);
  const ordinal = context.form.goals.length + 1;
  context.form.goals.push({
    value_id: valueId(context, 'goal', ordinal),
    confidence: weakest(sources),
    sources,
    ordinal,
    expected_text: expected ? normalizeText(expected.text) : null,
    actual_text: actual ? normalizeText(actual.text) : null,
  });
  return true;
}

/** A row of 年度重点工作计划. */
export function readTaskRow(row: GridRow, header: Header, context: FormContext): boolean {
  const sources: Record<string, Source> = {};
  const read = (code: string): string | null => {
    const column = header.columns.find((c) => c.code === code);
    const cell = column && cellUnder(row, column.range);
    if (!cell || cell.row !== row.row || isBlank(cell.text)) return null;
    sources[code] = cellSource(row.table, cell, 'cell', column.match.score);
    return normalizeText(cell.text);
  };
  const task = read('task');
  const responsible_unit = read('responsible_unit');
  const goal = read('goal');
  if (task === null && goal === null) return false;
  const ordinal = context.form.key_tasks.length + 1;
  context.form.key_tasks.push({
    value_id: valueId(context, 'task', ordinal),
    confidence: weakest(sources),
    sources,
    ordinal,
    task,
    responsible_unit,
    goal,
  });
  return true;
}
