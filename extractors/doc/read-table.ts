import { addTable, type Flow, flowText } from '../flow/flow.ts';
import {
  addRow,
  createTableBuilder,
  finishTable,
  isCovered,
  nextColumn,
  type SourceCell,
  type SourceRow,
  type TableBuilder,
} from '../flow/table-builder.ts';
import { buildColumnGrid } from './column-grid.ts';
import type { DocNode, RowNode, TableNode } from './nodes.ts';
import { joinsPrevious, type RowShape } from './row-shape.ts';
import { looksAt } from './source.ts';
import { addLeftover, type Story } from './story.ts';

/** What reads the inside of a cell. */
export type ReadInside = (story: Story, nodes: readonly DocNode[]) => Flow;

/** Puts a table's cells where a person sees them, and reads them in order. */
export function readTable(story: Story, node: TableNode, flow: Flow, readInside: ReadInside): void {
  const shapes = completeShapes(node.rows);
  const grid = buildColumnGrid(shapes.map(({ edges }) => edges));
  const builder = createTableBuilder();
  builder.gridColumns = grid.columns;
  builder.widths.push(...grid.widths);
  node.rows.forEach((row, index) => {
    const shape = shapes[index];
    const bounds = grid.rows[index]?.bounds;
    if (shape && bounds) readRow(story, builder, row, shape, bounds, grid.columns, readInside);
  });
  addTable(flow, finishTable(builder));
}

/**
 * A shape for each row with as many cells as it has: one that does not say it, or is damaged, is
 * like the row above as far as that goes; further cells are as wide as usual.
 */
function completeShapes(rows: readonly RowNode[]): RowShape[] {
  let above: RowShape = { edges: [0], cells: [] };
  return rows.map(({ cells, shape }) => {
    const from = shape ?? { ...above, cells: above.cells.map(() => unmerged()) };
    const edges = cells.length === 0 ? [] : from.edges.slice(0, cells.length + 1);
    const shaped = from.cells.slice(0, cells.length);
    while (shaped.length < cells.length) {
      shaped.push(unmerged());
      edges.push((edges.at(-1) ?? 0) + usualWidth);
    }
    const complete = { edges, cells: shaped };
    if (shape) above = complete;
    return complete;
  });
}

const usualWidth = 1440;

function unmerged(): RowShape['cells'][number] {
  return { horizontal: 0, vertical: null };
}

function readRow(
  story: Story,
  builder: TableBuilder,
  node: RowNode,
  shape: RowShape,
  bounds: readonly number[],
  columns: number,
  readInside: ReadInside,
): void {
  const outside = story.aside;
  if (isDeleted(story, node)) story.aside ??= 'deleted_revision';
  const row: SourceRow = {
    before: bounds[0] ?? 0,
    after: columns - (bounds.at(-1) ?? columns),
    cells: [],
  };
  const joins = joinsPrevious(shape.cells);
  const place = { table: builder.table, row: builder.table.rows };
  node.cells.forEach((nodes, index) => {
    const cell = openCell(story, shape, bounds, joins, index);
    story.places.push({ ...place, column: nextColumn(row) });
    readCell(story, builder, row, cell, (inside) => readInside(inside, nodes));
    story.places.pop();
  });
  const { covered, orphans } = addRow(builder, row);
  for (const { column, text } of covered) {
    story.places.push({ ...place, column });
    addLeftover(story, text, 'hidden');
    story.places.pop();
  }
  for (const column of orphans) {
    story.notices.push({
      code: 'merge-without-start',
      message: '单元格续接上方的合并，但上方没有合并的起点，按独立单元格处理',
      at: `${story.part} 行${place.row + 1} 列${column + 1}`,
    });
  }
  story.aside = outside;
}

/** A row is gone where all of its marks are; some writers let the last text's looks run on over one. */
function isDeleted({ source }: Story, { mark, cells }: RowNode): boolean {
  const marks = cells.map((cell) => {
    const last = cell.at(-1);
    return last?.kind === 'paragraph' ? last.mark : null;
  });
  return [...marks, mark].every((at) => at !== null && looksAt(source, at).looks.deleted);
}

function openCell(
  story: Story,
  shape: RowShape,
  bounds: readonly number[],
  joins: readonly boolean[],
  index: number,
): Omit<SourceCell, 'flow'> {
  const goesOn = joins[index + 1] === true;
  return {
    span: Math.max(1, (bounds[index + 1] ?? 0) - (bounds[index] ?? 0)),
    verticalMerge: shape.cells[index]?.vertical ?? null,
    horizontalMerge: joins[index] ? 'continue' : goesOn ? 'restart' : null,
    covered: false,
    page: story.page,
  };
}

/** A merged-away cell is not laid out: its text is not seen, its paragraphs do not count. */
function readCell(
  story: Story,
  builder: TableBuilder,
  row: SourceRow,
  opened: Omit<SourceCell, 'flow'>,
  readInside: (story: Story) => Flow,
): void {
  const outside = story.aside;
  const covered = isCovered(builder, row, opened);
  if (covered) story.aside ??= 'hidden';
  const flow = readInside(story);
  story.aside = outside;
  if (outside === null) {
    const { span, verticalMerge, horizontalMerge, page } = opened;
    row.cells.push({ span, verticalMerge, horizontalMerge, covered, flow, page });
  } else addLeftover(story, flowText(flow.items), 'unread');
}
