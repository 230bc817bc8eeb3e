import type { FlowItem, FlowTable } from '../flow/flow.ts';
import { styleOf } from './looks.ts';
import type { RowGroup } from './page-table.ts';
import { isBlank } from './page-table.ts';
import { attribute, isElement, type PageElement } from './parse-page.ts';
import type { SheetBorders } from './sheet-borders.ts';

/** What is known of a table when it ends. */
export interface ReadTable {
  readonly element: PageElement;
  readonly groups: readonly RowGroup[];
  readonly grid: FlowTable;
  readonly hasHeadings: boolean;
  readonly borders: SheetBorders;
}

/** Paragraphs in one cell from which on it is a column of a page, not a cell of a table. */
const columnParagraphs = 6;

/**
 * Does the table only place things on the page? Pages of the 2000s are tables in tables: frames
 * without lines, with one cell to a row, or around other tables. A table whose cells form a grid is
 * kept, whatever it is for.
 */
export function isLayoutTable(table: ReadTable): boolean {
  const { element, groups, hasHeadings } = table;
  if (/^(?:presentation|none)$/i.test(attribute(element, 'role') ?? '')) return true;
  if (hasHeadings) return false;
  const rows = groups.flatMap((group) => group.rows).filter(({ cells }) => cells.length > 0);
  const cells = rows.flatMap((row) => row.cells.map(({ flow }) => flow.items));
  const filled = cells.filter((items) => !isBlank(items));
  const around = filled.filter(holdsTable);
  const ruled = isRuled(table);
  if (rows.every((row) => row.cells.length === 1)) return !ruled || around.length > 0;
  const own = filled.length - around.length;
  if (around.length > 0) return ruled ? own <= 1 : own <= 6 || nestedShare(cells) >= 0.8;
  if (ruled) return false;
  return rows.length <= 3 && filled.some((items) => items.length >= columnParagraphs);
}

function holdsTable(items: readonly FlowItem[]): boolean {
  return items.some(({ kind }) => kind === 'table');
}

function nestedShare(cells: readonly (readonly FlowItem[])[]): number {
  let own = 0;
  let nested = 0;
  for (const item of cells.flat()) {
    if (item.kind === 'paragraph') own += item.text.length;
    else for (const cell of item.cells) nested += cell.text.length;
  }
  return nested === 0 ? 0 : nested / (own + nested);
}

/** Cells looked at for lines of their own. */
const inspectedCells = 24;

/** Has it lines a reader sees: by attributes, styles, or cells on a dark ground set apart by 1px? */
export function isRuled({ element, borders }: Pick<ReadTable, 'element' | 'borders'>): boolean {
  const border = attribute(element, 'border');
  if (border !== undefined && border.trim() !== '0') return true;
  if (/^(?:all|rows|cols|groups)$/i.test(attribute(element, 'rules') ?? '')) return true;
  if (attribute(element, 'bgcolor') !== undefined && attribute(element, 'cellspacing') === '1') {
    return true;
  }
  const parts = [element, ...firstCells(element)];
  if (parts.some(hasBorderStyle)) return true;
  const named = parts.some((part) => namesOf(part).some((name) => borders.names.has(name)));
  return named || (borders.general && border === undefined);
}

function namesOf(element: PageElement): string[] {
  const names = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`;
  return names.toLowerCase().split(/\s+/);
}

function hasBorderStyle(element: PageElement): boolean {
  const style = attribute(element, 'style');
  if (style === undefined || !/border/i.test(style)) return false;
  return [
    'border',
    'border-top',
    'border-bottom',
    'border-left',
    'border-right',
    'border-style',
  ].some((property) => drawsLine(styleOf(element, property)));
}

function drawsLine(value: string): boolean {
  return /\b(?:solid|dashed|dotted|double|groove|ridge|inset|outset)\b/.test(value);
}

function firstCells(table: PageElement): PageElement[] {
  const found: PageElement[] = [];
  const open: PageElement[] = [table];
  for (let element = open.pop(); element && found.length < inspectedCells; element = open.pop()) {
    for (const child of element.childNodes.slice(0, inspectedCells)) {
      if (!isElement(child)) continue;
      if (/^t[dh]$/.test(child.tagName)) found.push(child);
      else if (/^(?:t(?:head|body|foot|r))$/.test(child.tagName)) open.push(child);
    }
  }
  return found;
}
