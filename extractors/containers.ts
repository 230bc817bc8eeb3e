import type { Container } from './container.ts';
import { bzip2, compress, gzip, xz, zstd } from './containers/compressed-stream.ts';
import { mail } from './containers/mail.ts';
import { outlookMessage } from './containers/outlook-message.ts';
import { packedArchives } from './containers/packed-archive.ts';
import { tar } from './containers/tar.ts';
import { zip } from './containers/zip.ts';
import type { Probe } from './extractor.ts';

/** Every kind of file that holds files. The first that accepts a file opens it; texts come last. */
export const containers: readonly Container[] = [
  zip,
  ...packedArchives,
  gzip,
  bzip2,
  xz,
  zstd,
  compress,
  tar,
  outlookMessage,
  mail,
];

/** The container a file is, by its content; undefined where it is none. */
export function containerOf(probe: Probe): Container | undefined {
  return containers.find((container) => container.accepts(probe));
}
