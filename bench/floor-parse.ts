import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** What a pass over a document met, so that no pass can be skipped. */
export interface ParseCount {
  readonly elements: number;
  readonly characters: number;
}

/**
 * The least any reader of a Word file does: unzip it and run through its XML once, with the parser
 * and the settings the extractor uses.
 */
export function parseFloor(bytes: Uint8Array): ParseCount {
  const xml = unzipSync(bytes)['word/document.xml'];
  if (xml === undefined)
    throw new TypeError('Expected a Word file, got none with word/document.xml');
  const parser = new SaxesParser({ xmlns: false, position: false });
  let elements = 0;
  let characters = 0;
  parser.on('opentag', () => {
    elements += 1;
  });
  parser.on('text', (text) => {
    characters += text.length;
  });
  parser.write(new TextDecoder().decode(xml)).close();
  return { elements, characters };
}
