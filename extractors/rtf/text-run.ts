import { isSymbolFont, readSymbols } from '../flow/symbol.ts';
import type { Font } from './font-table.ts';
import { decodeBytes, endsInsideCharacter } from './text-bytes.ts';

/** How bytes are read as text where they stand. */
export interface RunReading {
  readonly font: Font | undefined;
  /** Of bytes in a font that leaves it to the document. */
  readonly encoding: string;
  /** Encodings the bytes may be in all the same. */
  readonly others: readonly string[];
}

/** Text gathered from bytes and code units until something else follows. */
export interface TextRun {
  byte(value: number, reading: RunReading): void;
  /** A UTF-16 code unit, as \u gives it. */
  unit(value: number, reading: RunReading): void;
  text(text: string, reading: RunReading): void;
  /** Nothing is gathered. */
  isEmpty(): boolean;
  /** The text so far; a character whose second half may follow is kept back. */
  take(reading: RunReading): string;
}

/** Bytes gathered at most: hexadecimal data of pictures comes in millions. */
const longest = 4096;

export function createTextRun(): TextRun {
  const bytes = new Uint8Array(longest);
  let length = 0;
  let ready = '';
  /** The encoding of a first half kept back, the only byte there is. */
  let halfOf: string | null = null;

  const settle = (reading: RunReading, whole: boolean): void => {
    if (length === 0 || (halfOf !== null && length === 1 && !whole)) return;
    const { font, encoding, others } = reading;
    const own = halfOf ?? font?.encoding ?? encoding;
    halfOf = null;
    if (isSymbolFont(font?.name ?? null)) {
      ready += Buffer.from(bytes.subarray(0, length)).toString('latin1');
      length = 0;
      return;
    }
    const kept = !whole && endsInsideCharacter(bytes.subarray(0, length), own) ? 1 : 0;
    ready += decodeBytes(bytes.slice(0, length - kept), own, others);
    if (kept > 0) {
      bytes[0] = bytes[length - 1] ?? 0;
      halfOf = own;
    }
    length = kept;
  };

  return {
    byte(value, reading) {
      // The other half of a character stands in the same encoding.
      const apart = halfOf !== null && halfOf !== (reading.font?.encoding ?? reading.encoding);
      if (length === longest || apart) settle(reading, apart);
      bytes[length++] = value;
    },
    unit(value, reading) {
      settle(reading, true);
      ready += String.fromCharCode(value);
    },
    text(text, reading) {
      settle(reading, true);
      ready += text;
    },
    isEmpty: () => length === 0 && ready === '',
    take(reading) {
      settle(reading, false);
      if (ready === '') return '';
      // Half of a surrogate pair waits for the other.
      const halved = /[\ud800-\udbff]$/.test(ready);
      const whole = halved ? ready.slice(0, -1) : ready;
      ready = halved ? ready.slice(-1) : '';
      const text = whole.replace(/\p{Surrogate}/gu, '\ufffd');
      return readSymbols(reading.font?.name ?? null, text);
    },
  };
}
