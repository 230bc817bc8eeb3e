/**
 * Names in a zip file's central directory, without inflating anything. Field offsets are those of
 * the ZIP Application Note (APPNOTE.TXT), sections 4.3.12 (directory), 4.3.14-16 (its end).
 *
 * @returns [] where there is no end of central directory, as in a file cut off
 */
export function zipEntryNames(bytes: Uint8Array): string[] {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findDirectoryEnd(view);
  if (end < 0) return [];
  const names: string[] = [];
  let at = directoryStart(view, end);
  while (at + 46 <= end && view.readUInt32LE(at) === 0x02014b50) {
    const nameLength = view.readUInt16LE(at + 28);
    const name = view.subarray(at + 46, Math.min(at + 46 + nameLength, end));
    names.push(decodeName(name));
    at += 46 + nameLength + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
  }
  return names;
}

/** The end record has 22 bytes and a comment of up to 65 535 that must reach the end of the file. */
function findDirectoryEnd(view: Buffer): number {
  const first = Math.max(0, view.length - 22 - 0xffff);
  for (let at = view.length - 22; at >= first; at--) {
    if (view.readUInt32LE(at) !== 0x06054b50) continue;
    if (at + 22 + view.readUInt16LE(at + 20) <= view.length) return at;
  }
  return -1;
}

/**
 * The directory ends where its end record begins, so its size gives its start even where something
 * was put before the archive. Zip64 (sizes too large for the record) says its offset elsewhere.
 */
function directoryStart(view: Buffer, end: number): number {
  const locator = end - 20;
  if (locator >= 0 && view.readUInt32LE(locator) === 0x07064b50) {
    const record = Number(view.readBigUInt64LE(locator + 8));
    if (record + 56 <= end && view.readUInt32LE(record) === 0x06064b50) {
      return record - Number(view.readBigUInt64LE(record + 40));
    }
  }
  return Math.max(0, end - view.readUInt32LE(end + 12));
}

/** UTF-8 where it can be (flagged or not: many writers forget the flag), else GB18030. */
function decodeName(name: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(name);
  } catch (error) {
    if (error instanceof TypeError) return new TextDecoder('gb18030').decode(name);
    throw error;
  }
}
