import type { Table } from '../../schemas/document.ts';
import { type GridRow, gridRows } from '../grid.ts';
import { isBlank } from '../values/blank.ts';
import type { LabelIndex } from '../vocabulary/label-index.ts';
import { labelPart } from './anchors.ts';
import { readHeader } from './headers.ts';
import { readTitle, type Title } from './titles.ts';

/** Rows of a table that can only be of one form. */
export interface Segment {
  readonly table: Table;
  readonly rowFrom: number;
  /** Exclusive. */
  readonly rowTo: number;
  /** The row that holds the title, where the table itself does. */
  readonly title: (Title & { readonly row: number }) | null;
  readonly rows: readonly GridRow[];
}

/**
 * Cuts a table where another form begins in it: at a title row, or where the first anchor (项目名称,
 * 部门名称) comes again after the form's body has been seen.
 */
export function cutTable(table: Table, labels: LabelIndex): Segment[] {
  const rows = gridRows(table);
  const starts: { row: number; title: (Title & { row: number }) | null }[] = [];
  let seen = new Set<string>();
  let body = false;
  for (const row of rows) {
    const title = titleRow(row);
    const anchor = title ? undefined : firstAnchor(row, labels);
    if (title || starts.length === 0 || (anchor && body && seen.has(anchor))) {
      const last = starts.at(-1);
      // A title of two rows, or a title row above nothing yet, stays one start.
      if (title && last && !body && last.title) continue;
      starts.push({ row: row.row, title: title ? { ...title, row: row.row } : null });
      seen = new Set();
      body = false;
    }
    if (anchor) seen.add(anchor);
    if (!body && readHeader(row, labels)) body = true;
  }
  return starts.map((start, i) => {
    const rowTo = starts[i + 1]?.row ?? table.rows;
    return {
      table,
      rowFrom: start.row,
      rowTo,
      title: start.title,
      rows: rows.slice(start.row, rowTo),
    };
  });
}

/** A row with one text in it that is a form's title. */
function titleRow(row: GridRow): Title | undefined {
  const filled = row.cells.filter((cell) => !isBlank(cell.text));
  const [only] = filled;
  if (filled.length !== 1 || !only) return undefined;
  const lines = only.text.split('\n').filter((line) => line.trim() !== '');
  return readTitle(only.text) ?? (lines[0] === undefined ? undefined : readTitle(lines[0]));
}

function firstAnchor(row: GridRow, labels: LabelIndex): string | undefined {
  for (const cell of row.cells) {
    if (isBlank(cell.text) || cell.text.length > 40) continue;
    const match = labels.exact('identity', labelPart(cell.text));
    return match && (match.code === 'project_name' || match.code === 'unit_name')
      ? match.code
      : undefined;
  }
  return undefined;
}
