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
  return { rows: isGrid(rows) ? padRows(rows) : rows, next };
}

/** Empty cells between two written ones: what merged cells of a worksheet leave. */
const mergedRun = /\S\t[^\S\t]*\t\s*\S/;

/**
 * Does every cell stand in its column, as in a copied worksheet? Then most rows are of one width, or
 * none ends with an empty cell: editors trim the ends of lines, of all or of the last.
 */
function isGrid(rows: readonly (readonly CellText[])[]): boolean {
  const merged = rows.filter((row) => mergedRun.test(row.map(({ text }) => text).join('\t')));
  if (merged.length < 2) return false;
  const widest = Math.max(...rows.map((row) => row.length));
  const full = rows.filter((row) => row.length === widest).length;
  return full * 3 >= rows.length * 2 || rows.every((row) => row.at(-1)?.text.trim() !== '');
}

/** Gives rows the empty cells back that they lost at their ends. */
function padRows(rows: readonly (readonly CellText[])[]): CellText[][] {
  const widest = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => [
    ...row,
    ...Array.from({ length: widest - row.length }, () => ({
      text: '',
      page: row[0]?.page ?? null,
    })),
  ]);
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
