import type { ExtractedDocument, Leftover } from '../../schemas/document.ts';
import { IngestError } from '../../schemas/ingest-error.ts';
import type { Notice } from '../../schemas/notice.ts';
import type { Extraction, Extractor, Limits, Probe } from '../extractor.ts';
import { type FlowItem, toBlocks } from '../flow/flow.ts';
import { openCompoundFile } from '../ole/compound-file.ts';
import { readEmbeddedFiles } from '../ole/embedded-files.ts';
import { sheetItems } from './layout/sheet-items.ts';
import { isTitledByName } from './layout/sheet-title.ts';
import { type PositionBudget, visibleSheet } from './layout/visible-sheet.ts';
import { sheetNotices } from './sheet-notices.ts';
import { formatOf, kindOf } from './spreadsheet-kind.ts';
import { cellName, type Sheet, type Workbook } from './workbook.ts';

/** Workbooks of Excel, WPS and LibreOffice: .xlsx, .xlsm, .xlsb, .xls from 2.0 on, .et, .ods. */
export const spreadsheet: Extractor = {
  name: 'spreadsheet',
  formats: ['xlsx', 'xls', 'et', 'ods'],
  formatOf: (probe: Probe, fileName: string) => formatOf(probe, fileName),
  extract: readDocument,
};

async function readDocument(bytes: Uint8Array, limits: Limits): Promise<Extraction> {
  const sourceCharacters: Record<string, number> = {};
  const { workbook, format } = await readWorkbook(bytes, limits, sourceCharacters);
  const budget: PositionBudget = { left: limits.elements };
  const items: FlowItem[] = [];
  const leftovers: Leftover[] = [];
  const notices: Notice[] = [...workbook.notices];
  workbook.sheets.forEach((sheet, index) => {
    const read = readSheet(sheet, `工作表 ${index + 1}`, budget);
    // One by one: a sheet may have more items than a call may have arguments.
    for (const item of read.items) items.push(item);
    for (const leftover of read.leftovers) leftovers.push(leftover);
    notices.push(...sheetNotices(sheet));
  });
  const value: ExtractedDocument = {
    format,
    extractor: 'spreadsheet 1',
    pages: null,
    modifiedAt: workbook.modifiedAt,
    blocks: toBlocks(items).blocks,
    leftovers,
    generated: '',
    sourceCharacters,
  };
  return { value, notices, attachments: workbook.attachments };
}

async function readWorkbook(
  bytes: Uint8Array,
  limits: Limits,
  counts: Record<string, number>,
): Promise<{ workbook: Workbook; format: ExtractedDocument['format'] }> {
  const kind = await kindOf(bytes);
  switch (kind) {
    case 'xlsx': {
      const { readXlsx } = await import('./xlsx/read-xlsx.ts');
      return { workbook: await readXlsx(bytes, limits, counts), format: 'xlsx' };
    }
    case 'ods': {
      const { readOds } = await import('./ods/read-ods.ts');
      return { workbook: await readOds(bytes, limits, counts), format: 'ods' };
    }
    case 'xls': {
      const root = openCompoundFile(bytes);
      const { readXls } = await import('./xls/read-xls.ts');
      const read = readXls(root, limits, counts);
      // Objects stand in storages of the workbook's file ([MS-XLS] 2.1.7.3); pivot caches do not.
      const embedded = await readEmbeddedFiles(root.storages.values(), limits);
      const notices = [...read.notices, ...embedded.notices];
      return { workbook: { ...read, notices, attachments: embedded.value }, format: 'xls' };
    }
    case 'xlsb':
    case 'records': {
      const { readByLibrary } = await import('./library-workbook.ts');
      const workbook = await readByLibrary(bytes, kind, limits, counts);
      return { workbook, format: kind === 'xlsb' ? 'xlsx' : 'xls' };
    }
    case 'encrypted':
      throw new IngestError('encrypted', 'the workbook opens with a password only');
    default:
      throw new IngestError('document_incomplete', 'neither a workbook nor a sheet');
  }
}

function readSheet(
  sheet: Sheet,
  location: string,
  budget: PositionBudget,
): { items: FlowItem[]; leftovers: Leftover[] } {
  const leftovers: Leftover[] = [];
  const leave = (where: string, text: string, reason: Leftover['reason']): void => {
    if (text.trim() !== '') leftovers.push({ page: null, location: where, text, reason });
  };
  const leaveName = (): void => {
    leftovers.unshift({ page: null, location, text: sheet.name, reason: 'header' });
  };
  for (const { location: where, text, reason } of sheet.asides) {
    leave(`${location} ${where}`, text, reason);
  }
  if (sheet.hidden) {
    leaveName();
    for (const { row, column, text } of [...sheet.cells, ...sheet.shapes]) {
      leave(`${location} ${cellName(row, column)}`, text, 'hidden');
    }
    return { items: [], leftovers };
  }
  const visible = visibleSheet(sheet, budget);
  for (const { row, column, text } of visible.unseen) {
    leave(`${location} ${cellName(row, column)}`, text, 'hidden');
  }
  const items = sheetItems(visible, budget);
  if (isTitledByName(sheet.name, items)) {
    items.unshift({ kind: 'paragraph', text: sheet.name, number: null, page: null });
  } else leaveName();
  return { items, leftovers };
}
