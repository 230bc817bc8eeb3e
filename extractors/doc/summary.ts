import { viewBytes } from '../byte-view.ts';

/** What a document says of itself. */
export interface Summary {
  readonly pages: number | null;
  /** ISO time. */
  readonly modifiedAt: string | null;
}

const noSummary: Summary = { pages: null, modifiedAt: null };
const lastSaved = 13;
const pageCount = 14;
const integerType = 3;
const timeType = 64;
/** From 1601, in tenths of a microsecond, to 1970 in milliseconds. */
const epoch = 11_644_473_600_000;

/** Reads the stream "\x05SummaryInformation" ([MS-OLEPS] 2.21, 3.1); null where it is missing. */
export function readSummary(bytes: Uint8Array | null): Summary {
  if (!bytes || bytes.length < 48) return noSummary;
  const view = viewBytes(bytes, 'summary');
  const start = view.u32(44);
  if (start + 8 > view.length) return noSummary;
  const count = Math.min(view.u32(start + 4), Math.floor((view.length - start - 8) / 8));
  let { pages, modifiedAt } = noSummary;
  for (let i = 0; i < count; i++) {
    const id = view.u32(start + 8 + i * 8);
    const at = start + view.u32(start + 12 + i * 8);
    if (at + 12 > view.length) continue;
    const type = view.u32(at);
    if (id === pageCount && type === integerType) pages = view.u32(at + 4);
    if (id === lastSaved && type === timeType) {
      modifiedAt = toIsoTime(view.u32(at + 8) * 2 ** 32 + view.u32(at + 4));
    }
  }
  return { pages: pages === 0 ? null : pages, modifiedAt };
}

/** Zero is no time; neither is one before there were such documents. */
function toIsoTime(time: number): string | null {
  const milliseconds = time / 10_000 - epoch;
  if (milliseconds <= 0 || milliseconds > 8.64e15) return null;
  return new Date(milliseconds).toISOString();
}
