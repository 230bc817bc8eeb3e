import type { Container } from '../container.ts';
import { archiveMembers } from './archive-members.ts';

/** Archives that 7-Zip takes apart, each by its own mark at the start or at `offset`. */
interface PackedFormat {
  readonly name: string;
  /** By 7-Zip's name. */
  readonly type: string;
  readonly magic: readonly number[];
  readonly offset?: number;
  /** What else must hold, where the mark is short enough to begin a text. */
  readonly holds?: (bytes: Uint8Array) => boolean;
}

const formats: readonly PackedFormat[] = [
  { name: 'RAR', type: 'rar5', magic: [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07, 0x01, 0x00] },
  { name: 'RAR', type: 'rar', magic: [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07, 0x00] },
  { name: '7z', type: '7z', magic: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { name: 'CAB', type: 'cab', magic: [0x4d, 0x53, 0x43, 0x46, 0, 0, 0, 0] },
  // The size of its first header, at most 2600, and that of the header's fixed part.
  {
    name: 'ARJ',
    type: 'arj',
    magic: [0x60, 0xea],
    holds: ([, , low = 0, high = 0, fixed = 0]) => high < 0x0b && low + high > 0 && fixed >= 0x1e,
  },
  // "-lh5-": the method, between hyphens.
  {
    name: 'LZH',
    type: 'lzh',
    magic: [0x2d, 0x6c, 0x68],
    offset: 2,
    holds: (bytes) =>
      bytes[6] === 0x2d && (bytes[0] ?? 0) > 20 && bytes[20] !== undefined && bytes[20] < 4,
  },
  { name: 'ISO', type: 'iso', magic: [0x43, 0x44, 0x30, 0x30, 0x31], offset: 32_769 },
];

export const packedArchives: readonly Container[] = formats.map(
  ({ name, type, magic, offset = 0, holds }) => ({
    name,
    accepts: ({ bytes }) =>
      magic.every((byte, at) => bytes[offset + at] === byte) && (holds?.(bytes) ?? true),
    members: (bytes, limits, passwords) => archiveMembers(bytes, type, limits, passwords),
  }),
);
