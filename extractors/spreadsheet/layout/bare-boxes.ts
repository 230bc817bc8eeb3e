import type { Range } from '../workbook.ts';
import { aroundAll } from './ranges.ts';
import type { PlacedCell } from './visible-sheet.ts';

/**
 * Tables that nothing has been filled in to, on a sheet with no other: a row of headings under its
 * title, or a merge over rows and columns that is all there is.
 */
export function bareBoxes(texts: readonly PlacedCell[]): Range[] {
  const [only, second] = texts;
  if (only && !second) {
    return only.bottom > only.top && only.right > only.left ? [toRange(only)] : [];
  }
  const rows = new Map<number, PlacedCell[]>();
  for (const cell of texts) {
    const row = rows.get(cell.top);
    if (row) row.push(cell);
    else rows.set(cell.top, [cell]);
  }
  return [...rows.values()].flatMap((row) => {
    const box = aroundAll(row.map(toRange));
    return box && isHeadingRow(row, box) ? [box] : [];
  });
}

function toRange({ top, left, bottom, right }: PlacedCell): Range {
  return { top, left, bottom, right };
}

/** Longer than any heading: prose. */
const longestHeading = 40;

/** Three headings or more without a gap between them; a line to sign or fill in has colons. */
function isHeadingRow(row: readonly PlacedCell[], { left, right }: Range): boolean {
  const width = row.reduce((sum, cell) => sum + cell.right - cell.left + 1, 0);
  return (
    row.length >= 3 &&
    width === right - left + 1 &&
    row.every(({ text }) => text.length <= longestHeading && !/[:：。]/.test(text))
  );
}
