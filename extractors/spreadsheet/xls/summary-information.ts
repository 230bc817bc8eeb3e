/**
 * When a document was last saved, by its summary information ([MS-OLEPS] 2.21; property 13 of
 * 2.25.1, a FILETIME).
 *
 * @returns ISO time, null where it does not say
 */
export function lastSaved(bytes: Uint8Array): string | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const u32 = (at: number): number => (at + 4 <= bytes.length ? view.getUint32(at, true) : 0);
  const section = u32(44);
  const count = Math.min(u32(section + 4), 100);
  for (let i = 0; i < count; i++) {
    const entry = section + 8 + i * 8;
    if (u32(entry) !== 13) continue;
    const at = section + u32(entry + 4);
    if (u32(at) !== 0x40) return null;
    return fromFileTime(u32(at + 4), u32(at + 8));
  }
  return null;
}

/** Units of 100 ns since 1601. */
function fromFileTime(low: number, high: number): string | null {
  const milliseconds = (high * 2 ** 32 + low) / 10_000 - 11_644_473_600_000;
  if (milliseconds <= 0 || milliseconds > 8.64e15) return null;
  return new Date(milliseconds).toISOString();
}
