import { childOf, type OfdElement, textOfChild } from './element-tree.ts';

/** "2021-05-28", "2020/10/10 15:11:19", "20201010151120", "D:20220708103442+08'00'". */
const time =
  /^(?:D:)?\s*(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})(?:[T\s]*(\d{1,2}):?(\d{2})(?::?(\d{2}))?(?:\.\d+)?\s*(Z|[+-]\d{2}(?:[:']?\d{2})?)?)?/;

/** When a document was last changed or else made (GB/T 33190-2016, 7.4, CT_DocInfo), ISO. */
export function modifiedAtOf(body: OfdElement): string | null {
  const info = childOf(body, 'DocInfo');
  if (!info) return null;
  return toIsoTime(textOfChild(info, 'ModDate')) ?? toIsoTime(textOfChild(info, 'CreationDate'));
}

/** A time that names no zone is taken for UTC, which keeps its date. */
function toIsoTime(text: string | null): string | null {
  const [, year, month, day, hour = '0', minute = '00', second = '00', zone = 'Z'] =
    time.exec(text ?? '') ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const two = (digits: string): string => digits.padStart(2, '0');
  const offset =
    zone === 'Z' ? zone : `${zone.slice(0, 3)}:${zone.slice(3).replace(/\D/g, '') || '00'}`;
  const parsed = Date.parse(
    `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}${offset}`,
  );
  return Number.isNaN(parsed) ? null : new Date(parsed).toISOString();
}
