import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { guidang, jsonLines, mainProgram, sampleDocuments, temporaryFolder } from './program.ts';

function makePipe(path: string): string {
  expect(spawnSync('mkfifo', [path]).status).toBe(0);
  return path;
}

async function makeSocket(path: string): Promise<void> {
  const server = createServer();
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(path, resolve));
}

describe.skipIf(process.platform === 'win32')('what is no file', () => {
  test('is named on the command line and never waited for', async () => {
    const folder = temporaryFolder();
    const pipe = makePipe(join(folder, '管道.docx'));
    const paths = [pipe, '/dev/null', join(sampleDocuments, '附件2.docx')];
    const { code, out } = await guidang(['ingest', ...paths, '--json', '--db', 'w.db'], folder);
    expect(code).toBe(3);
    const unreadable = { status: 'failed', error_code: 'file_unreadable' };
    expect(jsonLines(out)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ path: pipe, ...unreadable }),
        expect.objectContaining({ path: '/dev/null', ...unreadable }),
      ]),
    );
    expect(jsonLines(out).at(-1)).toMatchObject({ summary: { loaded: 1, failed: 2 } });
  });

  test('is named in a folder too, and the files beside it are loaded', async () => {
    const folder = temporaryFolder();
    const archive = join(folder, '归档');
    mkdirSync(join(archive, '内'), { recursive: true });
    makePipe(join(archive, '管道.docx'));
    symlinkSync('管道.docx', join(archive, '指向管道.docx'));
    symlinkSync('没有.docx', join(archive, '断链.docx'));
    symlinkSync('内', join(archive, '指向文件夹'));
    await makeSocket(join(archive, '内', 's.docx'));
    copyFileSync(join(sampleDocuments, '附件2.docx'), join(archive, '附件2.docx'));
    const { code, out } = await guidang(['ingest', '归档', '--json', '--db', 'w.db'], folder);
    expect(code).toBe(3);
    const lines = jsonLines(out).slice(0, -1);
    expect(Object.fromEntries(lines.map((line) => [line['path'], line['error_code']]))).toEqual({
      '归档/管道.docx': 'file_unreadable',
      '归档/指向管道.docx': 'file_unreadable',
      '归档/断链.docx': 'file_missing',
      '归档/内/s.docx': 'file_unreadable',
      '归档/附件2.docx': null,
    });
  });
});

test.skipIf(process.platform !== 'linux')(
  'files and folders named in GBK are opened by their bytes and known by their names',
  async () => {
    const folder = temporaryFolder();
    const year = Buffer.from([0xc4, 0xea, 0xb6, 0xc8]); // 年度
    const form = Buffer.from([0xb1, 0xed, ...Buffer.from('.docx')]); // 表.docx
    const below = (...names: readonly Buffer[]): Buffer =>
      Buffer.concat([Buffer.from(folder), ...names.flatMap((name) => [Buffer.from('/'), name])]);
    const archive = Buffer.from('归档');
    mkdirSync(below(archive, year), { recursive: true });
    copyFileSync(join(sampleDocuments, '附件2.docx'), below(archive, year, form));
    copyFileSync(join(sampleDocuments, '附件2.docx'), join(folder, '归档', '乙.docx'));
    const { code, out } = await guidang(['ingest', '归档', '--json', '--db', 'w.db'], folder);
    expect(code).toBe(0);
    const lines = jsonLines(out).slice(0, -1);
    expect(lines.map((line) => [line['path'], line['status']])).toEqual([
      ['归档/乙.docx', 'loaded'],
      ['归档/年度/表.docx', 'duplicate'],
    ]);
  },
);

test.skipIf(process.platform !== 'linux')(
  'a file named in GBK on the command line is opened by its bytes and known by its name',
  async () => {
    const folder = temporaryFolder();
    const form = Buffer.from([0xb1, 0xed, ...Buffer.from('.docx')]); // 表.docx
    copyFileSync(
      join(sampleDocuments, '附件2.docx'),
      Buffer.concat([Buffer.from(`${folder}/`), form]) as unknown as string,
    );
    // A shell gives the bytes; Node itself has no way to pass on what is no UTF-8.
    const run = (command: string) =>
      spawnSync('sh', ['-c', `exec "$0" "$1" ${command}`, process.execPath, mainProgram], {
        cwd: folder,
        encoding: 'utf8',
      });
    const given = '"$(printf "\\261\\355.docx")" "$(printf "\\304\\352.docx")"';
    const { stdout } = run(`ingest ${given} --json --db w.db`);
    const lines = jsonLines(stdout).slice(0, -1);
    expect(lines.map((line) => [line['path'], line['status'], line['error_code']]).sort()).toEqual([
      ['年.docx', 'failed', 'file_missing'],
      ['表.docx', 'loaded', null],
    ]);
    expect(stdout).not.toContain('\ufffd');
    expect(
      run('inspect "$(printf "\\261\\355.docx")" --stop-after detect --json').stdout,
    ).toContain('"format": "docx"');
  },
);

describe('a warehouse that cannot be opened', () => {
  const says = async (args: readonly string[], db: string) => {
    const { code, err } = await guidang([...args, '--db', db]);
    expect(code).toBe(1);
    expect(err).toContain(`[warehouse_unavailable] 数据库无法打开或写入：${db}`);
    expect(err).not.toContain('该文件');
  };

  test('is named by its path, since no file is at fault', async () => {
    const folder = temporaryFolder();
    const nowhere = join(folder, '没有', 'w.db');
    const text = join(folder, 'text.db');
    writeFileSync(text, '这不是数据库。'.repeat(100));
    const foreign = join(folder, 'foreign.db');
    new SQLite(foreign).exec('CREATE TABLE theirs (x)').close();
    await says(['ingest', join(sampleDocuments, '附件2.docx')], nowhere);
    await says(['ingest', join(sampleDocuments, '附件2.docx')], text);
    await says(['ingest', join(sampleDocuments, '附件2.docx'), '--dry-run'], text);
    await says(['ingest', join(sampleDocuments, '附件2.docx'), '--dry-run'], foreign);
    await says(['export', '--out', join(folder, 'out')], text);
    await says(['query', 'SELECT 1 FROM forms'], text);
  });
});

test('guidang doctor knows the version of everything it names', async () => {
  const { code, out } = await guidang(['doctor', '--json']);
  expect(code).toBe(0);
  const rows = JSON.parse(out) as { what: string; state: string; detail: string }[];
  for (const what of ['guidang', 'node', 'sqlite', 'jieba-wasm']) {
    const row = rows.find((found) => found.what === what);
    expect(row, what).toMatchObject({
      state: 'ok',
      detail: expect.stringMatching(/^\d+\.\d+\.\d+/),
    });
  }
});

test('a page that cannot be written is a wrong path, not a fault of the document', async () => {
  const page = join(temporaryFolder(), '没有', '页.html');
  const document = join(sampleDocuments, '附件2.docx');
  const { code, err } = await guidang(['inspect', document, '--html', page]);
  expect(code).toBe(2);
  expect(err).toContain(`${page} 无法写入：ENOENT`);
  expect(err).not.toContain('    at ');
});
