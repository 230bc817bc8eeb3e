import type { OfficePackage } from '../../opc/office-package.ts';
import { type Attributes, isOn, readInteger, streamXml } from '../../xml/xml-stream.ts';
import { builtinFormat } from '../builtin-formats.ts';
import { side } from '../workbook.ts';

/** What a cell's style says of how it shows. */
export interface CellStyle {
  /** Code of its number format. */
  readonly format: string;
  /** Bits of the sides with a line. */
  readonly sides: number;
  /** Its text is struck out. */
  readonly struck: boolean;
}

export const plainStyle: CellStyle = { format: 'General', sides: 0, struck: false };

const sides: Readonly<Record<string, number>> = {
  'x:left': side.left,
  'x:start': side.left,
  'x:right': side.right,
  'x:end': side.right,
  'x:top': side.top,
  'x:bottom': side.bottom,
};

/** The styles that cells name by number (ECMA-376 part 1, 18.8). */
export function readCellStyles(source: OfficePackage, part: string | undefined): CellStyle[] {
  const bytes = part === undefined ? null : source.read(part);
  if (part === undefined || !bytes) return [];
  const formats = new Map<number, string>();
  const borders: number[] = [];
  const fonts: boolean[] = [];
  const styles: { format: number; border: number; font: number }[] = [];
  let inCells = false;
  let inDifferences = false;
  const open = (name: string, attributes: Attributes): void => {
    if (name === 'x:dxfs') inDifferences = true;
    if (inDifferences) return;
    if (name === 'x:cellXfs') inCells = true;
    else if (name === 'x:numFmt') {
      const id = readInteger(attributes.get('numFmtId'));
      if (id !== null) formats.set(id, attributes.get('formatCode') ?? 'General');
    } else if (name === 'x:font') fonts.push(false);
    else if (name === 'x:strike') fonts.splice(-1, 1, isOn(attributes.get('val')));
    else if (name === 'x:border') borders.push(0);
    else if (name === 'x:xf' && inCells) {
      styles.push({
        format: readInteger(attributes.get('numFmtId')) ?? 0,
        border: readInteger(attributes.get('borderId')) ?? 0,
        font: readInteger(attributes.get('fontId')) ?? 0,
      });
    } else addSide(borders, name, attributes);
  };
  const close = (name: string): void => {
    if (name === 'x:cellXfs') inCells = false;
    if (name === 'x:dxfs') inDifferences = false;
  };
  streamXml(part, bytes, [{ open, text() {}, close }], source.budget);
  return styles.map(({ format, border, font }) => ({
    format: formats.get(format) ?? builtinFormat(format),
    sides: borders[border] ?? 0,
    struck: fonts[font] ?? false,
  }));
}

function addSide(borders: number[], name: string, attributes: Attributes): void {
  const bit = sides[name];
  const style = attributes.get('style');
  if (bit === undefined || style === undefined || style === 'none') return;
  const last = borders.length - 1;
  if (last >= 0) borders[last] = (borders[last] ?? 0) | bit;
}
