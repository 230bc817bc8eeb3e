import type { XmlHandler } from '../xml/xml-stream.ts';

/** An element of a part, by its local name: writers forget prefixes and mix versions of the namespace. */
export interface OfdElement {
  readonly name: string;
  /** Those that the reader knows of the element. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly OfdElement[];
  /** Its own text, without that of its children. */
  readonly text: string;
}

/** CT_GraphicUnit (GB/T 33190-2016, 8.5). */
const graphicUnit = ['Boundary', 'CTM', 'DrawParam', 'LineWidth', 'Visible', 'Alpha'];
const text = [...graphicUnit, 'Font', 'Size', 'Stroke', 'Fill', 'HScale'].concat([
  'ReadDirection',
  'CharDirection',
  'Weight',
]);
const path = [...graphicUnit, 'Stroke', 'Fill'];

const knownAttributes: ReadonlyMap<string, readonly string[]> = new Map([
  ['Version', ['Current', 'BaseLoc']],
  ['Signature', ['BaseLoc']],
  ['TemplatePage', ['ID', 'BaseLoc', 'ZOrder']],
  ['Page', ['ID', 'BaseLoc', 'PageID']],
  ['Template', ['TemplateID', 'ZOrder']],
  ['Layer', ['DrawParam', 'Type']],
  ['TextObject', text],
  ['Text', text],
  ['TextCode', ['X', 'Y', 'DeltaX', 'DeltaY']],
  ['PathObject', path],
  ['Path', path],
  ['Area', ['CTM']],
  ['ImageObject', graphicUnit],
  ['VideoObject', graphicUnit],
  ['CompositeObject', [...graphicUnit, 'ResourceID']],
  ['CompositeGraphicUnit', ['ID']],
  ['FillColor', ['Alpha', 'Value', 'Index']],
  ['StrokeColor', ['Alpha', 'Value', 'Index']],
  ['DrawParam', ['ID', 'Relative', 'LineWidth']],
  ['Annot', ['Type', 'Subtype', 'Visible']],
  ['Appearance', ['Boundary']],
  ['Attachment', ['Name', 'Format']],
]);

interface OpenElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: OpenElement[];
  text: string;
}

const none: ReadonlyMap<string, string> = new Map();

/** Builds the tree of one part while it is read. */
export function treeBuilder(): XmlHandler & { root(): OfdElement | null } {
  const open: OpenElement[] = [];
  let root: OpenElement | null = null;
  return {
    root: () => root,
    open(name, attributes) {
      const local = localName(name);
      const known = knownAttributes.get(local);
      const element = {
        name: local,
        attributes: known ? pick(known, (key) => attributes.get(key)) : none,
        children: [],
        text: '',
      };
      open.at(-1)?.children.push(element);
      root ??= element;
      open.push(element);
    },
    text(piece) {
      const current = open.at(-1);
      if (current) current.text += piece;
    },
    close() {
      open.pop();
    },
  };
}

function pick(
  names: readonly string[],
  get: (name: string) => string | undefined,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const name of names) {
    const value = get(name);
    if (value !== undefined) found.set(name, value);
  }
  return found;
}

/** "ofd:Page" → "Page". */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The first child of a name. */
export function childOf(element: OfdElement, name: string): OfdElement | undefined {
  return element.children.find((child) => child.name === name);
}

/** The children of a name. */
export function childrenOf(element: OfdElement, name: string): OfdElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The text of the first child of a name, trimmed; null where there is none or it is empty. */
export function textOfChild(element: OfdElement, name: string): string | null {
  const found = childOf(element, name)?.text.trim();
  return found === undefined || found === '' ? null : found;
}
