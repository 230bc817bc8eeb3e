import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeArchive } from '../samples/generator/archive.ts';

const seed = 20_250_218;
/** Written last: without it the folder is a rest of a run that was broken off. */
const completeMark = 'complete';

/**
 * A folder with at least `count` Word files, written once and used again by later runs.
 *
 * @returns the folder, to be given to `archivePaths`
 */
export function prepareArchive(count: number): string {
  const folder = join(tmpdir(), 'guidang-bench', `archive-${seed}`);
  if (isUsable(folder, count)) return folder;
  rmSync(folder, { recursive: true, force: true });
  writeArchive(folder, count, seed);
  writeFileSync(join(folder, completeMark), `${count}\n`);
  return folder;
}

/** The first `count` files of an archive: a longer archive begins with the files of a shorter one. */
export function archivePaths(folder: string, count: number): string[] {
  return wordFiles(folder)
    .slice(0, count)
    .map((name) => join(folder, name));
}

function wordFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.docx'))
    .sort();
}

function isUsable(folder: string, count: number): boolean {
  const mark = join(folder, completeMark);
  if (!existsSync(mark)) return false;
  const written = Number(readFileSync(mark, 'utf8'));
  const names = wordFiles(folder);
  return written >= count && names.length === written && isOfThisGenerator(folder, names[0]);
}

/** Another version of the generator may have written other files. */
function isOfThisGenerator(folder: string, first: string | undefined): boolean {
  if (first === undefined) return false;
  const fresh = mkdtempSync(join(tmpdir(), 'guidang-bench-'));
  try {
    writeArchive(fresh, 1, seed);
    const again = join(fresh, first);
    return existsSync(again) && readFileSync(again).equals(readFileSync(join(folder, first)));
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}
