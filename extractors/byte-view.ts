import { IngestError } from '../schemas/ingest-error.ts';

/** Little-endian numbers of a binary structure; reading past its end is an IngestError. */
export interface ByteView {
  readonly bytes: Uint8Array;
  readonly length: number;
  u8(at: number): number;
  u16(at: number): number;
  i16(at: number): number;
  u32(at: number): number;
  i32(at: number): number;
  /** The bytes from `at` on, without copying. */
  slice(at: number, length: number): Uint8Array;
}

/**
 * @param what the structure's name, for the error's detail
 * @throws IngestError archive_truncated, from every reading past the end
 */
export function viewBytes(bytes: Uint8Array, what: string): ByteView {
  const u8 = (at: number): number => {
    const byte = bytes[at];
    if (byte === undefined) throw new IngestError('archive_truncated', `${what} ends before ${at}`);
    return byte;
  };
  const u16 = (at: number): number => u8(at) | (u8(at + 1) << 8);
  const i32 = (at: number): number => u16(at) | (u16(at + 2) << 16);
  return {
    bytes,
    length: bytes.length,
    u8,
    u16,
    i16: (at) => (u16(at) << 16) >> 16,
    u32: (at) => i32(at) >>> 0,
    i32,
    slice(at, length) {
      if (at < 0 || length < 0 || at + length > bytes.length) {
        throw new IngestError('archive_truncated', `${what} ends before ${at + length}`);
      }
      return bytes.subarray(at, at + length);
    },
  };
}
