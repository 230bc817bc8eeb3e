import type { Line } from './lines.ts';
import type { CellText } from './ragged-table.ts';

/** A table whose rows are lines, with TABs between the cells. */
export interface SeparatedTable {
  readonly rows: readonly (readonly CellText[])[];
  /** The first line after it. */
  readonly next: number;
}

/** A TAB between two pieces of text; one at a line's end only is a typist's. */
const inner = /\S[^\S\n]*\t[^\n]*\S/;

/**
 * Reads the run of at least two lines with TABs inside them, from a line `start` that is not led
 * by one. Later lines may be: their first cell is empty.
 */
export function readSeparatedTable(
  lines: readonly Line[],
  start: number,
): SeparatedTable | undefined {
  if (lines[start]?.kind !== 'text') return undefined;
  let next = start;
  while (inner.test(lines[next]?.text ?? '')) next++;
  if (next - start < 2) return undefined;
  const rows = lines.slice(start, next).map((line) => {
    const first = line.kind === 'cell' ? [{ text: '', page: line.page }] : [];
    return [...first, ...splitCells(line)];
  });
  return { rows, next };
}

/**
 * Rows of lines that all begin with a TAB and mostly have more inside, as a worksheet is dumped:
 * there every line is a row, while in a dumped Word table every line is a cell.
 */
export function readRowLines(lines: readonly Line[]): CellText[][] | undefined {
  const withMore = lines.filter((line) => inner.test(line.text)).length;
  const isWorksheet =
    lines.length >= 2 &&
    withMore * 2 >= lines.length &&
    lines.every((line) => line.kind === 'cell');
  return isWorksheet ? lines.map(splitCells) : undefined;
}

function splitCells(line: Line): CellText[] {
  return line.text.split('\t').map((text) => ({ text, page: line.page }));
}
