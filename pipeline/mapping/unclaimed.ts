import type { Cell } from '../../schemas/document.ts';
import type { MappedForm, Source } from '../../schemas/form.ts';
import { normalizeText } from '../../schemas/text.ts';
import type { GridRow } from '../grid.ts';
import { readAmount } from '../values/amount.ts';
import { isBlank } from '../values/blank.ts';
import { readRate } from '../values/number.ts';
import type { FormContext } from './context.ts';
import { splitLabelValue } from './label-value.ts';

/**
 * Names the figures of a form's tables that no record rests on: a column or row that was not
 * understood. They stay in raw_cells; a figure lost must not be lost silently.
 */
export function listUnclaimed(rows: readonly GridRow[], context: FormContext): void {
  const claimed = claimedPlaces(context.form);
  for (const row of rows) {
    row.cells.forEach((cell, i) => {
      const place = `${row.table.tableNo}/${cell.row + 1}/${cell.column + 1}`;
      if (claimed.has(place) || context.known.has(cell) || !isFigure(cell)) return;
      if (isPersonal(row.cells[i - 1], context)) return;
      context.form.unclaimed.push({
        text: normalizeText(cell.text),
        table_no: row.table.tableNo,
        row_no: cell.row + 1,
        column_no: cell.column + 1,
      });
    });
  }
}

function claimedPlaces(form: MappedForm): Set<string> {
  const places = new Set<string>();
  const add = (sources: Readonly<Record<string, Source>>) => {
    for (const { table_no, row_no, column_no } of Object.values(sources)) {
      places.add(`${table_no}/${row_no}/${column_no}`);
    }
  };
  add(form.sources);
  const { amounts, executions, indicators, base_data, goals, key_tasks, form_totals } = form;
  for (const records of [
    amounts,
    executions,
    indicators,
    base_data,
    goals,
    key_tasks,
    form_totals,
  ]) {
    for (const record of records) add(record.sources);
  }
  return places;
}

/** Figures alone: a number in a sentence is the sentence's. Ordinals (1, 2, 3 in a first column) are none. */
function isFigure(cell: Cell): boolean {
  if (isBlank(cell.text) || cell.text.length > 40) return false;
  if (cell.column === 0 && /^\s*\d{1,3}\s*$/.test(cell.text)) return false;
  return readAmount(cell.text, '万元').kind === 'amount' || readRate(cell.text) !== undefined;
}

/** Codes, dates and telephone numbers beside their label are no figures. */
function isPersonal(left: Cell | undefined, context: FormContext): boolean {
  const label = left && (splitLabelValue(left.text)?.label ?? left.text);
  return label !== undefined && context.labels.exact('identity', label) !== undefined;
}
