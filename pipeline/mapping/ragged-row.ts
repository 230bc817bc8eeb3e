import type { Cell } from '../../schemas/document.ts';
import { cellUnder, type GridRow } from '../grid.ts';
import type { Header } from '../recognition/headers.ts';
import { isBlank } from '../values/blank.ts';
import { readNumber } from '../values/number.ts';

/** The cell of a column, in a row that may be short of its first cells. */
export function cellOf(
  row: GridRow,
  header: Header,
  code: string,
  shift: number,
): Cell | undefined {
  const column = header.columns.find((c) => c.code === code);
  if (!column) return undefined;
  return shift > 0 ? row.at(column.range.from - shift) : cellUnder(row, column.range);
}

/**
 * How many of its first cells a ragged row lacks: none where its name and points stand in their
 * columns as they are, the difference where they do from the right.
 * @returns undefined where neither fits, so that nothing is read from the row
 */
export function raggedShift(row: GridRow, header: Header): number | undefined {
  const missing = row.table.ragged ? header.row.cells.length - row.cells.length : 0;
  if (missing === 0) return 0;
  const fits = (shift: number): boolean => {
    const name = cellOf(row, header, 'level3', shift);
    const named =
      name !== undefined && !isBlank(name.text) && !/^[\d.,%≥≤]+$/.test(name.text.trim());
    return (
      named &&
      ['weight', 'score'].every((code) => {
        const cell = cellOf(row, header, code, shift);
        return !cell || isBlank(cell.text) || readNumber(cell.text) !== undefined;
      })
    );
  };
  const last = header.columns.some(({ code }) => code === 'weight' || code === 'score');
  if (missing > 0 && fits(missing) && last) return missing;
  return fits(0) ? 0 : undefined;
}
