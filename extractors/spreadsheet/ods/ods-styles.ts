import { readLength } from '../../flow/length.ts';
import type { Script } from '../../flow/script-digits.ts';
import { readTextPosition } from '../../flow/text-position.ts';
import type { Attributes, XmlHandler } from '../../xml/xml-stream.ts';
import { side } from '../workbook.ts';

/** What styles say of how cells and sheets show (OpenDocument 1.3 part 3, 16). */
export interface OdsStyles {
  /** Bits of the sides with a line, by the name of a cell's style. */
  readonly sides: Map<string, number>;
  /** Styles of sheets that do not show. */
  readonly hiddenTables: Set<string>;
  /** Styles of cells and of text that is struck out. */
  readonly struck: Set<string>;
  /** Styles of text above or below its line. */
  readonly scripts: Map<string, Script>;
  /** Widths of columns, in characters of a usual font. */
  readonly columnWidths: Map<string, number>;
}

export function createOdsStyles(): OdsStyles {
  return {
    sides: new Map(),
    hiddenTables: new Set(),
    struck: new Set(),
    scripts: new Map(),
    columnWidths: new Map(),
  };
}

/** Seven pixels. */
const twipsOfCharacter = 105;

const borders = [
  ['fo:border', side.left | side.right | side.top | side.bottom],
  ['fo:border-left', side.left],
  ['fo:border-right', side.right],
  ['fo:border-top', side.top],
  ['fo:border-bottom', side.bottom],
] as const;

/** Follows styles.xml, or the automatic styles of content.xml, and adds to the styles known. */
export function createStyleHandler(styles: OdsStyles): XmlHandler {
  let current: string | null = null;
  return {
    open(name, attributes) {
      if (name === 'style:style') current = openStyle(styles, attributes);
      else if (current === null) return;
      else if (name === 'style:table-properties') {
        if (attributes.get('table:display') === 'false') styles.hiddenTables.add(current);
      } else if (name === 'style:text-properties') {
        const line =
          attributes.get('style:text-line-through-style') ??
          attributes.get('style:text-line-through-type');
        if (line === 'none') styles.struck.delete(current);
        else if (line !== undefined) styles.struck.add(current);
        const script = readTextPosition(attributes.get('style:text-position'));
        if (script) styles.scripts.set(current, script);
      } else if (name === 'style:table-column-properties') {
        const width = readLength(attributes.get('style:column-width'));
        if (width) styles.columnWidths.set(current, width / twipsOfCharacter);
      } else if (name === 'style:table-cell-properties') {
        styles.sides.set(current, readSides(attributes, styles.sides.get(current) ?? 0));
      }
    },
    text() {},
    close(name) {
      if (name === 'style:style') current = null;
    },
  };
}

/** A style begins with what its parent says, which stands before it. */
function openStyle(styles: OdsStyles, attributes: Attributes): string | null {
  const family = attributes.get('style:family');
  const name = attributes.get('style:name') ?? null;
  if (name === null || !['table', 'table-cell', 'table-column', 'text'].includes(family ?? ''))
    return null;
  const parent = attributes.get('style:parent-style-name') ?? '';
  const inherited = styles.sides.get(parent);
  if (inherited) styles.sides.set(name, inherited);
  if (styles.struck.has(parent)) styles.struck.add(name);
  const script = styles.scripts.get(parent);
  if (script) styles.scripts.set(name, script);
  return name;
}

function readSides(attributes: Attributes, inherited: number): number {
  let bits = inherited;
  for (const [name, own] of borders) {
    const value = attributes.get(name);
    if (value === undefined) continue;
    const isDrawn = value.trim() !== '' && !/\b(?:none|hidden)\b/.test(value);
    bits = isDrawn ? bits | own : bits & ~own;
  }
  return bits;
}
