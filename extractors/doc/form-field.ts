import type { ByteView } from '../byte-view.ts';

/** What a field that asks for a number takes for "as it was set at first". */
const byDefault = 25;

/**
 * What a form field shows that is no text: a tick box, or the entry chosen of a list. A text field
 * shows its result, so it gives nothing here.
 *
 * @param at of its data in the Data stream ([MS-DOC] 2.9.158, NilPICFAndBinData; 2.9.79, FFData)
 */
export function readFormField(data: ByteView, at: number): string | null {
  if (at + 6 > data.length) return null;
  const from = at + data.u16(at + 4);
  if (from + 10 > data.length || data.u32(from) !== 0xffffffff) return null;
  const flags = data.u16(from + 4);
  const kind = flags & 3;
  const result = (flags >> 2) & 0x1f;
  if (kind === 0) return null;
  const name = from + 10;
  const afterName = name + 2 + data.u16(name) * 2 + 2;
  const standard = data.u16(afterName);
  const chosen = result === byDefault ? standard : result;
  return kind === 1 ? (chosen === 0 ? '□' : '☑') : readEntry(data, afterName + 2, chosen);
}

/** After six further texts the entries of the list follow (2.2.4, STTB). */
function readEntry(data: ByteView, at: number, chosen: number): string | null {
  let next = at;
  for (let text = 0; text < 5; text++) next += 2 + data.u16(next) * 2 + 2;
  if (data.u16(next) !== 0xffff || chosen >= data.u16(next + 2)) return null;
  next += 6;
  for (let entry = 0; entry < chosen; entry++) next += 2 + data.u16(next) * 2;
  return Buffer.from(data.slice(next + 2, data.u16(next) * 2)).toString('utf16le');
}
