import { viewBytes } from '../byte-view.ts';

/** The names of a document's fonts by their index ([MS-DOC] 2.9.286, SttbfFfn). */
export function readFonts(bytes: Uint8Array): string[] {
  const names: string[] = [];
  const view = viewBytes(bytes, 'font table');
  const extended = bytes.length >= 2 && view.u16(0) === 0xffff;
  let at = extended ? 6 : 4;
  while (at < bytes.length) {
    const length = view.u8(at);
    const font = bytes.subarray(at + 1, at + 1 + length);
    // 2.9.78: 39 bytes of looks before the name; a second name may follow the first.
    const name = Buffer.from(font.subarray(39)).toString('utf16le');
    names.push(name.split('\0')[0] ?? '');
    at += 1 + length;
  }
  return names;
}
