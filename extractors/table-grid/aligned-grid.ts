import type { Segment } from '../drawn-page.ts';
import type { AlignedGrid } from './aligned-rows.ts';
import { firstRuleTable } from './rule-table.ts';
import type { TextLine } from './text-lines.ts';
import { firstUnruledTable } from './unruled-table.ts';

/**
 * The first table that lines outside every ruled grid form by their alignment, or null: rather null
 * than a table made of prose. Call it again with the lines that are left.
 * @param rules horizontal rulings that belong to no ruled grid (三线表).
 */
export function alignedGrid(
  lines: readonly TextLine[],
  rules: readonly Segment[] = [],
): AlignedGrid | null {
  const inOrder = [...lines].sort((a, b) => a.y0 - b.y0 || a.x0 - b.x0);
  return firstRuleTable(inOrder, rules) ?? firstUnruledTable(inOrder);
}
