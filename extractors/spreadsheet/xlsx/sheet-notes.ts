import { countCharacters } from '../../accounting.ts';
import type { OfficePackage } from '../../opc/office-package.ts';
import { readInteger, streamXml, type XmlHandler } from '../../xml/xml-stream.ts';
import type { Sheet } from '../workbook.ts';
import { createStringItem, plainText } from './string-items.ts';

/** Reads what hangs on a worksheet: comments and text boxes. Missing parts say nothing. */
export function readSheetNotes(
  source: OfficePackage,
  part: string,
  sheet: Sheet,
  counts: Record<string, number>,
): void {
  for (const { type, target } of source.relations(part)) {
    const handler =
      type === 'comments'
        ? createCommentHandler(sheet, counts)
        : type === 'drawing'
          ? createDrawingHandler(sheet, counts)
          : null;
    const bytes = handler ? source.read(target) : null;
    if (handler && bytes) streamXml(target, bytes, [handler], source.budget);
  }
}

/** Comments (ECMA-376 part 1, 18.7). */
function createCommentHandler(sheet: Sheet, counts: Record<string, number>): XmlHandler {
  const item = createStringItem();
  let location = '';
  return {
    open(name, attributes) {
      item.open(name, attributes);
      if (name === 'x:comment') location = attributes.get('ref') ?? '';
    },
    text: item.text,
    close(name) {
      item.close(name);
      if (name !== 'x:comment') return;
      const { text: kept, struck } = item.take();
      const text = kept + struck;
      countCharacters(text, counts);
      if (text.trim() !== '') sheet.asides.push({ location, text, reason: 'comment' });
    },
  };
}

/** Text of shapes (20.5): text boxes, WordArt; a chart's own text stands in its part. */
function createDrawingHandler(sheet: Sheet, counts: Record<string, number>): XmlHandler {
  let text = '';
  let number = '';
  let reading: 'text' | 'number' | null = null;
  let fallback = 0;
  let inFrom = false;
  let place = { row: 0, column: 0 };
  const openShape = (name: string): void => {
    if (name === 'xdr:sp') text = '';
    else if (name === 'a:t') reading = 'text';
    else if (name === 'a:br') text += '\n';
    else if (name === 'xdr:from') inFrom = true;
    else if (name === 'xdr:col' || name === 'xdr:row') {
      reading = 'number';
      number = '';
    } else if (name === 'xdr:absoluteAnchor') place = { row: 0, column: 0 };
  };
  const closeShape = (name: string): void => {
    if (name === 'xdr:from') inFrom = false;
    else if (name === 'a:p') text += '\n';
    else if (name === 'xdr:sp') {
      const shown = plainText(text).trim();
      countCharacters(shown, counts);
      if (shown !== '') sheet.shapes.push({ ...place, text: shown });
    } else if (inFrom && (name === 'xdr:col' || name === 'xdr:row')) {
      const at = Math.max(readInteger(number) ?? 0, 0);
      place = name === 'xdr:col' ? { ...place, column: at } : { ...place, row: at };
    }
    reading = null;
  };
  return {
    open(name) {
      if (name === 'mc:Fallback') fallback++;
      if (fallback === 0) openShape(name);
    },
    text(piece) {
      if (reading === 'text') text += piece;
      else if (reading === 'number') number += piece;
    },
    close(name) {
      if (fallback === 0) closeShape(name);
      if (name === 'mc:Fallback') fallback--;
    },
  };
}
