import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where LibreOffice is to be found; null where it is not installed. */
export function findOffice(): string | null {
  try {
    return execFileSync('sh', ['-c', 'command -v soffice']).toString().trim();
  } catch (error) {
    if (error instanceof Error && 'status' in error) return null;
    throw error;
  }
}

/** A rich text file as one of Word 97, converted by LibreOffice. */
export function word97(office: string, rtf: Uint8Array): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'carrier-'));
  try {
    writeFileSync(join(folder, 'form.rtf'), rtf);
    execFileSync(
      office,
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        'doc:MS Word 97',
        '--outdir',
        folder,
        join(folder, 'form.rtf'),
      ],
      { timeout: 120_000, stdio: 'ignore' },
    );
    return readFileSync(join(folder, 'form.doc'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
