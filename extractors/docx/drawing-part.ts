import type { OfficePackage } from '../opc/office-package.ts';
import { streamXml, type XmlHandler } from '../xml/xml-stream.ts';

const textElements: ReadonlySet<string> = new Set(['a:t', 'c:v']);

/** The text of a chart or diagram part, one line per paragraph or value. */
export function readDrawingPart(
  source: OfficePackage,
  part: string,
  bytes: Uint8Array,
  counter: XmlHandler,
): string {
  const lines: string[] = [];
  let line = '';
  let reading = false;
  const handler: XmlHandler = {
    open(name) {
      reading = textElements.has(name);
    },
    text(text) {
      if (reading) line += text;
    },
    close(name) {
      reading = false;
      if (name !== 'a:p' && name !== 'c:v') return;
      if (line !== '') lines.push(line);
      line = '';
    },
  };
  streamXml(part, bytes, [handler, counter], source.budget);
  return [...lines, line].filter((text) => text !== '').join('\n');
}
