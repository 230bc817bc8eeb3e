/**
 * Namespaces by the prefix the readers call them. Transitional and strict Word documents (ECMA-376
 * part 1 and part 4) use different URIs for the same words; a document may choose other prefixes.
 */
const transitional = 'http://schemas.openxmlformats.org';
const strict = 'http://purl.oclc.org/ooxml';
const microsoft = 'http://schemas.microsoft.com/office';
const opendocument = 'urn:oasis:names:tc:opendocument:xmlns';

const prefixes: ReadonlyMap<string, string> = new Map([
  [`${transitional}/wordprocessingml/2006/main`, 'w'],
  [`${strict}/wordprocessingml/main`, 'w'],
  [`${transitional}/spreadsheetml/2006/main`, 'x'],
  [`${strict}/spreadsheetml/main`, 'x'],
  [`${transitional}/officeDocument/2006/relationships`, 'r'],
  [`${strict}/officeDocument/relationships`, 'r'],
  [`${transitional}/package/2006/relationships`, 'rel'],
  [`${transitional}/markup-compatibility/2006`, 'mc'],
  [`${transitional}/officeDocument/2006/math`, 'm'],
  [`${strict}/officeDocument/math`, 'm'],
  [`${transitional}/drawingml/2006/main`, 'a'],
  [`${strict}/drawingml/main`, 'a'],
  [`${transitional}/drawingml/2006/wordprocessingDrawing`, 'wp'],
  [`${strict}/drawingml/wordprocessingDrawing`, 'wp'],
  [`${transitional}/drawingml/2006/spreadsheetDrawing`, 'xdr'],
  [`${strict}/drawingml/spreadsheetDrawing`, 'xdr'],
  [`${transitional}/drawingml/2006/picture`, 'pic'],
  [`${strict}/drawingml/picture`, 'pic'],
  [`${transitional}/drawingml/2006/chart`, 'c'],
  [`${strict}/drawingml/chart`, 'c'],
  [`${transitional}/drawingml/2006/diagram`, 'dgm'],
  [`${strict}/drawingml/diagram`, 'dgm'],
  [`${microsoft}/drawing/2014/chartex`, 'cx'],
  [`${microsoft}/word/2010/wordprocessingShape`, 'wps'],
  [`${microsoft}/word/2010/wordprocessingGroup`, 'wpg'],
  [`${microsoft}/word/2010/wordprocessingCanvas`, 'wpc'],
  [`${microsoft}/word/2010/wordml`, 'w14'],
  [`${microsoft}/word/2015/wordml/symex`, 'w16se'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
  [`${transitional}/package/2006/metadata/core-properties`, 'cp'],
  ['http://purl.org/dc/terms/', 'dcterms'],
  [`${transitional}/officeDocument/2006/extended-properties`, 'ep'],
  [`${strict}/officeDocument/extendedProperties`, 'ep'],
  [`${opendocument}:office:1.0`, 'office'],
  [`${opendocument}:text:1.0`, 'text'],
  [`${opendocument}:table:1.0`, 'table'],
  [`${opendocument}:style:1.0`, 'style'],
  [`${opendocument}:drawing:1.0`, 'draw'],
  [`${opendocument}:xsl-fo-compatible:1.0`, 'fo'],
  [`${opendocument}:svg-compatible:1.0`, 'svg'],
  [`${opendocument}:meta:1.0`, 'meta'],
  [`${opendocument}:manifest:1.0`, 'manifest'],
  [`${opendocument}:datastyle:1.0`, 'number'],
  [`${opendocument}:presentation:1.0`, 'presentation'],
  ['urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0', 'loext'],
  ['urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0', 'field'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://www.w3.org/1999/xlink', 'xlink'],
  ['http://www.ofdspec.org/2016', 'ofd'],
  // Drafts of GB/T 33190 before it was issued; documents of the time are still in archives.
  ['http://www.ofdspec.org', 'ofd'],
]);
const known: ReadonlySet<string> = new Set(prefixes.values());

/** Names of a namespace outside the list begin with this. */
const unknownPrefix = '?';

/** Whether a name as NameScope gives it belongs to a namespace of the list. */
export function isUnderstood(name: string): boolean {
  return !name.startsWith(unknownPrefix);
}

/** The namespace declarations in force at one place of a part. */
export interface NameScope {
  /** The element's name under this reader's prefixes: "w:p", or "?:p" of an unknown namespace. */
  element(raw: string): string;
  /** The names under which an attribute such as "w:val" may stand here. */
  attribute(name: string): readonly string[];
  /** The scope inside an element that declares more; the same for the same declarations. */
  within(declarations: ReadonlyMap<string, string>): NameScope;
}

/** A scope where nothing is declared; an undeclared prefix is taken at its word. */
export function createNameScope(bound: ReadonlyMap<string, string> = new Map()): NameScope {
  const elements = new Map<string, string>();
  const attributes = new Map<string, readonly string[]>();
  const inner = new Map<string, NameScope>();
  return {
    element(raw) {
      let name = elements.get(raw);
      if (name === undefined) {
        name = elementName(raw, bound);
        elements.set(raw, name);
      }
      return name;
    },
    attribute(name) {
      let raws = attributes.get(name);
      if (!raws) {
        raws = attributeNames(name, bound);
        attributes.set(name, raws);
      }
      return raws;
    },
    within(declarations) {
      const key = [...declarations].map((pair) => pair.join('=')).join(' ');
      let scope = inner.get(key);
      if (!scope) {
        scope = createNameScope(new Map([...bound, ...declarations]));
        inner.set(key, scope);
      }
      return scope;
    },
  };
}

function elementName(raw: string, bound: ReadonlyMap<string, string>): string {
  const colon = raw.indexOf(':');
  const prefix = colon < 0 ? '' : raw.slice(0, colon);
  const uri = bound.get(prefix);
  const named = uri === undefined && known.has(prefix) ? prefix : prefixes.get(uri ?? '');
  return `${named ?? unknownPrefix}:${raw.slice(colon + 1)}`;
}

function attributeNames(name: string, bound: ReadonlyMap<string, string>): readonly string[] {
  const colon = name.indexOf(':');
  if (colon < 0) return [name];
  const prefix = name.slice(0, colon);
  const local = name.slice(colon);
  const raws = [...bound]
    .filter(([alias, uri]) => alias !== '' && prefixes.get(uri) === prefix)
    .map(([alias]) => alias + local);
  return raws.length === 0 && !bound.has(prefix) ? [name] : raws;
}
