import { IngestError } from '../../schemas/ingest-error.ts';
import { addTable } from '../flow/flow.ts';
import { readLength } from '../flow/length.ts';
import { isLayoutTable, isRuled } from './layout-table.ts';
import { addLinks, noLinks, sumLinks } from './link-density.ts';
import { styleOf } from './looks.ts';
import { buildGrid, type PageRow, type RowGroup, readSpan } from './page-table.ts';
import { attribute, type PageElement } from './parse-page.ts';
import {
  addItems,
  closeFrame,
  finishLine,
  type Leave,
  type OpenTable,
  openFrame,
  type Reading,
  topFrame,
} from './reading.ts';

/** @throws IngestError document_too_deep */
export function startTable(reading: Reading, element: PageElement): Leave {
  const { tables, limits, frames } = reading;
  finishLine(reading);
  if (tables.length >= limits.depth) {
    throw new IngestError('document_too_deep', `tables nested deeper than ${limits.depth}`);
  }
  const height = frames.length;
  const table: OpenTable = {
    element,
    groups: [],
    columns: [],
    row: null,
    hasHeadings: false,
    height,
  };
  tables.push(table);
  return () => {
    tables.pop();
    endTable(reading, table);
  };
}

/** A table of data goes to the flow as a grid, one that only places things as what it holds. */
function endTable(reading: Reading, { element, groups, columns, hasHeadings }: OpenTable): void {
  const { links, borders } = reading;
  const frame = topFrame(reading);
  finishLine(reading, frame);
  const grid = buildGrid(groups, columns, reading.spend);
  const cells = groups.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  if (isLayoutTable({ element, groups, grid, hasHeadings, borders })) {
    for (const { flow } of cells) addItems(frame, flow.items);
    return;
  }
  const count = noLinks();
  for (const { flow } of cells) addLinks(count, sumLinks(flow.items, links));
  // A grid with lines lists something, even where every cell leads to more about it.
  const lists = grid.rows >= 2 && grid.columns >= 2 && isRuled({ element, borders });
  if (count.links > 0 && !lists) links.set(grid, count);
  addTable(frame.flow, grid);
}

/**
 * Begins a part of the table being read.
 *
 * @returns undefined where the element is no part of it: of none, or of a part set aside
 */
export function startTablePart(reading: Reading, element: PageElement): Leave | null | undefined {
  const table = reading.tables.at(-1);
  if (!table || table.height !== reading.frames.length) return undefined;
  const kind = groupKinds.get(element.tagName);
  if (kind) {
    table.groups.push({ kind, rows: [] });
    return null;
  }
  if (element.tagName === 'col') {
    const span = readSpan(attribute(element, 'span'), 1, 1000);
    const width = widthOf(element);
    for (let at = 0; at < span && table.columns.length < mostColumns; at++) {
      table.columns.push(width);
    }
    return undefined;
  }
  if (element.tagName === 'tr') return startRow(table, element);
  if (element.tagName !== 'td' && element.tagName !== 'th') return undefined;
  return table.row ? startCell(reading, table, table.row, element) : undefined;
}

const mostColumns = 1000;

/** As drawn, in twips; null where it is not said, or only against the page. */
function widthOf(element: PageElement): number | null {
  const said = attribute(element, 'width')?.trim() ?? '';
  return (
    readLength(styleOf(element, 'width')) ?? readLength(/^[\d.]+$/.test(said) ? `${said}px` : said)
  );
}

const groupKinds: ReadonlyMap<string, RowGroup['kind']> = new Map([
  ['thead', 'head'],
  ['tbody', 'body'],
  ['tfoot', 'foot'],
]);

function startRow(table: OpenTable, element: PageElement): Leave {
  const group = table.groups.at(-1) ?? { kind: 'body', rows: [] };
  if (table.groups.length === 0) table.groups.push(group);
  table.row = { cells: [], filler: attribute(element, 'height') === '0' };
  group.rows.push(table.row);
  return () => {
    table.row = null;
  };
}

function startCell(reading: Reading, table: OpenTable, row: PageRow, element: PageElement): Leave {
  const frame = openFrame(reading);
  table.hasHeadings ||= element.tagName === 'th';
  const columnSpan = readSpan(attribute(element, 'colspan'), 1, 1000);
  const rowSpan = readSpan(attribute(element, 'rowspan'), 0, 65_534);
  row.cells.push({ columnSpan, rowSpan, width: widthOf(element), flow: frame.flow });
  return () => void closeFrame(reading, frame);
}
