import { IngestError } from '../../../schemas/ingest-error.ts';
import { countCharacters } from '../../accounting.ts';
import type { Limits } from '../../extractor.ts';
import {
  createXmlBudget,
  streamXml,
  type XmlBudget,
  type XmlHandler,
} from '../../xml/xml-stream.ts';
import { openZip, type ZipContainer } from '../../zip-container.ts';
import type { Aside, Workbook } from '../workbook.ts';
import { createOdsStyles, createStyleHandler } from './ods-styles.ts';
import { createTableHandler, type OdsSetting } from './ods-tables.ts';
import { createParagraphText } from './paragraph-text.ts';

/**
 * Reads a spreadsheet of LibreOffice or another OpenDocument program (.ods, .ots).
 *
 * @throws IngestError archive_truncated, archive_too_large, encrypted, document_incomplete,
 *   xml_malformed, xml_entity, document_too_deep
 */
export async function readOds(
  bytes: Uint8Array,
  limits: Limits,
  counts: Record<string, number>,
): Promise<Workbook> {
  const zip = await openZip(bytes, limits);
  const budget = createXmlBudget(limits);
  refuseEncrypted(zip, budget);
  const content = zip.read('content.xml');
  if (!content) throw new IngestError('document_incomplete', 'content.xml is missing');
  const styles = createOdsStyles();
  const setting: OdsSetting = {
    styles,
    counts,
    mostSheets: limits.pages,
    cells: limits.elements,
    copied: mostCopied,
  };
  const tables = createTableHandler(setting);
  const asides = readStyles(zip, budget, [createStyleHandler(styles)], counts);
  streamXml('content.xml', content, [createStyleHandler(styles), tables], budget);
  // Headers belong to page styles that sheets share: they are kept once, with the first.
  tables.sheets[0]?.asides.push(...asides);
  return {
    sheets: tables.sheets,
    modifiedAt: readModified(zip, budget),
    notices: [],
    attachments: [],
  };
}

/** A few bytes may say that a text stands in every cell there is: no person wrote so much. */
const mostCopied = 500_000;

/** OpenDocument 1.3 part 2, 3.4: the manifest tells which parts are encrypted. */
function refuseEncrypted(zip: ZipContainer, budget: XmlBudget): void {
  const part = 'META-INF/manifest.xml';
  const bytes = zip.read(part);
  if (!bytes) return;
  const open = (name: string): void => {
    if (name !== 'manifest:encryption-data') return;
    throw new IngestError('encrypted', 'the document opens with a password only');
  };
  streamXml(part, bytes, [{ open, text() {}, close() {} }], budget);
}

function readStyles(
  zip: ZipContainer,
  budget: XmlBudget,
  handlers: readonly XmlHandler[],
  counts: Record<string, number>,
): Aside[] {
  const bytes = zip.read('styles.xml');
  if (!bytes) return [];
  const asides: Aside[] = [];
  streamXml('styles.xml', bytes, [...handlers, createHeaderHandler(asides, counts)], budget);
  return asides;
}

const headers: ReadonlyMap<string, Aside['reason']> = new Map([
  ['style:header', 'header'],
  ['style:header-left', 'header'],
  ['style:header-first', 'header'],
  ['style:footer', 'footer'],
  ['style:footer-left', 'footer'],
  ['style:footer-first', 'footer'],
]);

/** Fields whose text is only what they showed last, or a placeholder: "???", page 1. */
const fields = /^text:(?:sheet-name|page-number|page-count|date|time|title|file-name|author-name)$/;

function createHeaderHandler(asides: Aside[], counts: Record<string, number>): XmlHandler {
  const paragraphs = createParagraphText();
  let inside = false;
  let field = 0;
  return {
    open(name, attributes) {
      if (headers.has(name)) inside = true;
      else if (fields.test(name)) field++;
      else if (inside) paragraphs.open(name, attributes);
    },
    text(text) {
      if (inside && field === 0) paragraphs.text(text);
    },
    close(name) {
      const reason = headers.get(name);
      if (fields.test(name)) field--;
      else if (reason) {
        inside = false;
        const { text } = paragraphs.take();
        countCharacters(text, counts);
        const location = reason === 'header' ? '页眉' : '页脚';
        if (text.trim() !== '') asides.push({ location, text, reason });
      } else if (inside) paragraphs.close(name);
    },
  };
}

function readModified(zip: ZipContainer, budget: XmlBudget): string | null {
  const bytes = zip.read('meta.xml');
  if (!bytes) return null;
  let reading = false;
  let found = '';
  const handler: XmlHandler = {
    open(name) {
      reading = name === 'dc:date';
    },
    text(text) {
      if (reading) found += text;
    },
    close() {
      reading = false;
    },
  };
  streamXml('meta.xml', bytes, [handler], budget);
  const time = Date.parse(found.trim());
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
