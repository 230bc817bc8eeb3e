import { IngestError } from '../../../schemas/ingest-error.ts';
import { countCharacters } from '../../accounting.ts';
import { type Attributes, readInteger, type XmlHandler } from '../../xml/xml-stream.ts';
import { addCell, type CellText } from '../add-cell.ts';
import {
  cellName,
  createSheet,
  mostColumns,
  mostRows,
  positionKey,
  type Sheet,
} from '../workbook.ts';
import { cellValue, hidesSign, isNegative } from './cell-value.ts';
import type { OdsStyles } from './ods-styles.ts';
import { createParagraphText } from './paragraph-text.ts';

/** What is shared by all sheets of a document. */
export interface OdsSetting {
  readonly styles: OdsStyles;
  readonly counts: Record<string, number>;
  readonly mostSheets: number;
  /** Cells that repeated rows and columns may still come to. */
  cells: number;
  /** Characters that the copies among them may still come to. */
  copied: number;
}

/** Empty cells with lines that one element may repeat: a whole row or sheet is often ruled. */
const mostRuled = 256;

interface OdsCell {
  readonly repeated: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly value: string;
  readonly isNegative: boolean;
  readonly sides: number;
  readonly isStruck: boolean;
  /** What is repeated stands in each of its places. */
  held: CellText;
}

const nothing: CellText = { text: '', struck: '' };

/** Follows content.xml (OpenDocument 1.3 part 3, 9) and gives its sheets. */
export function createTableHandler(setting: OdsSetting): XmlHandler & { readonly sheets: Sheet[] } {
  const sheets: Sheet[] = [];
  const cellText = createParagraphText(setting.styles);
  const noteText = createParagraphText();
  const shapeText = createParagraphText();
  let sheet: Sheet | null = null;
  let tables = 0;
  let row = 0;
  let column = 0;
  let columnAt = 0;
  let rowsRepeated = 1;
  let rowStyle = '';
  let columnStyles: { to: number; style: string }[] = [];
  /** The column style the row has come to: a row is read from left to right. */
  let styleAt = 0;
  let cells: OdsCell[] = [];
  let cell: OdsCell | null = null;
  let inNote = false;
  let shape = 0;
  let changes = 0;

  const openTable = (attributes: Attributes): void => {
    tables++;
    if (tables > 1) return;
    const name = attributes.get('table:name') ?? '';
    sheet = createSheet(name);
    sheet.hidden = setting.styles.hiddenTables.has(attributes.get('table:style-name') ?? '');
    sheets.push(sheet);
    if (sheets.length > setting.mostSheets) {
      throw new IngestError('archive_too_large', `more than ${setting.mostSheets} sheets`);
    }
    countCharacters(name, setting.counts);
    row = 0;
    columnAt = 0;
    columnStyles = [];
  };
  const openColumn = (attributes: Attributes): void => {
    const repeated = repeat(attributes, 'table:number-columns-repeated', mostColumns);
    const to = columnAt + repeated - 1;
    const width = setting.styles.columnWidths.get(attributes.get('table:style-name') ?? '');
    if (isHidden(attributes)) sheet?.hiddenColumns.push({ from: columnAt, to });
    else if (width !== undefined) sheet?.widths.push({ from: columnAt, to, width });
    columnStyles.push({ to, style: attributes.get('table:default-cell-style-name') ?? '' });
    columnAt = to + 1;
  };
  const openRow = (attributes: Attributes): void => {
    rowsRepeated = repeat(attributes, 'table:number-rows-repeated', mostRows);
    rowStyle = attributes.get('table:default-cell-style-name') ?? '';
    if (isHidden(attributes)) {
      sheet?.hiddenRows.push({ from: row, to: row + rowsRepeated - 1 });
    }
    cells = [];
    column = 0;
    styleAt = 0;
  };
  const openCell = (attributes: Attributes): void => {
    const own = attributes.get('table:style-name') ?? rowStyle;
    while (styleAt < columnStyles.length && (columnStyles[styleAt]?.to ?? 0) < column) styleAt++;
    const style = own === '' ? (columnStyles[styleAt]?.style ?? '') : own;
    cell = {
      repeated: repeat(attributes, 'table:number-columns-repeated', mostColumns),
      rowSpan: repeat(attributes, 'table:number-rows-spanned', mostRows),
      columnSpan: repeat(attributes, 'table:number-columns-spanned', mostColumns),
      value: cellValue(attributes),
      isNegative: isNegative(attributes),
      sides: setting.styles.sides.get(style) ?? 0,
      isStruck: setting.styles.struck.has(style),
      held: nothing,
    };
  };
  const closeCell = (): void => {
    const { text, struck } = cellText.take();
    if (cell) {
      const own = text === '' && struck === '' ? cell.value : text;
      const isUnsigned = cell.isNegative && hidesSign(own);
      if (isUnsigned && sheet) sheet.unsignedNegatives++;
      const shown = isUnsigned ? `-${own.trim()}` : own;
      cell.held = cell.isStruck ? { text: '', struck: shown + struck } : { text: shown, struck };
      cells.push(cell);
    }
    column += cell?.repeated ?? 0;
    cell = null;
  };
  const closeNote = (): void => {
    const { text } = noteText.take();
    countCharacters(text, setting.counts);
    const location = cellName(row, column);
    if (text.trim() !== '') sheet?.asides.push({ location, text, reason: 'comment' });
  };
  const closeShape = (): void => {
    const text = shapeText.take().text.trim();
    countCharacters(text, setting.counts);
    if (text !== '') sheet?.shapes.push({ row, column, text });
  };
  const target = () => (shape > 0 ? shapeText : inNote ? noteText : cell ? cellText : null);
  return {
    sheets,
    open(name, attributes) {
      if (name === 'table:tracked-changes') changes++;
      if (changes > 0) return;
      if (name === 'table:table') openTable(attributes);
      else if (tables > 1) target()?.open(name, attributes);
      else if (name === 'table:table-column') openColumn(attributes);
      else if (name === 'table:table-row') openRow(attributes);
      else if (isCell(name)) openCell(attributes);
      else if (name === 'office:annotation') inNote = true;
      else if (name.startsWith('draw:') && !inNote) shape++;
      else target()?.open(name, attributes);
    },
    text(text) {
      if (changes === 0) target()?.text(text);
    },
    close(name) {
      if (name === 'table:tracked-changes') changes--;
      if (changes > 0) return;
      if (name === 'table:table') tables--;
      else if (tables > 1) target()?.close(name);
      else if (isCell(name)) closeCell();
      else if (name === 'table:table-row' && sheet) {
        placeRow(sheet, setting, row, rowsRepeated, cells);
        row += rowsRepeated;
      } else if (name === 'office:annotation') {
        inNote = false;
        closeNote();
      } else if (name.startsWith('draw:') && !inNote) {
        shape--;
        if (shape === 0) closeShape();
      } else target()?.close(name);
    },
  };
}

function isCell(name: string): boolean {
  return name === 'table:table-cell' || name === 'table:covered-table-cell';
}

function isHidden(attributes: Attributes): boolean {
  return (attributes.get('table:visibility') ?? 'visible') !== 'visible';
}

function repeat(attributes: Attributes, name: string, most: number): number {
  return Math.min(Math.max(readInteger(attributes.get(name)) ?? 1, 1), most);
}

/** Puts a row, as often as it is repeated, into its sheet. */
function placeRow(
  sheet: Sheet,
  setting: OdsSetting,
  row: number,
  repeated: number,
  cells: readonly OdsCell[],
): void {
  let column = 0;
  for (const cell of cells) {
    const shown = (cell.held.text + cell.held.struck).trim() !== '';
    const rows = shown ? repeated : Math.min(repeated, mostRuled);
    const columns = shown ? cell.repeated : Math.min(cell.repeated, mostRuled);
    if (shown || cell.sides !== 0 || cell.rowSpan > 1 || cell.columnSpan > 1) {
      setting.cells -= rows * columns;
      setting.copied -= (rows * columns - 1) * (cell.held.text + cell.held.struck).length;
      if (setting.cells < 0 || setting.copied < 0)
        throw new IngestError('archive_too_large', `cells of ${sheet.name}`);
      for (let r = row; r < row + rows; r++) {
        for (let c = column; c < column + columns; c++) placeCell(sheet, setting, r, c, cell);
      }
    }
    column += cell.repeated;
  }
}

function placeCell(
  sheet: Sheet,
  setting: OdsSetting,
  row: number,
  column: number,
  { held, sides, rowSpan, columnSpan }: OdsCell,
): void {
  addCell(sheet, setting.counts, row, column, held);
  if (row >= mostRows || column >= mostColumns) return;
  if (sides !== 0) sheet.borders.set(positionKey(row, column), sides);
  if (rowSpan > 1 || columnSpan > 1) {
    const bottom = Math.min(row + rowSpan, mostRows) - 1;
    const right = Math.min(column + columnSpan, mostColumns) - 1;
    sheet.merges.push({ top: row, left: column, bottom, right });
  }
}
