import type { OfficePackage } from '../opc/office-package.ts';
import { readInteger, streamXml } from '../xml/xml-stream.ts';

/** What a document says of itself. */
export interface Properties {
  readonly pages: number | null;
  /** ISO time. */
  readonly modifiedAt: string | null;
}

/** Reads docProps: the last change (ECMA-376 part 2) and the pages Word counted (part 1, 22.2). */
export function readProperties(source: OfficePackage): Properties {
  const modified = readElement(source, 'core-properties', 'docProps/core.xml', 'dcterms:modified');
  const pages = readElement(source, 'extended-properties', 'docProps/app.xml', 'ep:Pages');
  return { modifiedAt: toIsoTime(modified), pages: readInteger(pages ?? undefined) };
}

function readElement(
  source: OfficePackage,
  type: string,
  usualPart: string,
  element: string,
): string | null {
  // Strict packages spell the types without the hyphen.
  const plain = type.replace('-', '').toLowerCase();
  const part =
    source.relations('').find((relation) => relation.type.replace('-', '').toLowerCase() === plain)
      ?.target ?? usualPart;
  const bytes = source.read(part);
  if (!bytes) return null;
  let reading = false;
  let found: string | null = null;
  const handler = {
    open: (name: string) => {
      reading = name === element;
    },
    text: (text: string) => {
      if (reading) found = (found ?? '') + text;
    },
    close: () => {
      reading = false;
    },
  };
  streamXml(part, bytes, [handler], source.budget);
  return found;
}

function toIsoTime(text: string | null): string | null {
  const time = text === null ? Number.NaN : Date.parse(text.trim());
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
