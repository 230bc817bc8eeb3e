import { SaxesParser } from 'saxes';
import { IngestError } from '../../schemas/ingest-error.ts';
import type { Limits } from '../extractor.ts';
import { decodeXml } from './decode-xml.ts';
import { createNameScope, type NameScope } from './namespaces.ts';

/** The attributes of the element being opened, by this reader's prefixes: get('w:val'). */
export interface Attributes {
  get(name: string): string | undefined;
}

/** What follows a part from its first element to its last; names as in NameScope. */
export interface XmlHandler {
  open(name: string, attributes: Attributes): void;
  text(text: string): void;
  close(name: string): void;
}

/** What a whole document may still use of its limits; shared by all its parts. */
export interface XmlBudget {
  readonly depth: number;
  elements: number;
}

/** The allowance of one document. */
export function createXmlBudget(limits: Limits): XmlBudget {
  return { depth: limits.depth, elements: limits.elements };
}

/**
 * Reads a part once, telling each handler everything in turn. No entity but XML's own five is
 * ever expanded: a part that declares one is refused.
 *
 * @throws IngestError xml_entity, xml_malformed, document_too_deep, archive_too_large
 */
export function streamXml(
  part: string,
  bytes: Uint8Array,
  handlers: readonly XmlHandler[],
  budget: XmlBudget,
): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY/i.test(doctype)) {
      throw new IngestError('xml_entity', `${part} declares an entity`);
    }
  });
  parser.on('error', (cause) => {
    throw new IngestError('xml_malformed', `${part}: ${cause.message}`, { cause });
  });
  connect(parser, part, handlers, budget);
  for (const piece of decodeXml(bytes, part)) parser.write(piece);
  parser.close();
}

function connect(
  parser: SaxesParser<{ xmlns: false; position: false }>,
  part: string,
  handlers: readonly XmlHandler[],
  budget: XmlBudget,
): void {
  const outer: { readonly depth: number; readonly scope: NameScope }[] = [];
  let scope = createNameScope();
  let depth = 0;
  let raw: Readonly<Record<string, string>> = {};
  const attributes: Attributes = {
    get(name) {
      for (const alias of scope.attribute(name)) {
        const value = raw[alias];
        if (value !== undefined) return value;
      }
      return undefined;
    },
  };
  parser.on('opentag', (tag) => {
    depth++;
    if (depth > budget.depth) {
      throw new IngestError('document_too_deep', `${part} nests deeper than ${budget.depth}`);
    }
    if (--budget.elements < 0) {
      throw new IngestError('archive_too_large', `${part}: more XML elements than allowed`);
    }
    raw = tag.attributes;
    const declarations = findDeclarations(raw);
    if (declarations) {
      outer.push({ depth, scope });
      scope = scope.within(declarations);
    }
    const name = scope.element(tag.name);
    for (const handler of handlers) handler.open(name, attributes);
  });
  parser.on('closetag', (tag) => {
    const name = scope.element(tag.name);
    for (const handler of handlers) handler.close(name);
    if (outer.at(-1)?.depth === depth) scope = outer.pop()?.scope ?? scope;
    depth--;
  });
  const onText = (text: string): void => {
    for (const handler of handlers) handler.text(text);
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
}

function findDeclarations(
  attributes: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> | null {
  let declarations: Map<string, string> | null = null;
  for (const name in attributes) {
    if (!name.startsWith('xmlns')) continue;
    declarations ??= new Map();
    if (name === 'xmlns') declarations.set('', attributes[name] ?? '');
    else if (name[5] === ':') declarations.set(name.slice(6), attributes[name] ?? '');
  }
  return declarations;
}

/** An on/off property (ECMA-376 part 1, 17.17.4): present without a value means on. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !['0', 'false', 'off'].includes(value);
}

/** A whole number of an attribute, or null where there is none. */
export function readInteger(value: string | undefined): number | null {
  return value !== undefined && /^\s*-?\d{1,9}\s*$/.test(value) ? Number(value) : null;
}
