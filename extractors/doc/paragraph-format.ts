import { operandNumber, type Sprm } from './sprm.ts';

/** What modifiers say of a paragraph, null where they say nothing. */
export interface ParagraphFormat {
  style: number;
  /** 1-based index of its list; 0 for none. */
  list: number | null;
  /** 0-based. */
  level: number | null;
  pageBreakBefore: boolean | null;
  inTable: boolean;
  /** How many tables it is inside of, where it is in one. */
  depth: number;
  /** Its mark ends a row of an outermost table, or of a nested one. */
  endsRow: boolean;
  endsInnerRow: boolean;
  /** Its mark ends a cell of a nested table. */
  endsInnerCell: boolean;
  /** What its modifiers say of the row it ends. */
  readonly rowSprms: Sprm[];
}

const tableGroup = 5;

/** The format that a style and modifiers give ([MS-DOC] 2.6.2). */
export function readParagraphFormat(style: number, sprms: readonly Sprm[]): ParagraphFormat {
  const format: ParagraphFormat = {
    style,
    list: null,
    level: null,
    pageBreakBefore: null,
    inTable: false,
    depth: 1,
    endsRow: false,
    endsInnerRow: false,
    endsInnerCell: false,
    rowSprms: [],
  };
  for (const sprm of sprms) {
    if (((sprm.code >> 10) & 7) === tableGroup) format.rowSprms.push(sprm);
    else readers[sprm.code]?.(format, operandNumber(sprm));
  }
  return format;
}

const readers: Readonly<Record<number, (format: ParagraphFormat, value: number) => void>> = {
  17920: (format, value) => {
    format.style = value;
  },
  9738: (format, value) => {
    format.level = value;
  },
  17931: (format, value) => {
    // From 0xF801 on: the list it was in before it was taken out (2.6.2, sprmPIlfo).
    format.list = value > 0x7fe ? 0 : value;
  },
  9223: (format, value) => {
    format.pageBreakBefore = value !== 0;
  },
  9238: (format, value) => {
    format.inTable = value !== 0;
  },
  9239: (format, value) => {
    format.endsRow = value !== 0;
  },
  26185: (format, value) => {
    format.depth = value;
  },
  26186: (format, value) => {
    // A difference, signed.
    format.depth += value | 0;
  },
  9291: (format, value) => {
    format.endsInnerCell = value !== 0;
  },
  9292: (format, value) => {
    format.endsInnerRow = value !== 0;
  },
};
