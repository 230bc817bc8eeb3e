import type { Script } from '../flow/script-digits.ts';
import { operandNumber, type Sprm } from './sprm.ts';

/** A switch that a style may set and text turn over ([MS-DOC] 2.6.1, ToggleOperand). */
export type Toggle = boolean | 'as-style' | 'not-as-style';

/** What modifiers say of characters, null where they say nothing. */
export interface Looks {
  hidden: Toggle | null;
  struck: Toggle | null;
  doubleStruck: boolean | null;
  script: Script | null;
  /** The character style. */
  style: number | null;
  /** Index of the font of Latin text, which is also that of symbols. */
  font: number | null;
  deleted: boolean;
  /** Whether a character such as "<" stands for something else. */
  special: boolean;
  symbol: { readonly font: number; readonly code: number } | null;
  /** Where in the Data stream a picture or form field is, or the name of an embedded object. */
  data: number | null;
  /** Whether `data` is that of a form field. */
  isForm: boolean;
}

/** The looks that modifiers give, the later ones before the earlier ones ([MS-DOC] 2.6.1). */
export function readLooks(sprms: readonly Sprm[]): Looks {
  const looks: Looks = {
    hidden: null,
    struck: null,
    doubleStruck: null,
    script: null,
    style: null,
    font: null,
    deleted: false,
    special: false,
    symbol: null,
    data: null,
    isForm: false,
  };
  for (const sprm of sprms) readers[sprm.code]?.(looks, sprm);
  return looks;
}

const readers: Readonly<Record<number, (looks: Looks, sprm: Sprm) => void>> = {
  2048: (looks, sprm) => {
    looks.deleted = operandNumber(sprm) !== 0;
  },
  2054: (looks, sprm) => {
    looks.isForm = operandNumber(sprm) !== 0;
  },
  2103: (looks, sprm) => {
    looks.struck = readToggle(sprm);
  },
  2108: (looks, sprm) => {
    looks.hidden = readToggle(sprm);
  },
  2133: (looks, sprm) => {
    looks.special = operandNumber(sprm) !== 0;
  },
  // sprmCPlain: all that was set before is as the style has it.
  10803: (looks) => {
    Object.assign(looks, {
      hidden: null,
      struck: null,
      doubleStruck: null,
      script: null,
      font: null,
    });
  },
  10824: (looks, sprm) => {
    looks.script = (['baseline', 'superscript', 'subscript'] as const)[operandNumber(sprm)] ?? null;
  },
  10835: (looks, sprm) => {
    looks.doubleStruck = operandNumber(sprm) !== 0;
  },
  18992: (looks, sprm) => {
    looks.style = operandNumber(sprm);
  },
  19023: (looks, sprm) => {
    looks.font = operandNumber(sprm);
  },
  27139: (looks, sprm) => {
    looks.data = operandNumber(sprm);
  },
  27145: (looks, sprm) => {
    const value = operandNumber(sprm);
    looks.symbol = { font: value & 0xffff, code: value >>> 16 };
  },
};

function readToggle(sprm: Sprm): Toggle {
  const value = operandNumber(sprm);
  if (value === 0x80) return 'as-style';
  if (value === 0x81) return 'not-as-style';
  return value !== 0;
}
