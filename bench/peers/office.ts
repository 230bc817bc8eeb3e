import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runCommand } from './run-command.ts';

/** A second and a half for each file, and two minutes to start. */
const startMs = 120_000;
const eachMs = 15_000;

/**
 * Converts files in one call of LibreOffice, with a user profile of its own.
 *
 * @returns the files it wrote, in the order of `paths`, null for one it did not; and the time taken
 * @throws Error as runCommand does
 */
export async function convertByOffice(
  paths: readonly string[],
  target: string,
  folder: string,
): Promise<{ written: (string | null)[]; ms: number }> {
  mkdirSync(folder, { recursive: true });
  const profile = mkdtempSync(join(tmpdir(), 'guidang-peers-office-'));
  try {
    const { ms } = await runCommand(
      'soffice',
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        ...['--headless', '--convert-to', target, '--outdir', folder],
        ...paths,
      ],
      startMs + eachMs * paths.length,
    );
    const extension = target.split(':')[0] ?? target;
    const written = paths.map((path) => {
      const converted = join(folder, `${basename(path, extname(path))}.${extension}`);
      return existsSync(converted) ? converted : null;
    });
    return { written, ms };
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}
