import type { PageItems, PlacedTable } from './placed.ts';

/** Row boundaries of one sheet's pages agree to this, in points. */
const tolerance = 1.5;
/** Fewer rows may stand at the same heights by chance. */
const fewestRows = 4;
/** So many may not. */
const manyRows = 12;
/** A part may lack boundaries that only cells of the other one reach: not more than the rest. */
const sharedRows = 0.75;

/** Widths that differ by so much, in points, differ. */
const otherWidth = 10;

const han = /\p{Script=Han}/u;

/**
 * Sets the pages of a sheet too wide for its paper side by side: all its rows stand at the same
 * heights again, in other columns; what stood above a part, stands above the whole. Changes the pages' items.
 * @returns the tables that go on beside, with the page on which they do
 */
export function joinSideways(
  pages: readonly PageItems[],
): { readonly table: PlacedTable; readonly page: number }[] {
  const joined: { table: PlacedTable; page: number }[] = [];
  let open: { table: PlacedTable; on: PageItems } | undefined;
  let last = 0;
  for (const page of pages) {
    const part = onlyTable(page);
    if (open && part && page.page === last + 1 && goesOnBeside(open.table, part)) {
      const at = page.items.indexOf(part);
      const above = page.items.slice(0, at);
      page.items = page.items.slice(at + 1);
      open.on.items.splice(open.on.items.indexOf(open.table), 0, ...above);
      appendColumns(open.table, part);
      joined.push({ table: open.table, page: page.page });
    } else open = part && { table: part, on: page };
    last = page.page;
  }
  return joined;
}

/** Whether a part has the table's rows, height by height, but not its columns. */
export function goesOnBeside(table: PlacedTable, rest: PlacedTable): boolean {
  if (!table.ruled || !rest.ruled || repeatsLabels(table, rest)) return false;
  const own = rowEdges(table);
  const other = rowEdges(rest);
  if (own.length !== table.rows + 1 || other.length !== rest.rows + 1) return false;
  const [few, many] = own.length < other.length ? [own, other] : [other, own];
  if (few.length <= Math.max(fewestRows, many.length * sharedRows)) return false;
  if (!near(own.at(-1) ?? 0, other.at(-1))) return false;
  if (few.some((y) => !many.some((edge) => near(y, edge)))) return false;
  const sameColumns =
    table.xs.length === rest.xs.length && table.xs.every((x, i) => near(x, rest.xs[i]));
  return !sameColumns && (!isUniform(few) || isOtherWidth(table, rest) || isLong(few, table, rest));
}

function onlyTable({ items }: PageItems): PlacedTable | undefined {
  const tables = items.filter((item) => item.kind === 'table');
  return tables.length === 1 ? tables[0] : undefined;
}

/** A table that begins with the words the other one begins with is one of its own, of the same kind. */
function repeatsLabels(table: PlacedTable, rest: PlacedTable): boolean {
  const labels = (from: PlacedTable): Set<string> =>
    new Set(
      from.cells
        .filter(({ column, text }) => column === 0 && han.test(text))
        .map(({ text }) => text),
    );
  const own = labels(table);
  return [...labels(rest)].some((label) => own.has(label));
}

/** Where rows begin and end. */
function rowEdges({ cells }: PlacedTable): number[] {
  const edges: number[] = [];
  const all = cells.flatMap(({ box }) => [box.y0, box.y1]).sort((a, b) => a - b);
  for (const y of all) if (!near(y, edges.at(-1))) edges.push(y);
  return edges;
}

/** Tables that have nothing to do with each other are as wide as the text mostly. */
function isOtherWidth(table: PlacedTable, rest: PlacedTable): boolean {
  const [x0, x1] = [table.xs[0] ?? 0, table.xs.at(-1) ?? 0];
  const width = (rest.xs.at(-1) ?? 0) - (rest.xs[0] ?? 0);
  return near(x0, rest.xs[0]) && Math.abs(x1 - x0 - width) > otherWidth;
}

/** So many rows do not begin and end at the same heights by chance, in columns of their own. */
function isLong(
  edges: readonly number[],
  { xs }: PlacedTable,
  { xs: other }: PlacedTable,
): boolean {
  const inner = xs.slice(1, -1);
  const shared = inner.filter((x) => other.some((edge) => near(x, edge)));
  return edges.length > manyRows && shared.length * 2 < inner.length;
}

/** Rows of one height, but for the first one, stand alike in any two lists. */
function isUniform(edges: readonly number[]): boolean {
  const heights = edges.slice(2).map((y, i) => y - (edges[i + 1] ?? y));
  return Math.max(...heights) - Math.min(...heights) <= tolerance;
}

/** A boundary that cells of one part alone reach parts rows of the whole. */
function appendColumns(table: PlacedTable, rest: PlacedTable): void {
  const [own, other] = [rowEdges(table), rowEdges(rest)];
  const edges = own.length < other.length ? other : own;
  moveRows(table, own, edges);
  moveRows(rest, other, edges);
  const offset = table.xs.length - 1;
  const shift = (table.xs.at(-1) ?? 0) - (rest.xs[0] ?? 0);
  for (const cell of rest.cells) {
    cell.column += offset;
    table.cells.push(cell);
  }
  table.cells.sort((a, b) => a.row - b.row || a.column - b.column);
  table.xs = [...table.xs, ...rest.xs.slice(1).map((x) => x + shift)];
  table.rows = edges.length - 1;
}

function moveRows({ cells }: PlacedTable, from: readonly number[], to: readonly number[]): void {
  const places = from.map((y) => to.findIndex((edge) => near(y, edge)));
  for (const cell of cells) {
    const row = places[cell.row] ?? cell.row;
    cell.rowSpan = (places[cell.row + cell.rowSpan] ?? row + cell.rowSpan) - row;
    cell.row = row;
  }
}

function near(a: number, b: number | undefined): boolean {
  return b !== undefined && Math.abs(a - b) <= tolerance;
}
