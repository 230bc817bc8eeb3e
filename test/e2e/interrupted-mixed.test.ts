import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, expect, test } from 'vitest';
import { writeArchive } from '../../samples/generator/archive.ts';
import { zipFile } from '../extractors/containers/zip-file.ts';
import { contentOf } from './content.ts';
import { guidang, jsonLines, makeFolder, start } from './program.ts';

const folder = makeFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** 32 documents, 14 of them in a zip with one that is cut off, and two broken files. */
function writeMixedArchive(archive: string): void {
  writeArchive(archive, 32, 23);
  const names = readdirSync(archive).sort();
  const packed = names.slice(0, 14).map((name) => {
    const content = new Uint8Array(readFileSync(join(archive, name)));
    rmSync(join(archive, name));
    return { name, content };
  });
  const cut = packed[0]?.content.subarray(0, 700) ?? new Uint8Array();
  writeFileSync(
    join(archive, '00000-包.zip'),
    zipFile(...packed, { name: '断.docx', content: cut }),
  );
  writeFileSync(join(archive, '00000-断.docx'), cut.subarray(0, 600));
  writeFileSync(join(archive, '99999-空.docx'), '');
}

test('a run over mixed files, killed inside an archive, is completed by running it again', async () => {
  const archive = join(folder, '归档');
  writeMixedArchive(archive);
  const command = ['ingest', archive, '--jobs', '2', '--json', '--db'];
  const undisturbed = join(folder, 'undisturbed.db');
  expect((await guidang([...command, undisturbed])).code).toBe(3);

  const db = join(folder, 'killed.db');
  const child = start([...command, db]);
  if (!child.stdout) throw new Error('The program has no standard output');
  const ended = once(child, 'close');
  let lines = 0;
  for await (const _line of createInterface({ input: child.stdout })) {
    lines += 1;
    if (lines === 8) child.kill('SIGKILL');
  }
  expect(await ended).toEqual([null, 'SIGKILL']);

  const again = jsonLines((await guidang([...command, db])).out);
  const failed = again.filter(({ status }) => status === 'failed').map(({ path }) => path);
  expect(failed.sort()).toEqual(
    ['00000-包.zip!/断.docx', '00000-断.docx', '99999-空.docx'].map((name) => join(archive, name)),
  );
  expect(await contentOf(db)).toEqual(await contentOf(undisturbed));
});
