import { decodeUtf8, nameDecoder } from './archive-names.ts';

/** A regular file in a tar; links, folders and devices are none. */
export interface TarMember {
  readonly name: string;
  /** Its bytes; fewer than `size` where the archive is cut off. */
  readonly bytes: Uint8Array;
  readonly size: number;
}

export interface TarListing {
  readonly members: readonly TarMember[];
  /** It ends in the middle of a member, or goes on with something that is no header. */
  readonly cutOff: boolean;
}

const block = 512;

/** A header's checksum counts its own field as spaces (POSIX ustar; older tars sign the bytes). */
export function isTar(bytes: Uint8Array): boolean {
  return bytes.length >= block && hasChecksum(bytes.subarray(0, block));
}

function hasChecksum(header: Uint8Array): boolean {
  const stated = octal(header.subarray(148, 156));
  if (stated === 0) return false;
  let unsigned = 0;
  let signed = 0;
  header.forEach((byte, at) => {
    const counted = at >= 148 && at < 156 ? 0x20 : byte;
    unsigned += counted;
    signed += counted > 127 ? counted - 256 : counted;
  });
  return stated === unsigned || stated === signed;
}

interface RawMember {
  readonly rawName: Uint8Array;
  /** From a pax header, which is always UTF-8. */
  readonly paxName: string | undefined;
  readonly bytes: Uint8Array;
  readonly size: number;
}

/**
 * Reads a tar: ustar, pax and GNU, with long names. Nothing is copied.
 *
 * @param most members, links and headers together; more are not looked at
 */
export function readTar(bytes: Uint8Array, most: number): TarListing {
  const members: RawMember[] = [];
  let at = 0;
  let cutOff = false;
  let longName: Uint8Array | undefined;
  let pax = new Map<string, string>();
  for (let seen = 0; seen < most && at + block <= bytes.length; seen++) {
    const header = bytes.subarray(at, at + block);
    if (header.every((byte) => byte === 0)) break;
    if (!hasChecksum(header)) {
      cutOff = true;
      break;
    }
    const type = String.fromCharCode(header[156] ?? 0);
    const size = Number(pax.get('size') ?? sizeOf(header));
    const content = bytes.subarray(at + block, at + block + size);
    const isCut = content.length < size;
    cutOff ||= isCut;
    if (type === 'L') longName = cString(content);
    else if (type === 'x') pax = paxRecords(content);
    else if (type !== 'g' && type !== 'K') {
      if (isFile(type)) {
        const rawName = longName ?? nameOf(header);
        members.push({ rawName, paxName: pax.get('path'), bytes: content, size });
      }
      longName = undefined;
      pax = new Map();
    }
    if (!Number.isSafeInteger(size) || isCut) break;
    at += block + Math.ceil(size / block) * block;
  }
  const decode = nameDecoder(members.map(({ rawName }) => rawName));
  return {
    members: members.map(({ rawName, paxName, bytes: content, size }) => ({
      name: paxName ?? decode(rawName),
      bytes: content,
      size,
    })),
    cutOff: cutOff || (at < bytes.length && at + block > bytes.length),
  };
}

/** '0', '\0' and '7' are files; links, devices and folders have letters and digits of their own. */
function isFile(type: string): boolean {
  return type === '0' || type === '\0' || type === '7';
}

/** GNU writes sizes of 8 GiB and more in binary, with the first bit set. */
function sizeOf(header: Uint8Array): number {
  const field = header.subarray(124, 136);
  if (((field[0] ?? 0) & 0x80) === 0) return octal(field);
  return field.subarray(1).reduce((size, byte) => size * 256 + byte, 0);
}

function octal(field: Uint8Array): number {
  const digits = /[0-7]+/.exec(Buffer.from(field).toString('latin1'))?.[0];
  return digits === undefined ? 0 : Number.parseInt(digits, 8);
}

function nameOf(header: Uint8Array): Uint8Array {
  const name = cString(header.subarray(0, 100));
  const isUstar = Buffer.from(header.subarray(257, 262)).toString('latin1') === 'ustar';
  // GNU's own magic "ustar  " has other fields where ustar has the prefix.
  const prefix =
    isUstar && header[262] === 0 ? cString(header.subarray(345, 500)) : new Uint8Array();
  return prefix.length === 0 ? name : Buffer.concat([prefix, Buffer.from('/'), name]);
}

function cString(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(0);
  return end < 0 ? bytes : bytes.subarray(0, end);
}

/** Records of an extended header: "length key=value\n" (POSIX pax). */
function paxRecords(bytes: Uint8Array): Map<string, string> {
  const records = new Map<string, string>();
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(0x20, at);
    if (space < 0) break;
    const length = Number(Buffer.from(bytes.subarray(at, space)).toString('latin1'));
    if (!Number.isInteger(length) || length <= space - at) break;
    const record = decodeUtf8(bytes.subarray(space + 1, at + length - 1)) ?? '';
    const equals = record.indexOf('=');
    if (equals > 0) records.set(record.slice(0, equals), record.slice(equals + 1));
    at += length;
  }
  return records;
}
