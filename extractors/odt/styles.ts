import { readLength } from '../flow/length.ts';
import type { Script } from '../flow/script-digits.ts';
import { readTextPosition } from '../flow/text-position.ts';
import type { Attributes, XmlHandler } from '../xml/xml-stream.ts';

/** How a style makes text look; null where it says nothing. */
export interface Look {
  readonly hidden: boolean | null;
  readonly struck: boolean | null;
  readonly script: Script | null;
  readonly font: string | null;
}

/** What a style settles, its parents asked. */
export interface Style extends Look {
  readonly listStyle: string | null;
  readonly breaksBefore: boolean;
  readonly breaksAfter: boolean;
  /** Of a table's column, in twips. */
  readonly columnWidth: number | null;
}

export const noLook: Look = { hidden: null, struck: null, script: null, font: null };
const noStyle: Style = {
  ...noLook,
  listStyle: null,
  breaksBefore: false,
  breaksAfter: false,
  columnWidth: null,
};

/** The styles of a document, common and automatic (OpenDocument 1.3 part 3, 16). */
export interface Styles {
  /** @param part the part in which the style is named: both have automatic styles of their own */
  get(part: string, family: string, name: string | undefined): Style;
}

interface RawStyle {
  readonly parent: string | undefined;
  hidden: boolean | null;
  struck: boolean | null;
  script: Script | null;
  font: string | null;
  listStyle: string | null;
  breaksBefore: boolean | null;
  breaksAfter: boolean | null;
  columnWidth: number | null;
}

/** The styles, and what reads those of a part. */
export interface StyleReader {
  readonly styles: Styles;
  handler(part: string): XmlHandler;
}

/** @param names of the parts: a style may stand in another than the one that names it */
export function createStyleReader(names: readonly string[]): StyleReader {
  const raw = new Map<string, RawStyle>();
  const fonts = new Map<string, string>();
  const resolved = new Map<string, Style>();
  const styles: Styles = {
    get(part, family, name) {
      if (name === undefined) return noStyle;
      const key = `${part}/${family}/${name}`;
      let style = resolved.get(key);
      if (!style) {
        style = resolve(chainOf(raw, [part, ...names], family, name), fonts);
        resolved.set(key, style);
      }
      return style;
    },
  };
  return { styles, handler: (part) => styleHandler(part, raw, fonts) };
}

function styleHandler(
  part: string,
  raw: Map<string, RawStyle>,
  fonts: Map<string, string>,
): XmlHandler {
  let style: RawStyle | null = null;
  return {
    open(name, attributes) {
      if (name === 'style:style') {
        style = openStyle(attributes);
        const family = attributes.get('style:family') ?? '';
        raw.set(`${part}/${family}/${attributes.get('style:name') ?? ''}`, style);
      } else if (name === 'style:font-face') {
        const family = attributes.get('svg:font-family')?.replace(/^'|'$/g, '');
        fonts.set(attributes.get('style:name') ?? '', family ?? '');
      } else if (style) readProperties(style, name, attributes);
    },
    text() {},
    close(name) {
      if (name === 'style:style') style = null;
    },
  };
}

function openStyle(attributes: Attributes): RawStyle {
  const master = attributes.get('style:master-page-name');
  return {
    parent: attributes.get('style:parent-style-name'),
    hidden: null,
    struck: null,
    script: null,
    font: null,
    listStyle: attributes.get('style:list-style-name') ?? null,
    // A paragraph that begins a page of another kind begins a page.
    breaksBefore: master ? true : null,
    breaksAfter: null,
    columnWidth: null,
  };
}

function readProperties(style: RawStyle, name: string, attributes: Attributes): void {
  if (name === 'style:text-properties') {
    const display = attributes.get('text:display');
    if (display !== undefined) style.hidden = display === 'none';
    style.struck = readStruck(attributes);
    style.script = readTextPosition(attributes.get('style:text-position'));
    style.font = attributes.get('style:font-name') ?? attributes.get('fo:font-family') ?? null;
  } else if (name === 'style:paragraph-properties' || name === 'style:table-properties') {
    style.breaksBefore ??= readBreak(attributes.get('fo:break-before'));
    style.breaksAfter ??= readBreak(attributes.get('fo:break-after'));
  } else if (name === 'style:table-column-properties') {
    style.columnWidth = readLength(attributes.get('style:column-width'));
  }
}

function readStruck(attributes: Attributes): boolean | null {
  const line =
    attributes.get('style:text-line-through-style') ??
    attributes.get('style:text-line-through-type');
  return line === undefined ? null : line !== 'none';
}

function readBreak(value: string | undefined): boolean | null {
  if (value === undefined) return null;
  return value === 'page' || value === 'even-page' || value === 'odd-page';
}

/** The style and its parents, nearest first; parents that run in circles end. */
function chainOf(
  raw: ReadonlyMap<string, RawStyle>,
  parts: readonly string[],
  family: string,
  name: string,
): RawStyle[] {
  const chain: RawStyle[] = [];
  let next: string | undefined = name;
  while (next !== undefined) {
    const keys: string[] = parts.map((part) => `${part}/${family}/${next}`);
    const style: RawStyle | undefined = keys.map((key) => raw.get(key)).find((found) => found);
    if (!style || chain.includes(style)) break;
    chain.push(style);
    next = style.parent;
  }
  return chain;
}

function resolve(chain: readonly RawStyle[], fonts: ReadonlyMap<string, string>): Style {
  const nearest = <K extends keyof RawStyle>(key: K): RawStyle[K] | null =>
    chain.find((style) => style[key] !== null)?.[key] ?? null;
  const font = nearest('font');
  return {
    hidden: nearest('hidden'),
    struck: nearest('struck'),
    script: nearest('script'),
    font: font === null ? null : (fonts.get(font) ?? font),
    listStyle: nearest('listStyle'),
    breaksBefore: nearest('breaksBefore') ?? false,
    breaksAfter: nearest('breaksAfter') ?? false,
    columnWidth: nearest('columnWidth'),
  };
}
