import { type ByteView, viewBytes } from '../byte-view.ts';

const headerLength = 8;
const container = 0xf;
const propertyTable = 0xf00b;
const propertyLength = 6;
/** The text of a WordArt shape ([MS-ODRAW] 2.3.22.1), such as a watermark. */
const shapeText = 0x00c0;

/**
 * The texts of WordArt shapes, which are no text of any part but properties of their shapes.
 *
 * @param drawings the OfficeArt records of a document ([MS-DOC] 2.9.172)
 */
export function readWordArt(drawings: Uint8Array): string[] {
  const view = viewBytes(drawings, 'drawings');
  if (view.length < headerLength) return [];
  const texts: string[] = [];
  // A record on all drawings first, then each drawing after a byte that says whose it is.
  let at = headerLength + view.u32(4);
  while (at + 1 + headerLength <= view.length) {
    const end = Math.min(view.length, at + 1 + headerLength + view.u32(at + 1 + 4));
    readRecords(view, at + 1, end, texts);
    at = end;
  }
  return texts.filter((text) => text.trim() !== '');
}

/** Containers are entered, so that all that stands in them comes in one row. */
function readRecords(view: ByteView, start: number, end: number, texts: string[]): void {
  let at = start;
  while (at + headerLength <= end) {
    const kind = view.u16(at + 2);
    const flags = view.u16(at);
    const inside = at + headerLength;
    const next = Math.min(end, inside + view.u32(at + 4));
    if (kind === propertyTable) {
      const text = readText(view, inside, next, flags >> 4);
      if (text !== null) texts.push(text);
    }
    at = (flags & 0xf) === container ? inside : next;
  }
}

/** [MS-ODRAW] 2.2.9: properties of six bytes; what is longer follows them, in their order. */
function readText(view: ByteView, start: number, end: number, count: number): string | null {
  let data = start + count * propertyLength;
  for (let at = start; at + propertyLength <= end && data <= end; at += propertyLength) {
    if (at >= start + count * propertyLength) break;
    const id = view.u16(at);
    const length = (id & 0x8000) !== 0 ? view.u32(at + 2) : 0;
    if ((id & 0x3fff) === shapeText && length > 0 && data + length <= end) {
      return Buffer.from(view.slice(data, length)).toString('utf16le').replace(/\0+$/, '');
    }
    data += length;
  }
  return null;
}
