import { type DefaultTreeAdapterMap, parse } from 'parse5';
import type { Grid, GridCell } from './grid.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

/** Spans beyond this are a tool's mistake; a grid is not built for them. */
const largestSpan = 1_000;

/**
 * The tables of a page, in reading order; nested ones follow their parent and are no part of its
 * text. A row span is believed past the end of a table's head, where a browser would cut it off.
 *
 * @param rowSpans false: a row span is not believed, each cell stands in its own row only
 */
export function gridsOfHtml(html: string, rowSpans = true): Grid[] {
  return elementsOf(parse(html), 'table').map((table) => gridOf(table, rowSpans));
}

/** All text of a page; blocks and cells end a line. */
export function textOfHtml(html: string): string {
  return textOf(parse(html), () => true);
}

function gridOf(table: Element, rowSpans: boolean): Grid {
  const cells: GridCell[] = [];
  // By column: the first row that is free again.
  const free: number[] = [];
  for (const [row, tr] of rowsOf(table).entries()) {
    let column = 0;
    for (const cell of tr.childNodes.filter(isCell)) {
      while ((free[column] ?? 0) > row) column += 1;
      const rowSpan = rowSpans ? spanOf(cell, 'rowspan') : 1;
      const columnSpan = spanOf(cell, 'colspan');
      const text = textOf(cell, (node) => nameOf(node) !== 'table').trim();
      cells.push({ row, column, rowSpan, columnSpan, text });
      for (let end = column + columnSpan; column < end; column += 1) free[column] = row + rowSpan;
    }
  }
  return cells;
}

function rowsOf(table: Element): Element[] {
  return table.childNodes.flatMap((child) => {
    if (!('tagName' in child)) return [];
    if (child.tagName === 'tr') return [child];
    return /^t(?:head|body|foot)$/.test(child.tagName) ? rowsOf(child) : [];
  });
}

function isCell(node: Node): node is Element {
  return nameOf(node) === 'td' || nameOf(node) === 'th';
}

function spanOf(cell: Element, name: string): number {
  const value = Number(cell.attrs.find((attribute) => attribute.name === name)?.value ?? 1);
  return Number.isInteger(value) && value > 0 && value <= largestSpan ? value : 1;
}

function nameOf(node: Node): string {
  return 'tagName' in node ? node.tagName : '';
}

function elementsOf(root: Node, name: string): Element[] {
  const found: Element[] = [];
  walk(root, (node) => {
    if ('tagName' in node && node.tagName === name) found.push(node);
    return true;
  });
  return found;
}

const blockNames = /^(?:p|div|br|td|th|tr|li|h\d|table)$/;
const silent = /^(?:style|script|head)$/;

function textOf(root: Node, enters: (node: Node) => boolean): string {
  const pieces: string[] = [];
  walk(root, (node) => {
    if (blockNames.test(nameOf(node))) pieces.push('\n');
    if ('value' in node) pieces.push(node.value);
    return (node === root || enters(node)) && !silent.test(nameOf(node));
  });
  return pieces.join('');
}

/** Without recursion: pages of other programs nest as deep as they like. */
function walk(root: Node, enters: (node: Node) => boolean): void {
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!enters(node) || !('childNodes' in node)) continue;
    waiting.push(...node.childNodes.toReversed());
  }
}
