import { IngestError } from '../../schemas/ingest-error.ts';
import type { Limits } from '../extractor.ts';
import { createXmlBudget, type XmlBudget } from '../xml/xml-stream.ts';
import { openZip } from '../zip-container.ts';
import { type Relation, readRelations, relationsPart } from './relations.ts';

/** A Word document as a package of parts (ECMA-376 part 2). */
export interface WordPackage {
  readonly mainPart: string;
  readonly budget: XmlBudget;
  /** A part's bytes; null where the package has no such part. */
  read(part: string): Uint8Array | null;
  /** Where a part leads; none where it says nothing. */
  relations(part: string): readonly Relation[];
}

const usualMainPart = /^word\/document\d*\.xml$/i;

/** Whether a member's name is that of a Word document's main part. */
export function isMainPart(name: string): boolean {
  return usualMainPart.test(name);
}

/** @throws IngestError archive_truncated, archive_too_large, encrypted, document_incomplete */
export async function openWordPackage(bytes: Uint8Array, limits: Limits): Promise<WordPackage> {
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
  const named = relations('').find((relation) => relation.type === 'officeDocument')?.target;
  const names = new Set(zip.names.map((name) => name.toLowerCase()));
  const mainPart =
    named !== undefined && names.has(named.toLowerCase()) ? named : zip.names.find(isMainPart);
  if (mainPart === undefined) {
    throw new IngestError('document_incomplete', 'the package has no main document part');
  }
  return { mainPart, budget, read: zip.read, relations };
}
