import { IngestError } from '../../schemas/ingest-error.ts';
import { viewBytes } from '../byte-view.ts';

/** What the dictionary holds before the first byte ([MS-OXRTFCP] 2.1.2.1). */
const preset =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';

const dictionarySize = 4096;
const compressed = 0x75465a4c;
const stored = 0x414c454d;

/**
 * RTF as Outlook keeps it ([MS-OXRTFCP] 3.1): back references into a dictionary of 4096 bytes. A
 * reference to the place being written ends it.
 *
 * @throws IngestError archive_truncated, archive_too_large
 */
export function inflateRtf(bytes: Uint8Array, most: number): Uint8Array {
  const view = viewBytes(bytes, 'compressed RTF');
  const size = view.u32(4);
  const kind = view.u32(8);
  if (size > most) throw new IngestError('archive_too_large', `${size} bytes of RTF`);
  if (kind === stored) return view.slice(16, Math.min(size, bytes.length - 16)).slice();
  if (kind !== compressed)
    throw new IngestError('archive_truncated', 'compressed RTF: unknown kind');

  const dictionary = new Uint8Array(dictionarySize);
  dictionary.set(Buffer.from(preset, 'latin1'));
  let write = preset.length;
  const output: number[] = [];
  const put = (byte: number): void => {
    output.push(byte);
    dictionary[write] = byte;
    write = (write + 1) % dictionarySize;
  };
  for (let at = 16; at < bytes.length && output.length < size; ) {
    const control = view.u8(at++);
    for (let bit = 0; bit < 8 && at < bytes.length && output.length < size; bit++) {
      if ((control & (1 << bit)) === 0) {
        put(view.u8(at++));
        continue;
      }
      const reference = (view.u8(at) << 8) | view.u8(at + 1);
      at += 2;
      const offset = reference >> 4;
      if (offset === write) return Uint8Array.from(output);
      const length = (reference & 0xf) + 2;
      for (let i = 0; i < length; i++) put(dictionary[(offset + i) % dictionarySize] ?? 0);
    }
  }
  return Uint8Array.from(output);
}
