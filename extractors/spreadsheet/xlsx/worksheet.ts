import { countCharacters } from '../../accounting.ts';
import { type Attributes, isOn, readInteger, type XmlHandler } from '../../xml/xml-stream.ts';
import { addCell, type RunText } from '../add-cell.ts';
import { displayText, type NumberDisplay } from '../display-number.ts';
import { headerText } from '../header-text.ts';
import { sheetNumber } from '../sheet-number.ts';
import { mostColumns, mostRows, positionKey, type Range, type Sheet } from '../workbook.ts';
import { type CellStyle, plainStyle } from './cell-styles.ts';
import { createStringItem, plainText } from './string-items.ts';

/** What the sheets of one workbook share. */
export interface WorksheetSetting {
  readonly strings: readonly RunText[];
  readonly styles: readonly CellStyle[];
  readonly display: NumberDisplay;
  /** Counts what the cells hold as they are read, before anything is made of them. */
  readonly counts: Record<string, number>;
}

interface CellBeingRead {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly style: CellStyle;
  value: string | null;
  inline: RunText | null;
  formula: boolean;
}

/** Follows a worksheet part (ECMA-376 part 1, 18.3) and fills its sheet. */
export function createWorksheetHandler(sheet: Sheet, setting: WorksheetSetting): XmlHandler {
  const item = createStringItem();
  let row = -1;
  let column = -1;
  let cell: CellBeingRead | null = null;
  let collected: string | null = null;
  let zeros = true;
  const openCell = (attributes: Attributes): void => {
    const at = readReference(attributes.get('r'));
    column = at?.column ?? column + 1;
    const style = setting.styles[readInteger(attributes.get('s')) ?? 0] ?? plainStyle;
    const own = at?.row ?? Math.max(row, 0);
    if (style.sides !== 0) sheet.borders.set(positionKey(own, column), style.sides);
    const type = attributes.get('t') ?? 'n';
    cell = { row: own, column, type, style, value: null, inline: null, formula: false };
  };
  return {
    open(name, attributes) {
      item.open(name, attributes);
      if (name === 'x:c') openCell(attributes);
      else if (name === 'x:row') {
        row = (readInteger(attributes.get('r')) ?? row + 2) - 1;
        column = -1;
        if (isHidden(attributes, 'ht')) sheet.hiddenRows.push({ from: row, to: row });
      } else if (name === 'x:v' || headerParts.has(name)) collected = '';
      else if (name === 'x:f' && cell) cell.formula = true;
      else if (name === 'x:col') addColumns(sheet, attributes);
      else if (name === 'x:mergeCell') addMerge(sheet, attributes.get('ref'));
      else if (name === 'x:sheetView') zeros &&= isOn(attributes.get('showZeros'));
    },
    text(text) {
      item.text(text);
      if (collected !== null) collected += text;
    },
    close(name) {
      item.close(name);
      if (name === 'x:v' && cell) cell.value = collected;
      else if (name === 'x:is' && cell) cell.inline = item.take();
      else if (name === 'x:c' && cell) {
        closeCell(sheet, setting, cell, zeros);
        cell = null;
      } else if (headerParts.has(name)) addHeader(sheet, setting, name, collected ?? '');
      if (name === 'x:v' || headerParts.has(name)) collected = null;
    },
  };
}

function closeCell(
  sheet: Sheet,
  setting: WorksheetSetting,
  cell: CellBeingRead,
  zeros: boolean,
): void {
  const { row, column, type, value, formula, style } = cell;
  // Some writers leave an empty value where there is none. A text may well be empty.
  if (formula && (value ?? '').trim() === '' && type !== 'str') sheet.uncalculated++;
  const rich =
    cell.inline ?? (type === 's' ? setting.strings[readInteger(value ?? '') ?? -1] : null);
  const held = rich
    ? { ...rich, text: displayText(setting.display, style.format, rich.text) }
    : { text: cellText(sheet, setting, cell, zeros), struck: '' };
  const shown =
    style.struck && !rich?.hasOwnLooks ? { text: '', struck: held.text + held.struck } : held;
  addCell(sheet, setting.counts, row, column, shown);
}

/**
 * The text a cell shows. Of a number that is what the form says and what counts as the source's
 * characters: 0.9847 stored, 98.47% shown.
 */
function cellText(
  sheet: Sheet,
  setting: WorksheetSetting,
  cell: CellBeingRead,
  zeros: boolean,
): string {
  const { display } = setting;
  const { type, style } = cell;
  const value = cell.value ?? '';
  if (value === '' || type === 's') return '';
  if (type === 'b') return value.trim() === '1' || value.trim() === 'true' ? 'TRUE' : 'FALSE';
  if (type === 'str') return displayText(display, style.format, plainText(value));
  if (type === 'e' || type === 'inlineStr') return plainText(value);
  const number = type === 'd' ? serialOf(value, display.date1904) : Number(value);
  if (Number.isNaN(number)) return plainText(value);
  return number === 0 && !zeros ? '' : sheetNumber(sheet, display, style.format, number);
}

/** An ISO date of a cell of type d as the serial number that formats know. */
function serialOf(value: string, date1904: boolean): number {
  const zoned = /Z|[+-]\d\d:\d\d$/.test(value) ? value : `${value}Z`;
  const days = Date.parse(value.includes('T') ? zoned : value) / 86_400_000 + 25_569;
  return date1904 ? days - 1462 : days;
}

function isHidden(attributes: Attributes, size: string): boolean {
  const hidden = attributes.get('hidden');
  const given = attributes.get(size);
  return (hidden !== undefined && isOn(hidden)) || (given !== undefined && Number(given) === 0);
}

function addColumns(sheet: Sheet, attributes: Attributes): void {
  const from = readInteger(attributes.get('min'));
  const to = readInteger(attributes.get('max'));
  if (from === null || to === null || from > to) return;
  const span = { from: from - 1, to: to - 1 };
  const width = Number(attributes.get('width') ?? Number.NaN);
  if (isHidden(attributes, 'width')) sheet.hiddenColumns.push(span);
  else if (width > 0) sheet.widths.push({ ...span, width });
}

function addMerge(sheet: Sheet, reference: string | undefined): void {
  const [first, second] = (reference ?? '').split(':');
  const [a, b] = [readReference(first), readReference(second)];
  if (!a || !b) return;
  const range: Range = {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  };
  sheet.merges.push(range);
}

/** "B3" or "$B$3" as a position from 0; null where it is none of a sheet. */
export function readReference(
  reference: string | undefined,
): { row: number; column: number } | null {
  const match = /^\s*\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})\s*$/.exec(reference ?? '');
  if (!match) return null;
  let column = 0;
  for (const letter of (match[1] ?? '').toUpperCase()) {
    column = column * 26 + letter.charCodeAt(0) - 64;
  }
  const row = Number(match[2]);
  return row <= mostRows && column <= mostColumns ? { row: row - 1, column: column - 1 } : null;
}

const headerParts: ReadonlySet<string> = new Set(
  ['odd', 'even', 'first'].flatMap((page) => [`x:${page}Header`, `x:${page}Footer`]),
);

function addHeader(sheet: Sheet, setting: WorksheetSetting, name: string, code: string): void {
  const text = headerText(plainText(code));
  countCharacters(text, setting.counts);
  if (text === '') return;
  const reason = name.endsWith('Header') ? 'header' : 'footer';
  sheet.asides.push({ location: reason === 'header' ? '页眉' : '页脚', text, reason });
}
