/** A member as it is to stand in a zip. */
export interface WrittenMember {
  readonly name: string;
  /** 0 stored, 8 deflated (APPNOTE.TXT 4.4.5). */
  readonly method: number;
  /** Of the content. */
  readonly crc: number;
  /** Bytes of the content. */
  readonly size: number;
  readonly packed: Uint8Array;
}

const utf8Names = 0x0800;

/** A zip of members packed already, below 4 GiB (APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16). */
export function writeZip(members: readonly WrittenMember[]): Uint8Array {
  const local: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let at = 0;
  for (const { name, method, crc, size, packed } of members) {
    const rawName = Buffer.from(name, 'utf8');
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(utf8Names, 2);
    shared.writeUInt16LE(method, 4);
    shared.writeUInt32LE(crc, 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(size, 18);
    shared.writeUInt16LE(rawName.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    local.push(Buffer.from('PK\x03\x04'), shared, rawName, packed);
    central.push(Buffer.from('PK\x01\x02\x14\x00'), shared, place, rawName);
    at += 4 + shared.length + rawName.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(
    central.reduce((sum, { length }) => sum + length, 0),
    12,
  );
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...local, ...central, end]));
}
