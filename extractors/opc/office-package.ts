import { IngestError } from '../../schemas/ingest-error.ts';
import type { Limits } from '../extractor.ts';
import { createXmlBudget, type XmlBudget } from '../xml/xml-stream.ts';
import { openZip } from '../zip-container.ts';
import { type Relation, readRelations, relationsPart } from './relations.ts';

/** A document as a package of parts (ECMA-376 part 2). */
export interface OfficePackage {
  readonly names: readonly string[];
  readonly mainPart: string;
  readonly budget: XmlBudget;
  /** A part's bytes; null where the package has no such part. */
  read(part: string): Uint8Array | null;
  /** Where a part leads inside the package; none where it says nothing. */
  relations(part: string): readonly Relation[];
}

/**
 * Opens a package. Its main part is the one its relationships name, else the first whose name is
 * the usual one.
 *
 * @throws IngestError archive_truncated, archive_too_large, encrypted, document_incomplete
 */
export async function openOfficePackage(
  bytes: Uint8Array,
  limits: Limits,
  isMainPart: (name: string) => boolean,
): Promise<OfficePackage> {
  const zip = await openZip(bytes, limits);
  const budget = createXmlBudget(limits);
  const known = new Map<string, readonly Relation[]>();
  const relations = (part: string): readonly Relation[] => {
    let found = known.get(part);
    if (!found) {
      const content = zip.read(relationsPart(part));
      found = content ? readRelations(part, content, budget) : [];
      known.set(part, found);
    }
    return found;
  };
  const named = relations('')
    .find(({ type }) => type === 'officeDocument')
    ?.target.toLowerCase();
  const mainPart =
    zip.names.find((name) => name.toLowerCase() === named) ?? zip.names.find(isMainPart);
  if (mainPart === undefined) {
    throw new IngestError('document_incomplete', 'the package has no main document part');
  }
  return { names: zip.names, mainPart, budget, read: zip.read, relations };
}
