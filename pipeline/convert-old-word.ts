import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A document as another program rewrote it. */
export interface Converted {
  readonly docx: Uint8Array<ArrayBuffer>;
  /** "LibreOffice 7.4.7.2" */
  readonly by: string;
}

/** Names the program goes by. */
const programs = ['soffice', 'libreoffice'];

/**
 * Word 6, Word 95 and older, rewritten as .docx by LibreOffice where that is installed: formats so
 * rare that no reader of them is kept. It runs in a process group of its own, with a profile of its
 * own (two at once on one profile lose files without an error), and is killed after the limit.
 *
 * @param folder where its temporary files may stand
 * @returns null where LibreOffice is missing, fails, or makes nothing
 */
export async function convertOldWord(
  bytes: Uint8Array,
  folder: string,
  timeLimitMs: number,
): Promise<Converted | null> {
  const version = await libreOfficeVersion();
  if (!version) return null;
  const place = await mkdtemp(join(folder, 'convert-'));
  try {
    const source = join(place, 'document.doc');
    await writeFile(source, bytes);
    const profile = pathToFileURL(join(place, 'profile')).href;
    const { code } = await run(
      version.program,
      [
        `-env:UserInstallation=${profile}`,
        '--headless',
        '--norestore',
        '--convert-to',
        'docx:MS Word 2007 XML',
        '--outdir',
        join(place, 'out'),
        source,
      ],
      timeLimitMs,
    );
    if (code !== 0) return null;
    const made = join(place, 'out', 'document.docx');
    // It may end well and have made nothing: of a file it takes for empty, say.
    if (!existsSync(made)) return null;
    return { docx: new Uint8Array(await readFile(made)), by: version.name };
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

/** The LibreOffice of this machine: the program and "LibreOffice 7.4.7.2"; null without one. */
export async function libreOfficeVersion(): Promise<{ program: string; name: string } | null> {
  for (const program of programs) {
    const { code, out } = await run(program, ['--version'], 20_000);
    const name = /^LibreOffice [\d.]+/.exec(out)?.[0];
    if (code === 0 && name) return { program, name };
  }
  return null;
}

/** @returns the exit code, null where it could not start, crashed or was killed */
function run(
  program: string,
  args: readonly string[],
  timeLimitMs: number,
): Promise<{ code: number | null; out: string }> {
  return new Promise((resolve) => {
    // Detached: a group of its own, so that the programs it starts end with it.
    const child = spawn(program, args, { detached: true, stdio: ['ignore', 'pipe', 'ignore'] });
    const timer = setTimeout(() => killGroup(child.pid), timeLimitMs);
    let out = '';
    child.stdout.on('data', (piece: Buffer) => {
      if (out.length < 10_000) out += piece.toString('utf8');
    });
    const end = (code: number | null): void => {
      clearTimeout(timer);
      resolve({ code, out });
    };
    child.on('error', () => end(null));
    child.on('close', end);
  });
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    // It has ended by itself in the meantime.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
