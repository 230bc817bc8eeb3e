/** What a cell says of the columns it stands in, in twips. */
export interface SaidWidth {
  readonly column: number;
  readonly span: number;
  readonly width: number;
}

/**
 * The widths of a table's columns: of cells in one column, and of wider cells where only one of
 * their columns is open still.
 *
 * @param columns what the table's col elements say; null where one says nothing
 * @returns in twips; 0 where neither says it
 */
export function solveWidths(
  count: number,
  columns: readonly (number | null)[],
  said: readonly SaidWidth[],
): number[] {
  const widths = Array.from({ length: count }, (_, index) => columns[index] ?? 0);
  for (const { column, span, width } of [...said].sort((a, b) => a.span - b.span)) {
    const inside = widths.slice(column, column + span);
    const open = inside.indexOf(0);
    if (open < 0 || inside.lastIndexOf(0) !== open) continue;
    widths[column + open] = Math.max(0, width - inside.reduce((sum, known) => sum + known, 0));
  }
  return widths;
}
