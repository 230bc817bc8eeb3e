import { IngestError } from '../../../schemas/ingest-error.ts';
import { countCharacters } from '../../accounting.ts';
import type { Limits } from '../../extractor.ts';
import type { CompoundStorage } from '../../ole/compound-file.ts';
import { createNumberDisplay } from '../display-number.ts';
import { createSheet, type Workbook } from '../workbook.ts';
import { recordsFrom, recordTypes } from './records.ts';
import { readSheetRecords } from './sheet-records.ts';
import type { SheetSetting } from './sheet-setting.ts';
import { lastSaved } from './summary-information.ts';
import { type ListedSheet, readGlobals } from './workbook-globals.ts';

/**
 * Reads a workbook of Excel 5.0 to 2003 (BIFF5 to BIFF8, [MS-XLS]), or of WPS (.et).
 *
 * @throws IngestError encrypted, document_incomplete, archive_too_large, archive_truncated
 */
export function readXls(
  { streams }: CompoundStorage,
  limits: Limits,
  counts: Record<string, number>,
): Workbook {
  const stream = (streams.get('workbook') ?? streams.get('book'))?.read();
  if (!stream || stream.length === 0) {
    throw new IngestError('document_incomplete', 'the workbook stream is missing');
  }
  const globals = readGlobals(stream);
  const listed = globals.sheets.length > 0 ? globals.sheets : unlisted(stream);
  if (listed.length === 0) throw new IngestError('document_incomplete', 'no sheet');
  if (listed.length > limits.pages) {
    throw new IngestError('archive_too_large', `${listed.length} sheets, limit ${limits.pages}`);
  }
  const display = createNumberDisplay();
  display.date1904 = globals.date1904;
  const setting: SheetSetting = { globals, display, counts };
  const starts = beginnings(stream);
  const sheets = listed.map(({ name, hidden, at }, index) => {
    const sheet = createSheet(name);
    sheet.hidden = hidden;
    countCharacters(name, counts);
    const start = starts.includes(at) ? at : starts[index + 1];
    if (start === undefined) throw new IngestError('document_incomplete', `${name} is missing`);
    readSheetRecords(stream, start, sheet, setting);
    return sheet;
  });
  const summary = streams.get('\u0005summaryinformation')?.read();
  return { sheets, modifiedAt: summary ? lastSaved(summary) : null, notices: [], attachments: [] };
}

/** A workbook of one sheet without a list, as some programs write. */
function unlisted(stream: Uint8Array): ListedSheet[] {
  return beginnings(stream)
    .slice(0, 1)
    .map((at) => ({ name: '', hidden: false, at }));
}

/** Where streams of records begin that are no part of another: the globals', each sheet's. */
function beginnings(stream: Uint8Array): number[] {
  const starts: number[] = [];
  let depth = 0;
  for (const { type, at } of recordsFrom(stream, 0)) {
    if (type === recordTypes.begin) {
      if (depth === 0) starts.push(at);
      depth++;
    } else if (type === recordTypes.eof) depth = Math.max(0, depth - 1);
  }
  return starts;
}
