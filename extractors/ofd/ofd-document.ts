import { IngestError } from '../../schemas/ingest-error.ts';
import type { Area } from '../matrix.ts';
import { childOf, childrenOf, type OfdElement, textOfChild } from './element-tree.ts';
import { readBoolean, readBox } from './numbers.ts';
import type { OfdPackage, OfdPart } from './ofd-package.ts';
import { type Resources, readResources } from './resources.ts';

/** One document of a package: there may be several (GB/T 33190-2016, 7.4). */
export interface OfdDocument {
  readonly part: OfdPart;
  readonly pages: readonly PageEntry[];
  readonly resources: Resources;
  /** The page's size where a page has none of its own, millimetres. */
  readonly box: Area;
  /** @throws IngestError document_incomplete */
  template(id: string): Template | undefined;
}

export interface PageEntry {
  readonly id: string;
  readonly part: string;
}

export interface Template {
  readonly page: OfdPart;
  readonly zOrder: string | undefined;
}

/** A4, for documents that state no size. */
const usualBox: Area = { x0: 0, y0: 0, x1: 210, y1: 297 };

/** The root parts of a package's documents, and what it says of itself. */
export interface OfdEntry {
  readonly bodies: readonly OfdElement[];
  readonly roots: readonly string[];
}

/** @throws IngestError document_incomplete where a document's root is not there */
export function readEntry(source: OfdPackage): OfdEntry {
  const { name, root } = source.read('OFD.xml');
  const bodies = childrenOf(root, 'DocBody');
  const roots = bodies.map((body) => {
    const location = currentVersion(source, body, name) ?? textOfChild(body, 'DocRoot');
    const part = location === null ? null : source.locate(location, name);
    if (part === null) throw new IngestError('document_incomplete', `no document at ${location}`);
    return part;
  });
  if (roots.length === 0) throw new IngestError('document_incomplete', `${name} names no document`);
  return { bodies, roots };
}

/** The root of the version that is in force, where a document is kept in versions (chapter 19). */
function currentVersion(source: OfdPackage, body: OfdElement, from: string): string | null {
  const versions = childOf(body, 'Versions');
  const current =
    versions &&
    childrenOf(versions, 'Version').find(({ attributes }) =>
      readBoolean(attributes.get('Current'), false),
    );
  const part = current && source.locate(current.attributes.get('BaseLoc') ?? '', from);
  if (!part) return null;
  const location = textOfChild(source.read(part).root, 'DocRoot');
  return location === null ? null : source.locate(location, part);
}

/** @throws IngestError document_incomplete where the document's pages are not there */
export function readOfdDocument(source: OfdPackage, name: string): OfdDocument {
  const part = source.read(name);
  const common = childOf(part.root, 'CommonData');
  const pages = childOf(part.root, 'Pages');
  if (!pages) throw new IngestError('document_incomplete', `${name} has no pages`);
  return {
    part,
    pages: childrenOf(pages, 'Page').map((page) => ({
      id: page.attributes.get('ID') ?? '',
      part: partOf(source, page, name),
    })),
    resources: readResources(source, common ? locationsOfResources(common) : [], name),
    box: boxOf(common && childOf(common, 'PageArea')) ?? usualBox,
    template: templatesOf(source, common, name),
  };
}

function partOf(source: OfdPackage, element: OfdElement, from: string): string {
  const location = element.attributes.get('BaseLoc') ?? '';
  const part = location === '' ? null : source.locate(location, from);
  if (part === null) {
    throw new IngestError('document_incomplete', `${from}: no ${element.name} at "${location}"`);
  }
  return part;
}

function templatesOf(
  source: OfdPackage,
  common: OfdElement | undefined,
  from: string,
): OfdDocument['template'] {
  const listed = new Map(
    (common ? childrenOf(common, 'TemplatePage') : []).map((element) => [
      element.attributes.get('ID') ?? '',
      element,
    ]),
  );
  const read = new Map<string, Template>();
  return (id) => {
    const element = listed.get(id);
    if (!element) return undefined;
    let template = read.get(id);
    if (!template) {
      const page = source.read(partOf(source, element, from));
      template = { page, zOrder: element.attributes.get('ZOrder') };
      read.set(id, template);
    }
    return template;
  };
}

/** Where a document or a page keeps its resources. */
export function locationsOfResources(element: OfdElement): string[] {
  return element.children
    .filter(({ name }) => ['PublicRes', 'DocumentRes', 'PageRes'].includes(name))
    .map(({ text }) => text)
    .filter((text) => text.trim() !== '');
}

/** The physical box of a page area (7.5); null where it has none, or one without extent. */
export function boxOf(area: OfdElement | undefined): Area | null {
  const box = area ? readBox(childOf(area, 'PhysicalBox')?.text) : null;
  return box && box.x1 > box.x0 && box.y1 > box.y0 ? box : null;
}
