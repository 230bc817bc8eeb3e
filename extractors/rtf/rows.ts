import { IngestError } from '../../schemas/ingest-error.ts';
import { addTable, endFlow, type Flow, flowText } from '../flow/flow.ts';
import { openPassage } from '../flow/passage.ts';
import type { PlacedLeftover } from '../flow/placed-leftover.ts';
import { addRow, finishTable, type SourceCell } from '../flow/table-builder.ts';
import { takeRepeated } from './form-texts.ts';
import { layOutGrid } from './grid.ts';
import {
  type OpenTable,
  openCell,
  openTable,
  type RowDefinition,
  type RtfCell,
  type RtfRow,
} from './open-table.ts';
import {
  type Layer,
  type Look,
  layerOf,
  type ParagraphLook,
  type Story,
  settlePassage,
} from './story.ts';

/** How many tables a paragraph of these properties stands in. */
export function nestingOf(layer: Layer, { nesting, inTable }: ParagraphLook): number {
  if (inTable) return Math.max(1, nesting ?? 1);
  if (nesting !== null && nesting > 0) return nesting;
  // Some writers say \intbl of a row's first cell only.
  return (layer.tables[0]?.cells.length ?? 0) > 0 ? 1 : 0;
}

/** \par: ends the open paragraph, an empty one where none is, inside this many tables. */
export function endParagraph(story: Story, nesting: number, look: Look): void {
  const layer = layerOf(story);
  const passage = layer.passage ?? openPassage();
  layer.passage = null;
  spend(story, 1);
  const flow = flowAt(story, layer, nesting);
  const table = layer.tables[nesting - 1];
  const page = layer.paged ? story.page : null;
  const setAside = (text: string, reason: PlacedLeftover['reason']): void => {
    const place = table?.cell.place ?? null;
    story.leftovers.push({ text, reason, page, part: layer.part, place });
  };
  for (const text of takeRepeated(passage, layer.formTexts)) setAside(text, 'decoration');
  layer.formTexts = [];
  for (const { text, reason } of passage.asides) setAside(text, reason);
  const gone = settlePassage(story, flow, passage, look);
  const number = passage.number?.text ?? '';
  if (gone !== null && !story.counts) setAside(number, gone);
  else if (gone === null && story.counts) story.generated.push(number);
}

/** \cell and \nestcell: end the open cell, and the paragraph in it, inside this many tables. */
export function endCell(story: Story, nesting: number, look: Look): void {
  endParagraph(story, nesting, look);
  const table = layerOf(story).tables[nesting - 1];
  if (!table) return;
  table.cell.deleted = look.deleted;
  pushCell(story, table);
}

/** \row and \nestrow: end the row inside this many tables, as last defined. */
export function endRow(story: Story, nesting: number, look: Look): void {
  const layer = layerOf(story);
  endLoosePassage(story, layer, nesting, look);
  flowAt(story, layer, nesting);
  const table = layer.tables[nesting - 1];
  if (!table) return;
  if (holdsText(table.cell.flow)) pushCell(story, table);
  const { outer, nested } = layer.row;
  if (look.deleted && table.cells.every((cell) => cell.deleted && isEmpty(cell))) {
    table.cells = [];
    table.cell = openCell(table.builder.table, table.rows.length);
  } else closeRow(story, table, nesting === 1 ? outer : nested);
}

/** Ends all that is open in a layer. */
export function endLayer(story: Story, look: Look): Layer {
  const layer = layerOf(story);
  endLoosePassage(story, layer, (layer.tables[0]?.cells.length ?? 0) > 0 ? 1 : 0, look);
  closeTables(story, layer, 0);
  endFlow(layer.flow);
  story.layers.pop();
  return layer;
}

/** What stands behind a row's last cell mark: nothing as a rule, or a cell that lacks its mark. */
function endLoosePassage(story: Story, layer: Layer, nesting: number, look: Look): void {
  const { passage } = layer;
  if (!passage) return;
  const { text, asides, anchored, number } = passage;
  if (text === '' && asides.length === 0 && anchored.length === 0 && number === null) {
    layer.passage = null;
    return;
  }
  endParagraph(story, nesting, look);
}

/** The flow inside this many tables: deeper ones end, missing ones begin. */
function flowAt(story: Story, layer: Layer, nesting: number): Flow {
  closeTables(story, layer, nesting);
  while (layer.tables.length < nesting) layer.tables.push(openTable());
  return layer.tables[nesting - 1]?.cell.flow ?? layer.flow;
}

function closeTables(story: Story, layer: Layer, nesting: number): void {
  for (let table = layer.tables[nesting]; table; table = layer.tables[nesting]) {
    const inner = layer.tables.pop() ?? table;
    closeTable(story, layer, inner);
    if (inner === table) return;
  }
}

function closeTable(story: Story, layer: Layer, table: OpenTable): void {
  if (holdsText(table.cell.flow)) pushCell(story, table);
  if (table.cells.length > 0) closeRow(story, table, layer.row.outer);
  buildTable(story, layer, table);
  addTable(layer.tables.at(-1)?.cell.flow ?? layer.flow, finishTable(table.builder));
}

function holdsText({ items, carried }: Flow): boolean {
  return items.length > 0 || carried !== null;
}

function isEmpty(cell: RtfCell | undefined): boolean {
  return !cell?.flow.items.some((item) => item.kind === 'table' || item.text !== '' || item.number);
}

function pushCell(story: Story, table: OpenTable): void {
  spend(story, 1);
  endFlow(table.cell.flow);
  table.cell.page = layerOf(story).paged ? story.page : null;
  table.cells.push(table.cell);
  table.cell = openCell(table.builder.table, table.rows.length);
}

/**
 * A row has as many cells as are defined, whether their marks come or not; marks beyond, as
 * LibreOffice writes after nested tables, are cells only where they hold something.
 */
function closeRow(story: Story, table: OpenTable, definition: RowDefinition): void {
  if (table.cells.length === 0) return;
  const defined = definition.cells.length;
  if (definition.hidden) {
    hideRow(story, table);
    return;
  }
  while (table.cells.length < defined) pushCell(story, table);
  if (defined > 0) {
    while (table.cells.length > defined && isEmpty(table.cells.at(-1))) table.cells.pop();
  }
  table.rows.push({
    definition: { ...definition, cells: [...definition.cells] },
    cells: table.cells,
  });
  spend(story, definition.cells.length);
  table.cells = [];
  table.cell = openCell(table.builder.table, table.rows.length);
}

/** What a hidden row says is kept beside the table; nobody sees the row. */
function hideRow(story: Story, table: OpenTable): void {
  const { part } = layerOf(story);
  for (const { flow, page } of table.cells) {
    const text = flowText(flow.items);
    const place = { table: table.builder.table, row: table.rows.length, column: 0 };
    if (text !== '') story.leftovers.push({ text, reason: 'hidden', page, part, place });
  }
  table.cells = [];
  table.cell = openCell(table.builder.table, table.rows.length);
}

function buildTable(story: Story, layer: Layer, { builder, rows }: OpenTable): void {
  const grid = layOutGrid(rows);
  if (grid.columns * rows.length > story.budget) throw tooLarge();
  builder.gridColumns = grid.columns;
  builder.widths.push(...grid.widths);
  for (const [index, row] of rows.entries()) {
    const laidOut = grid.rows[index];
    if (laidOut) buildRow(story, layer, builder, row, laidOut);
  }
}

function buildRow(
  story: Story,
  layer: Layer,
  builder: OpenTable['builder'],
  row: RtfRow,
  laidOut: ReturnType<typeof layOutGrid>['rows'][number],
): void {
  let column = laidOut.before;
  const cells = row.cells.map(({ flow, place, page }, index): SourceCell => {
    const { span, vertical, horizontal } = laidOut.cells[index] ?? noDefinition;
    place.column = column;
    column += span;
    return {
      span,
      verticalMerge: vertical,
      horizontalMerge: horizontal,
      covered: false,
      flow,
      page,
    };
  });
  const at = builder.table.rows;
  const { covered, orphans } = addRow(builder, { before: laidOut.before, after: 0, cells });
  const { part } = layer;
  for (const { column: covers, text } of covered) {
    const place = { table: builder.table, row: at, column: covers };
    story.leftovers.push({ text, reason: 'hidden', page: row.cells[0]?.page ?? null, part, place });
  }
  for (const orphan of orphans) {
    story.notices.push({
      code: 'merge-without-start',
      message: '单元格续接上方的合并，但上方没有合并的起点，按独立单元格处理',
      at: `${part} 行${at + 1} 列${orphan + 1}`,
    });
  }
}

const noDefinition = { span: 1, vertical: null, horizontal: null } as const;

function spend(story: Story, elements: number): void {
  story.budget -= elements;
  if (story.budget < 0) throw tooLarge();
}

function tooLarge(): IngestError {
  return new IngestError('archive_too_large', 'more paragraphs and cells than allowed');
}
