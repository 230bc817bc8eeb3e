import { IngestError } from '../../../schemas/ingest-error.ts';
import { countCharacters } from '../../accounting.ts';
import type { Attachment, Limits } from '../../extractor.ts';
import { type OfficePackage, openOfficePackage } from '../../opc/office-package.ts';
import type { Relation } from '../../opc/relations.ts';
import { type Attributes, isOn, streamXml } from '../../xml/xml-stream.ts';
import { createNumberDisplay } from '../display-number.ts';
import { createSheet, type Sheet, type Workbook } from '../workbook.ts';
import { readCellStyles } from './cell-styles.ts';
import { readSheetNotes } from './sheet-notes.ts';
import { readSharedStrings } from './string-items.ts';
import { isWorkbookPart } from './workbook-part.ts';
import { createWorksheetHandler, type WorksheetSetting } from './worksheet.ts';

/**
 * Reads a workbook of Excel 2007 or later, or of WPS (.xlsx, .xlsm, .et; ECMA-376 part 1, 18).
 *
 * @throws IngestError archive_truncated, archive_too_large, encrypted, document_incomplete,
 *   xml_malformed, xml_entity, document_too_deep
 */
export async function readXlsx(
  bytes: Uint8Array,
  limits: Limits,
  counts: Record<string, number>,
): Promise<Workbook> {
  const source = await openOfficePackage(bytes, limits, isWorkbookPart);
  const { listed, date1904 } = readSheetList(source);
  if (listed.length > limits.pages) {
    throw new IngestError('archive_too_large', `${listed.length} sheets, limit ${limits.pages}`);
  }
  const relations = source.relations(source.mainPart);
  const related = (type: string) => relations.find((relation) => relation.type === type)?.target;
  const display = createNumberDisplay();
  display.date1904 = date1904;
  const setting: WorksheetSetting = {
    strings: readSharedStrings(source, related('sharedStrings')),
    styles: readCellStyles(source, related('styles')),
    display,
    counts,
  };
  const sheets = listed.map((sheet) => readSheet(source, setting, sheet, relations));
  return {
    sheets,
    modifiedAt: readModified(source),
    notices: [],
    attachments: readAttachments(source),
  };
}

interface ListedSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly relation: string;
}

function readSheetList(source: OfficePackage): { listed: ListedSheet[]; date1904: boolean } {
  const { mainPart, budget } = source;
  const bytes = source.read(mainPart);
  if (!bytes || bytes.length === 0) {
    throw new IngestError('document_incomplete', `${mainPart} is empty`);
  }
  const listed: ListedSheet[] = [];
  let date1904 = false;
  const open = (name: string, attributes: Attributes): void => {
    if (name === 'x:workbookPr') {
      const given = attributes.get('date1904');
      date1904 = given !== undefined && isOn(given);
    } else if (name === 'x:sheet') {
      listed.push({
        name: attributes.get('name') ?? '',
        hidden: (attributes.get('state') ?? 'visible') !== 'visible',
        relation: attributes.get('r:id') ?? '',
      });
    }
  };
  streamXml(mainPart, bytes, [{ open, text() {}, close() {} }], budget);
  return { listed, date1904 };
}

/** A worksheet; charts and macros on sheets of their own have no cells. */
function readSheet(
  source: OfficePackage,
  setting: WorksheetSetting,
  { name, hidden, relation }: ListedSheet,
  relations: readonly Relation[],
): Sheet {
  const sheet = createSheet(name);
  sheet.hidden = hidden;
  countCharacters(name, setting.counts);
  const found = relations.find(({ id }) => id === relation);
  if (found?.type === 'worksheet') {
    const bytes = source.read(found.target);
    if (!bytes) throw new IngestError('document_incomplete', `${found.target} is missing`);
    const handler = createWorksheetHandler(sheet, setting);
    streamXml(found.target, bytes, [handler], source.budget);
    readSheetNotes(source, found.target, sheet, setting.counts);
  }
  return sheet;
}

function readModified(source: OfficePackage): string | null {
  const part = 'docProps/core.xml';
  const bytes = source.read(part);
  if (!bytes) return null;
  let reading = false;
  let found = '';
  const handler = {
    open: (name: string) => {
      reading = name === 'dcterms:modified';
    },
    text: (text: string) => {
      if (reading) found += text;
    },
    close: () => {
      reading = false;
    },
  };
  streamXml(part, bytes, [handler], source.budget);
  const time = Date.parse(found.trim());
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

const documentPart =
  /^xl\/embeddings\/([^/]+\.(?:xls[xmb]?|et|doc[xm]?|wps|od[ts]|rtf|pdf|ofd|pptx?))$/i;

/** Documents pasted into the workbook, each a part of its own. */
function readAttachments(source: OfficePackage): Attachment[] {
  return source.names.flatMap((part) => {
    const name = documentPart.exec(part)?.[1];
    const bytes = name === undefined ? null : source.read(part);
    return name !== undefined && bytes ? [{ name, bytes }] : [];
  });
}
