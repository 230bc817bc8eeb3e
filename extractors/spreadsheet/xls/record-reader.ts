import { IngestError } from '../../../schemas/ingest-error.ts';

/** Reads a record's fields one after another, across the records that continue it. */
export interface RecordReader {
  u8(): number;
  u16(): number;
  u32(): number;
  f64(): number;
  skip(count: number): void;
  /** Bytes left, continued ones included. */
  left(): number;
  /** Bytes as they are, in the encoding of the workbook. */
  bytes(count: number): Uint8Array;
  /**
   * Characters of a Unicode string, one byte each or two. Where a string goes on in the next
   * record, that begins with a byte that says how wide its characters are ([MS-XLS] 2.5.293).
   */
  characters(count: number, wide: boolean): string;
}

/** @throws IngestError document_incomplete from its functions, where the record is too short */
export function createRecordReader(parts: readonly Uint8Array[]): RecordReader {
  let index = 0;
  let at = 0;
  const part = (): Uint8Array => {
    while (at >= (parts[index]?.length ?? 0)) {
      if (index >= parts.length)
        throw new IngestError('document_incomplete', 'a record is cut off');
      index++;
      at = 0;
    }
    return parts[index] ?? new Uint8Array();
  };
  const u8 = (): number => {
    const data = part();
    return data[at++] ?? 0;
  };
  const u16 = (): number => u8() | (u8() << 8);
  const left = (): number => {
    let sum = -at;
    for (let i = index; i < parts.length; i++) sum += parts[i]?.length ?? 0;
    return Math.max(sum, 0);
  };
  const bytes = (count: number): Uint8Array => {
    if (count > left()) throw new IngestError('document_incomplete', 'a record is cut off');
    return Uint8Array.from({ length: count }, u8);
  };
  return {
    u8,
    u16,
    u32: () => u16() + u16() * 0x10000,
    f64: () => new DataView(bytes(8).buffer).getFloat64(0, true),
    skip(count) {
      for (let rest = count; rest > 0; ) {
        const step = Math.min(rest, part().length - at);
        at += step;
        rest -= step;
      }
    },
    left,
    bytes,
    characters(count, wide) {
      const codes: string[] = [];
      let two = wide;
      let rest = count;
      while (rest > 0) {
        if (codes.length > 0 && at >= (parts[index]?.length ?? 0)) two = (u8() & 1) === 1;
        const data = part();
        const width = two ? 2 : 1;
        const step = Math.max(1, Math.min(rest, Math.floor((data.length - at) / width)));
        codes.push(decodeUnits(data.subarray(at, at + step * width), two));
        at += step * width;
        rest -= step;
      }
      return codes.join('');
    },
  };
}

const utf16 = new TextDecoder('utf-16le');

function decodeUnits(bytes: Uint8Array, wide: boolean): string {
  return wide ? utf16.decode(bytes) : Buffer.from(bytes).toString('latin1');
}
