import type { Script } from '../flow/script-digits.ts';
import {
  type Attributes,
  isOn,
  readInteger,
  streamXml,
  type XmlBudget,
} from '../xml/xml-stream.ts';
import { readScript } from './scripts.ts';

/** Looks of which the nearest that is settled holds, null where it is not settled here. */
export interface NearestLooks {
  doubleStruck: boolean | null;
  script: Script | null;
}

/** How a style makes text look: paragraph and character styles alike. */
export interface RunStyle extends Readonly<NearestLooks> {
  readonly hidden: boolean;
  readonly struck: boolean;
}

/** What a paragraph style settles, its basedOn chain resolved. */
export interface ParagraphStyle extends RunStyle {
  readonly numId: string | null;
  readonly level: number | null;
  readonly pageBreakBefore: boolean;
  /** The style and what it is based on, nearest first. */
  readonly chain: readonly string[];
}

/** The styles of a document as far as text needs them. */
export interface Styles {
  /** A missing or unknown id gives the default paragraph style. */
  paragraph(id: string | null): ParagraphStyle;
  /** An unknown id gives a style that says nothing. */
  character(id: string): RunStyle;
}

interface RawStyle extends NearestLooks {
  readonly id: string;
  basedOn: string | null;
  numId: string | null;
  level: number | null;
  hidden: boolean | null;
  struck: boolean | null;
  pageBreakBefore: boolean | null;
}

/** The styles of a document without a styles part. */
export const noStyles: Styles = resolveStyles(new Map(), null);

/** Reads the styles part (ECMA-376 part 1, 17.7). */
export function readStyles(part: string, bytes: Uint8Array, budget: XmlBudget): Styles {
  const styles = new Map<string, RawStyle>();
  let defaultId: string | null = null;
  let style: RawStyle | null = null;
  let skipped = 0;
  streamXml(
    part,
    bytes,
    [
      {
        open(name, attributes) {
          if (skipped > 0 || name === 'w:tblStylePr') skipped++;
          else if (name === 'w:style') {
            style = openStyle(attributes);
            styles.set(style.id, style);
            const isDefault = attributes.get('w:default');
            if (attributes.get('w:type') === 'paragraph' && isDefault && isOn(isDefault)) {
              defaultId = style.id;
            }
          } else if (style) readProperty(style, name, attributes);
        },
        text() {},
        close(name) {
          if (skipped > 0) skipped--;
          else if (name === 'w:style') style = null;
        },
      },
    ],
    budget,
  );
  return resolveStyles(styles, defaultId);
}

function openStyle(attributes: Attributes): RawStyle {
  return {
    id: attributes.get('w:styleId') ?? '',
    basedOn: null,
    numId: null,
    level: null,
    hidden: null,
    struck: null,
    doubleStruck: null,
    script: null,
    pageBreakBefore: null,
  };
}

function readProperty(style: RawStyle, name: string, attributes: Attributes): void {
  const value = attributes.get('w:val');
  if (name === 'w:basedOn') style.basedOn = value ?? null;
  else if (name === 'w:numId') style.numId = value ?? null;
  else if (name === 'w:ilvl') style.level = readInteger(value);
  else if (name === 'w:vanish') style.hidden = isOn(value);
  else if (name === 'w:strike') style.struck = isOn(value);
  else if (name === 'w:dstrike') style.doubleStruck = isOn(value);
  else if (name === 'w:vertAlign') style.script = readScript(value);
  else if (name === 'w:pageBreakBefore') style.pageBreakBefore = isOn(value);
}

function resolveStyles(styles: ReadonlyMap<string, RawStyle>, defaultId: string | null): Styles {
  const resolved = new Map<string, ParagraphStyle>();
  const byId = (id: string): ParagraphStyle => {
    let style = resolved.get(id);
    if (!style) {
      style = resolve(chainOf(id, styles));
      resolved.set(id, style);
    }
    return style;
  };
  return {
    paragraph: (id) => byId(id !== null && styles.has(id) ? id : (defaultId ?? '')),
    character: byId,
  };
}

function chainOf(id: string, styles: ReadonlyMap<string, RawStyle>): RawStyle[] {
  const chain: RawStyle[] = [];
  let style = styles.get(id);
  while (style && !chain.includes(style)) {
    chain.push(style);
    style = styles.get(style.basedOn ?? '');
  }
  return chain;
}

function resolve(chain: readonly RawStyle[]): ParagraphStyle {
  const nearest = <K extends keyof RawStyle>(key: K): RawStyle[K] | undefined =>
    chain.find((style) => style[key] !== null)?.[key];
  return {
    numId: nearest('numId') ?? null,
    level: nearest('level') ?? null,
    hidden: nearest('hidden') ?? false,
    struck: nearest('struck') ?? false,
    doubleStruck: nearest('doubleStruck') ?? null,
    script: nearest('script') ?? null,
    pageBreakBefore: nearest('pageBreakBefore') ?? false,
    chain: chain.map((style) => style.id),
  };
}
