import cfb from 'cfb';
import { expect } from 'vitest';
import { doc } from '../../../extractors/doc/doc.ts';
import { defaultLimits, type Extraction, type Limits } from '../../../extractors/extractor.ts';
import { account } from '../docx/word-file.ts';

/** A stretch of text with the character modifiers that hold for it. */
export interface Run {
  readonly text: string;
  readonly sprms?: readonly number[];
}

/** A paragraph: its runs, its mark included, and its paragraph modifiers. */
export interface DocParagraph {
  readonly runs: readonly Run[];
  readonly style?: number;
  readonly sprms?: readonly number[];
}

/** A piece of text as the piece table has it: which characters, and how they are stored. */
export interface DocPiece {
  readonly characters: number;
  readonly single?: boolean;
  /** The piece's modifier ([MS-DOC] 2.9.214). */
  readonly modifier?: number;
}

export interface DocParts {
  readonly footnotes?: number;
  readonly headers?: number;
  readonly textBoxes?: number;
  /** Structures of the table stream, by their index in the FIB. */
  readonly structures?: Readonly<Record<number, readonly number[]>>;
  readonly data?: readonly number[];
  readonly pieces?: readonly DocPiece[];
  /** Stored from the last piece to the first, as a fast save may leave them. */
  readonly backwards?: boolean;
  /** Groups of modifiers that pieces refer to. */
  readonly modifiers?: readonly (readonly number[])[];
  readonly version?: number;
  readonly flags?: number;
  readonly streams?: Readonly<Record<string, Uint8Array>>;
}

export function u16(value: number): number[] {
  return [value & 0xff, (value >> 8) & 0xff];
}

export function u32(value: number): number[] {
  return [...u16(value & 0xffff), ...u16(value >>> 16)];
}

/** A modifier: its code and operand; of a variable length, that length is put before. */
export function sprm(code: number, ...operand: readonly number[]): number[] {
  return [...u16(code), ...(code >> 13 === 6 ? [operand.length] : []), ...operand];
}

/** A paragraph of text that ends with an ordinary mark. */
export function para(text: string, ...sprms: readonly number[]): DocParagraph {
  return { runs: [{ text: `${text}\r` }], sprms };
}

export const inTable = [...sprm(0x2416, 1)];
export const endsRow = [...sprm(0x2416, 1), ...sprm(0x2417, 1)];

/** A row's definition: edges in twips and the flags of each cell. */
export function defineTable(edges: readonly number[], flags: readonly number[] = []): number[] {
  const cells = edges.length - 1;
  const content = [
    cells,
    ...edges.flatMap((edge) => u16(edge & 0xffff)),
    ...Array.from({ length: cells }, (_, i) => [
      ...u16(flags[i] ?? 0),
      ...new Array<number>(18).fill(0),
    ]).flat(),
  ];
  return [...u16(0xd608), ...u16(content.length + 1), ...content];
}

/** The paragraphs of a row of an outermost table. */
export function row(
  texts: readonly string[],
  edges: readonly number[],
  flags: readonly number[] = [],
  more: readonly number[] = [],
): DocParagraph[] {
  return [
    ...texts.map((text) => ({ runs: [{ text: `${text}\u0007` }], sprms: inTable })),
    {
      runs: [{ text: '\u0007' }],
      sprms: [...endsRow, ...defineTable(edges, flags), ...more],
    },
  ];
}

const textAt = 1024;

interface Stored {
  readonly offset: number;
  readonly single: boolean;
}

/** A document as Word's binary format has it, with one paragraph or run in a page of formatting. */
export function docFile(paragraphs: readonly DocParagraph[], parts: DocParts = {}): Uint8Array {
  const text = paragraphs.flatMap(({ runs }) => runs.map((run) => run.text)).join('');
  const pieces = parts.pieces ?? [{ characters: text.length }];
  const { bytes, stored } = storeText(text, pieces, parts.backwards === true);
  const document: number[] = [...new Array<number>(textAt).fill(0), ...bytes];
  const offsetOf = locate(pieces, stored);

  const paragraphRuns: FormattedRun[] = [];
  const characterRuns: FormattedRun[] = [];
  let at = 0;
  for (const { runs, style = 0, sprms = [] } of paragraphs) {
    const start = at;
    for (const run of runs) {
      characterRuns.push(...split(pieces, offsetOf, at, at + run.text.length, run.sprms ?? []));
      at += run.text.length;
    }
    paragraphRuns.push(...split(pieces, offsetOf, start, at, [...u16(style), ...sprms]));
  }
  const table: number[] = [];
  const places = new Map<number, [number, number]>();
  const put = (index: number, content: readonly number[]): void => {
    places.set(index, [table.length, content.length]);
    table.push(...content);
  };
  put(12, writePages(document, characterRuns, 'characters'));
  put(13, writePages(document, paragraphRuns, 'paragraphs'));
  put(33, writeClx(pieces, stored, parts.modifiers ?? []));
  for (const [index, content] of Object.entries(parts.structures ?? {}))
    put(Number(index), content);
  writeFib(document, text.length, parts, places);

  return pack({
    WordDocument: Uint8Array.from(document),
    '1Table': Uint8Array.from(table),
    ...(parts.data ? { Data: Uint8Array.from(parts.data) } : {}),
    ...parts.streams,
  });
}

/** A compound file with these streams, storages in their paths. */
export function pack(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const file = cfb.utils.cfb_new();
  for (const [name, content] of Object.entries(streams)) {
    cfb.utils.cfb_add(file, `/${name}`, Buffer.from(content));
  }
  return new Uint8Array(cfb.write(file, { type: 'buffer' }) as Buffer);
}

function storeText(
  text: string,
  pieces: readonly DocPiece[],
  backwards: boolean,
): { bytes: number[]; stored: Stored[] } {
  let at = 0;
  const contents = pieces.map(({ characters, single = false }) => {
    const piece = text.slice(at, at + characters);
    at += characters;
    return [...Buffer.from(piece, single ? 'latin1' : 'utf16le')];
  });
  const bytes: number[] = [];
  const stored: Stored[] = new Array(pieces.length);
  const order = [...pieces.keys()];
  for (const index of backwards ? order.reverse() : order) {
    if (bytes.length % 2 === 1) bytes.push(0);
    stored[index] = { offset: textAt + bytes.length, single: pieces[index]?.single === true };
    bytes.push(...(contents[index] ?? []));
  }
  return { bytes, stored };
}

type OffsetOf = (character: number) => number;

function locate(pieces: readonly DocPiece[], stored: readonly Stored[]): OffsetOf {
  return (character) => {
    let start = 0;
    for (const [index, piece] of pieces.entries()) {
      const place = stored[index];
      if (place && character < start + piece.characters) {
        return place.offset + (character - start) * (place.single ? 1 : 2);
      }
      start += piece.characters;
    }
    throw new TypeError(`Expected a character of the text, got ${character}`);
  };
}

interface FormattedRun {
  readonly start: number;
  readonly end: number;
  readonly content: readonly number[];
}

/** Formatting is stored by bytes: characters of two pieces are two runs. */
function split(
  pieces: readonly DocPiece[],
  offsetOf: OffsetOf,
  start: number,
  end: number,
  content: readonly number[],
): FormattedRun[] {
  const runs: FormattedRun[] = [];
  let first = 0;
  for (const { characters, single } of pieces) {
    const from = Math.max(first, start);
    const to = Math.min(first + characters, end);
    first += characters;
    if (from >= to) continue;
    runs.push({
      start: offsetOf(from),
      end: offsetOf(to - 1) + (single ? 1 : 2),
      content,
    });
  }
  return runs;
}

function writePages(
  document: number[],
  unsorted: readonly FormattedRun[],
  kind: 'paragraphs' | 'characters',
): number[] {
  const runs = [...unsorted].sort((a, b) => a.start - b.start);
  const numbers: number[] = [];
  for (const { start, end, content } of runs) {
    while (document.length % 512 !== 0) document.push(0);
    numbers.push(document.length / 512);
    const page = new Array<number>(512).fill(0);
    const even = content.length % 2 === 0 ? [0, content.length / 2] : [(content.length + 1) / 2];
    const prefix = kind === 'paragraphs' ? even : [content.length];
    const at = 510 - ((prefix.length + content.length + 1) >> 1) * 2;
    page.splice(0, 8, ...u32(start), ...u32(end));
    page[8] = at / 2;
    page.splice(at, prefix.length + content.length, ...prefix, ...content);
    page[511] = 1;
    document.push(...page);
  }
  const ends = [...runs.map(({ start }) => start), runs.at(-1)?.end ?? 0];
  return [...ends.flatMap(u32), ...numbers.flatMap(u32)];
}

function writeClx(
  pieces: readonly DocPiece[],
  stored: readonly Stored[],
  modifiers: readonly (readonly number[])[],
): number[] {
  let at = 0;
  const positions = [0, ...pieces.map(({ characters }) => (at += characters))];
  const descriptors = pieces.flatMap(({ modifier = 0 }, index) => {
    const { offset = 0, single = false } = stored[index] ?? {};
    return [...u16(0), ...u32(single ? (offset * 2) | 0x40000000 : offset), ...u16(modifier)];
  });
  const table = [...positions.flatMap(u32), ...descriptors];
  const groups = modifiers.flatMap((group) => [1, ...u16(group.length), ...group]);
  return [...groups, 2, ...u32(table.length), ...table];
}

function writeFib(
  document: number[],
  characters: number,
  parts: DocParts,
  places: ReadonlyMap<number, readonly [number, number]>,
): void {
  const { footnotes = 0, headers = 0, textBoxes = 0 } = parts;
  const set = (at: number, content: readonly number[]): void => {
    document.splice(at, content.length, ...content);
  };
  set(0, [...u16(0xa5ec), ...u16(parts.version ?? 0xc1)]);
  set(10, u16(parts.flags ?? 0x1200));
  set(32, u16(14));
  set(62, u16(22));
  set(64 + 12, u32(characters - footnotes - headers - textBoxes));
  set(64 + 16, u32(footnotes));
  set(64 + 20, u32(headers));
  set(64 + 36, u32(textBoxes));
  set(152, u16(93));
  for (const [index, [at, length]] of places) set(154 + index * 8, [...u32(at), ...u32(length)]);
}

/** Reads a document and proves that every character of it is held exactly once. */
export async function read(bytes: Uint8Array, limits: Limits = defaultLimits): Promise<Extraction> {
  const extraction = await doc.extract(bytes, limits);
  expect(account(extraction.value)).toMatchObject({ missing: 0, surplus: 0 });
  return extraction;
}
