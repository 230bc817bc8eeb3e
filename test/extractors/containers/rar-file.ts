import { crc32 } from 'node:zlib';

export interface RarEntry {
  readonly name: string;
  readonly content: string;
}

/** A RAR 5 archive whose members are stored (RAR 5.0 archive format, rarlab.com/technote.htm). */
export function rar5File(entries: readonly RarEntry[], archiveFlags = 0): Uint8Array {
  const blocks = entries.map(({ name, content }) => {
    const body = Buffer.from(content);
    const rawName = Buffer.from(name);
    const checksum = Buffer.alloc(4);
    checksum.writeUInt32LE(crc32(body));
    // Header type and flags, data size; file flags, size, attributes, checksum, method, host, name.
    const fields = [[2, 2], vint(body.length), [4], vint(body.length), [0], checksum, [0, 1]];
    return Buffer.concat([rar5Header([...fields, vint(rawName.length), rawName]), body]);
  });
  const volume = archiveFlags & 2 ? [[1]] : [];
  return new Uint8Array(
    Buffer.concat([
      Buffer.from('Rar!\x1a\x07\x01\x00', 'latin1'),
      rar5Header([[1, 0], [archiveFlags], ...volume]),
      ...blocks,
      rar5Header([[5, 0, 0]]),
    ]),
  );
}

function rar5Header(fields: readonly (readonly number[] | Buffer)[]): Buffer {
  const body = Buffer.concat(fields.map((field) => Buffer.from(field)));
  const sized = Buffer.concat([Buffer.from(vint(body.length)), body]);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32LE(crc32(sized));
  return Buffer.concat([checksum, sized]);
}

/** Seven bits to a byte, the lowest first. */
function vint(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...vint(value >>> 7)];
}

/** A RAR 4 archive whose members are stored, with names in UTF-8. */
export function rar4File(...entries: readonly RarEntry[]): Uint8Array {
  const blocks = entries.map(({ name, content }) => {
    const body = Buffer.from(content);
    const rawName = Buffer.from(name);
    const fields = Buffer.alloc(25);
    fields.writeUInt32LE(body.length, 0);
    fields.writeUInt32LE(body.length, 4);
    fields.writeUInt8(3, 8);
    fields.writeUInt32LE(crc32(body), 9);
    fields.writeUInt32LE(0x58210000, 13);
    fields.writeUInt8(20, 17);
    fields.writeUInt8(0x30, 18);
    fields.writeUInt16LE(rawName.length, 19);
    fields.writeUInt32LE(0o100644, 21);
    return Buffer.concat([rar4Header(0x74, 0x8200, Buffer.concat([fields, rawName])), body]);
  });
  return new Uint8Array(
    Buffer.concat([
      Buffer.from('Rar!\x1a\x07\x00', 'latin1'),
      rar4Header(0x73, 0, Buffer.alloc(6)),
      ...blocks,
      rar4Header(0x7b, 0x4000, Buffer.alloc(0)),
    ]),
  );
}

function rar4Header(type: number, flags: number, fields: Buffer): Buffer {
  const head = Buffer.alloc(7);
  head.writeUInt8(type, 2);
  head.writeUInt16LE(flags, 3);
  head.writeUInt16LE(7 + fields.length, 5);
  const whole = Buffer.concat([head, fields]);
  whole.writeUInt16LE(crc32(whole.subarray(2)) & 0xffff, 0);
  return whole;
}
