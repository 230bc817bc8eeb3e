import { type ByteView, viewBytes } from '../byte-view.ts';
import { readSprms, type Sprm } from './sprm.ts';

/** What holds for a stretch of bytes of the WordDocument stream. */
export interface FormattedRun {
  /** Byte offsets: from `start` up to `end`. */
  readonly start: number;
  readonly end: number;
  /** The style of a paragraph; 0 of characters. */
  readonly style: number;
  readonly sprms: readonly Sprm[];
}

/** Finds the formatting at a byte offset; undefined where there is none. */
export type FormattedPages = (offset: number) => FormattedRun | undefined;

const pageLength = 512;
type ReadFormat = (
  page: ByteView,
  run: number,
  runs: number,
) => Pick<FormattedRun, 'style' | 'sprms'>;

/**
 * The formatting of paragraphs or characters: 512-byte pages in the WordDocument stream, found by
 * an index in the table stream ([MS-DOC] 2.8.5, 2.8.6). A page is read when it is needed.
 */
function openPages(wordDocument: Uint8Array, index: Uint8Array, read: ReadFormat): FormattedPages {
  const view = viewBytes(index, 'index of formatting');
  const count = Math.max(0, Math.floor((view.length - 4) / 8));
  const pages = new Map<number, readonly FormattedRun[]>();
  return (offset) => {
    const place = lastAtOrBelow(count, offset, (i) => view.u32(i * 4));
    if (place < 0) return undefined;
    const number = view.u32((count + 1) * 4 + place * 4) & 0x3fffff;
    let runs = pages.get(number);
    if (!runs) {
      runs = readPage(wordDocument, number, read);
      pages.set(number, runs);
    }
    const found = lastAtOrBelow(runs.length, offset, (i) => runs?.[i]?.start ?? 0);
    const run = runs[found];
    return run && offset < run.end ? run : undefined;
  };
}

function readPage(wordDocument: Uint8Array, number: number, read: ReadFormat): FormattedRun[] {
  const at = number * pageLength;
  if (at + pageLength > wordDocument.length) return [];
  const page = viewBytes(wordDocument.subarray(at, at + pageLength), 'page of formatting');
  const count = Math.min(page.u8(pageLength - 1), Math.floor((pageLength - 5) / 5));
  return Array.from({ length: count }, (_, run) => ({
    start: page.u32(run * 4),
    end: page.u32(run * 4 + 4),
    ...read(page, run, count),
  }));
}

/** The last of `count` ascending numbers that is not above the one given; -1 where all are. */
function lastAtOrBelow(count: number, wanted: number, numberAt: (index: number) => number): number {
  let low = -1;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (numberAt(middle) <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** [MS-DOC] 2.9.32, 2.9.33: a page of character formatting. */
export function openCharacterPages(wordDocument: Uint8Array, index: Uint8Array): FormattedPages {
  return openPages(wordDocument, index, (page, run, runs) => {
    const at = page.u8((runs + 1) * 4 + run) * 2;
    if (at === 0) return { style: 0, sprms: [] };
    const length = Math.min(page.u8(at), pageLength - 1 - at - 1);
    return { style: 0, sprms: readSprms(page.slice(at + 1, Math.max(0, length))) };
  });
}

/** [MS-DOC] 2.9.174, 2.9.175: a page of paragraph formatting. */
export function openParagraphPages(wordDocument: Uint8Array, index: Uint8Array): FormattedPages {
  return openPages(wordDocument, index, (page, run, runs) => {
    const at = page.u8((runs + 1) * 4 + run * 13) * 2;
    if (at === 0) return { style: 0, sprms: [] };
    const words = page.u8(at);
    const from = words === 0 ? at + 2 : at + 1;
    const stated = words === 0 ? page.u8(at + 1) * 2 : words * 2 - 1;
    const length = Math.min(stated, pageLength - 1 - from);
    if (length < 2) return { style: 0, sprms: [] };
    return { style: page.u16(from), sprms: readSprms(page.slice(from + 2, length - 2)) };
  });
}
