import { createScriptedLine, type Script } from '../../flow/script-digits.ts';
import type { OfficePackage } from '../../opc/office-package.ts';
import { type Attributes, isOn, streamXml, type XmlHandler } from '../../xml/xml-stream.ts';
import type { RunText } from '../add-cell.ts';

/**
 * Collects the text of a string item (ECMA-376 part 1, 18.4): its runs one after another, without the
 * readings set above characters (rPh); raised digits told from those on the line; runs that are
 * struck out apart.
 */
export interface StringItem {
  open(name: string, attributes: Attributes): void;
  text(text: string): void;
  close(name: string): void;
  /** The text so far; the next item begins empty. */
  take(): RunText;
}

export function createStringItem(): StringItem {
  let shown = '';
  let struckText = '';
  let phonetic = 0;
  let struck = false;
  let script: Script | null = null;
  const line = createScriptedLine();
  let hasOwnLooks = false;
  let reading = false;
  const beginRun = (): void => {
    struck = false;
    script = null;
  };
  return {
    open(name, attributes) {
      if (name === 'x:rPh') phonetic++;
      else if (name === 'x:r') beginRun();
      else if (name === 'x:rPr') hasOwnLooks = true;
      else if (name === 'x:strike') struck = isOn(attributes.get('val'));
      else if (name === 'x:vertAlign') script = readScript(attributes.get('val'));
      reading = name === 'x:t' && phonetic === 0;
    },
    text(text) {
      if (!reading) return;
      if (struck) struckText += text;
      else shown += line.place(text, script);
    },
    close(name) {
      if (name === 'x:rPh') phonetic--;
      else if (name === 'x:r') beginRun();
      reading = false;
    },
    take() {
      const item = { text: plainText(shown), struck: plainText(struckText), hasOwnLooks };
      shown = '';
      struckText = '';
      hasOwnLooks = false;
      line.begin();
      return item;
    },
  };
}

/** ST_VerticalAlignRun (22.9.2.17). */
function readScript(value: string | undefined): Script | null {
  return value === 'superscript' || value === 'subscript' ? value : null;
}

/** Escaped characters (ST_Xstring, 22.9.2.19) as themselves, line ends as \n. */
export function plainText(text: string): string {
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
    .replace(/\r\n?/g, '\n');
}

/** The strings that cells name by number. */
export function readSharedStrings(source: OfficePackage, part: string | undefined): RunText[] {
  const bytes = part === undefined ? null : source.read(part);
  const strings: RunText[] = [];
  if (part === undefined || !bytes) return strings;
  const item = createStringItem();
  const handler: XmlHandler = {
    open: item.open,
    text: item.text,
    close(name) {
      item.close(name);
      if (name === 'x:si') strings.push(item.take());
    },
  };
  streamXml(part, bytes, [handler], source.budget);
  return strings;
}
