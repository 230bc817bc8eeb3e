import type { Attachment } from '../extractor.ts';

const gb18030 = new TextDecoder('gb18030');

/**
 * A file packed into a document (stream "\x01Ole10Native", written by the Windows Object Packager):
 * its length, a mark, its name, where it came from, and the file. Null where it is something else.
 */
export function readNativeFile(bytes: Uint8Array): Attachment | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 6 || view.getUint16(4, true) !== 2) return null;
  const name = readText(bytes, 6);
  const origin = readText(bytes, name.end);
  // Two numbers, one of them the length of the text that follows.
  const command = origin.end + 8;
  if (command > bytes.length) return null;
  const length = command + view.getUint32(origin.end + 4, true);
  if (length + 4 > bytes.length) return null;
  const start = length + 4;
  const end = start + view.getUint32(length, true);
  if (end > bytes.length) return null;
  return { name: name.text.replace(/^.*[\\/]/, ''), bytes: bytes.slice(start, end) };
}

function readText(bytes: Uint8Array, at: number): { text: string; end: number } {
  const nul = bytes.indexOf(0, at);
  const end = nul < 0 ? bytes.length : nul;
  return { text: gb18030.decode(bytes.subarray(at, end)), end: end + 1 };
}
