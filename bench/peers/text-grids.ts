import type { Grid, GridCell } from './grid.ts';

/**
 * How a person splits the text of a table whose lines are gone. Each rule makes one grid of a whole
 * text; a line of one piece is a row of one cell.
 */
export const textRules = {
  /** A line is a row, a tab starts the next cell. */
  'lines and tabs': (text: string): Grid => ordinalRows(text.split('\n').map(splitTabs)),
  /** A row ends with a tab at a line's end; other line ends are part of a cell. */
  'rows end with a tab': (text: string): Grid =>
    ordinalRows(text.split(/\t\n/).map((row) => splitTabs(row))),
  /** As above, and so do two tabs: a row's end where the line's end is lost. */
  'rows end with two tabs': (text: string): Grid =>
    ordinalRows(text.split(/\t[\n\t]/).map((row) => splitTabs(row))),
  /** A line is a row, a cell a run without two spaces; cells that overlap are a column. */
  'lines and gaps': (text: string): Grid => text.split('\n').flatMap(gapRow),
  /** A line is a row, every space starts the next cell. */
  'lines and spaces': (text: string): Grid =>
    ordinalRows(text.split('\n').map((line) => line.trim().split(/\s+/))),
} as const;
export type TextRule = keyof typeof textRules;

function splitTabs(line: string): string[] {
  return line.split('\t');
}

/** Rows without spans: a cell's column is its ordinal in its row. */
export function ordinalRows(rows: readonly (readonly string[])[]): Grid {
  return rows.flatMap((texts, row) =>
    texts.map((text, column) => ({ row, column, rowSpan: 1, columnSpan: 1, text })),
  );
}

/** Columns are places in the line. */
function gapRow(line: string, row: number): GridCell[] {
  return [...line.matchAll(/\S+(?: \S+)*/g)].map((match) => ({
    row,
    column: match.index,
    rowSpan: 1,
    columnSpan: match[0].length,
    text: match[0],
  }));
}
