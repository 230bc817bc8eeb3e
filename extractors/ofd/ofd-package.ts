import { posix } from 'node:path';
import { IngestError } from '../../schemas/ingest-error.ts';
import type { Limits } from '../extractor.ts';
import { createXmlBudget, streamXml } from '../xml/xml-stream.ts';
import { openZip } from '../zip-container.ts';
import { type OfdElement, treeBuilder } from './element-tree.ts';
import { type PartText, partTextCounter } from './part-text.ts';

/** A part read. */
export interface OfdPart {
  readonly name: string;
  readonly root: OfdElement;
  readonly text: PartText;
}

/** An OFD file as a package of parts (GB/T 33190-2016, 7.1). */
export interface OfdPackage {
  /** The part that a location written in another part leads to; null where there is none. */
  locate(location: string, from: string): string | null;
  /** A part's bytes; null where there is no such part. */
  bytes(part: string): Uint8Array | null;
  /** @throws IngestError document_incomplete, xml_malformed, xml_entity, document_too_deep */
  read(part: string): OfdPart;
}

/** Whether a zip member is the entry part, which makes a zip an OFD file. */
export function isEntryPart(name: string): boolean {
  return /^OFD\.xml$/i.test(name);
}

/** GM/T 0099-2020: what describes how the other parts are encrypted. */
const encryptionPart = /(?:^|\/)(?:Encryptions\.xml|decyptseed\.dat|entriesmap\.dat)$/i;

/** @throws IngestError archive_truncated, archive_too_large, encrypted */
export async function openOfdPackage(bytes: Uint8Array, limits: Limits): Promise<OfdPackage> {
  const zip = await openZip(bytes, limits);
  if (zip.names.some((name) => encryptionPart.test(name))) {
    throw new IngestError('encrypted', 'the parts of the package are encrypted');
  }
  const budget = createXmlBudget(limits);
  const names = new Set(zip.names.map((name) => name.toLowerCase()));
  return {
    locate(location, from) {
      return candidates(location, from).find((name) => names.has(name.toLowerCase())) ?? null;
    },
    bytes: (part) => zip.read(part),
    read(name) {
      const content = zip.read(name);
      const tree = treeBuilder();
      const counter = partTextCounter();
      if (content && content.length > 0) streamXml(name, content, [tree, counter], budget);
      const root = tree.root();
      if (!root) throw new IngestError('document_incomplete', `${name} is missing or empty`);
      return { name, root, text: counter.result };
    },
  };
}

/**
 * Where a location may lead (ST_Loc, 7.3): a leading slash is the package's root, anything else the
 * folder of the part it stands in. Writers get this wrong, so the folders above are tried as well.
 */
function candidates(location: string, from: string): string[] {
  const cleaned = location.trim().replaceAll('\\', '/');
  const relative = cleaned.replace(/^\/+/, '');
  const folders: string[] = [];
  for (let folder = posix.dirname(from); folder !== '.'; folder = posix.dirname(folder)) {
    folders.push(folder);
  }
  if (cleaned.startsWith('/')) folders.unshift('');
  else folders.push('');
  return folders.map((folder) => posix.join('/', folder, relative).slice(1));
}
