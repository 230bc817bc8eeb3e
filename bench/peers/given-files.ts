import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { z } from 'zod';
import { type PeerFile, peerFormats } from './formats.ts';
import type { Truth } from './truth.ts';

const GivenTruth = z.strictObject({
  tables: z.array(
    z.array(
      z.strictObject({
        row: z.int().min(0),
        column: z.int().min(0),
        rowSpan: z.int().min(1),
        columnSpan: z.int().min(1),
        text: z.string(),
      }),
    ),
  ),
  prose: z.string(),
});

/**
 * The files of a folder and the folders in it. One with NAME.tables.json beside it is scored; the
 * others are only timed, for nobody knows what they hold.
 *
 * @throws Error for a .tables.json that is none
 */
export function givenFiles(folder: string): PeerFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
    .flatMap((path) => {
      const extension = extname(path).slice(1).toLowerCase();
      const format = peerFormats.find((each) => each === extension);
      return format ? [{ path, format, truth: truthBeside(path) }] : [];
    });
}

function truthBeside(path: string): Truth | null {
  const beside = `${path.slice(0, -extname(path).length)}.tables.json`;
  return existsSync(beside) ? GivenTruth.parse(JSON.parse(readFileSync(beside, 'utf8'))) : null;
}
