import { IngestError } from '../../../schemas/ingest-error.ts';
import type { Limits } from '../../extractor.ts';
import { createXmlBudget, streamXml, type XmlBudget } from '../../xml/xml-stream.ts';
import { openZip } from '../../zip-container.ts';

/** A relationship of a part to another part (ECMA-376 part 2). */
export interface Relation {
  readonly id: string;
  /** The last word of its type: "worksheet", "styles", "comments". */
  readonly type: string;
  /** Name of the member it leads to, without a leading slash. */
  readonly target: string;
}

/** A workbook as a package of parts. */
export interface PackageParts {
  readonly names: readonly string[];
  readonly mainPart: string;
  readonly budget: XmlBudget;
  /** A part's bytes; null where the package has no such part. */
  read(part: string): Uint8Array | null;
  /** Where a part leads inside the package. */
  relations(part: string): readonly Relation[];
}

const usualMainPart = /^xl\/workbook\d*\.xml$/i;

/** Whether a member's name is that of a workbook's main part. */
export function isWorkbookPart(name: string): boolean {
  return usualMainPart.test(name);
}

/** @throws IngestError archive_truncated, archive_too_large, encrypted, document_incomplete */
export async function openPackage(bytes: Uint8Array, limits: Limits): Promise<PackageParts> {
  const zip = await openZip(bytes, limits);
  const budget = createXmlBudget(limits);
  const relations = (part: string): readonly Relation[] => {
    const slash = part.lastIndexOf('/') + 1;
    const name = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
    const content = zip.read(name);
    return content ? readRelations(part, name, content, budget) : [];
  };
  const named = relations('')
    .find(({ type }) => type === 'officeDocument')
    ?.target.toLowerCase();
  const mainPart =
    zip.names.find((name) => name.toLowerCase() === named) ?? zip.names.find(isWorkbookPart);
  if (mainPart === undefined) {
    throw new IngestError('document_incomplete', 'the package has no workbook part');
  }
  return { names: zip.names, mainPart, budget, read: zip.read, relations };
}

function readRelations(
  part: string,
  name: string,
  bytes: Uint8Array,
  budget: XmlBudget,
): Relation[] {
  const relations: Relation[] = [];
  const open = (element: string, attributes: { get(name: string): string | undefined }): void => {
    const target = attributes.get('Target');
    if (element !== 'rel:Relationship' || !target) return;
    if (attributes.get('TargetMode') === 'External') return;
    relations.push({
      id: attributes.get('Id') ?? '',
      type: (attributes.get('Type') ?? '').replace(/^.*\//, ''),
      target: resolveTarget(part, target),
    });
  };
  streamXml(name, bytes, [{ open, text() {}, close() {} }], budget);
  return relations;
}

function resolveTarget(part: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const base = path.startsWith('/') ? [] : part.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') base.pop();
    else if (step !== '' && step !== '.') base.push(step);
  }
  return base.join('/');
}
