import type { Truth } from './truth.ts';

/** What files are compared in; PDF on pages of three shapes. */
export const peerFormats = [
  'docx',
  'doc',
  'rtf',
  'odt',
  'html',
  'xlsx',
  'xls',
  'ods',
  'pdf',
  'pdf landscape',
  'pdf short',
] as const;
export type PeerFormat = (typeof peerFormats)[number];

/** A file to read, and what it holds where that is known. */
export interface PeerFile {
  readonly path: string;
  readonly format: PeerFormat;
  readonly truth: Truth | null;
}

/** The ending of a file's name. */
export function extensionOf(format: PeerFormat): string {
  return format.split(' ')[0] ?? format;
}
