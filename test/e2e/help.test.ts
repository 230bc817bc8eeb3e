import { describe, expect, test } from 'vitest';
import { extractors } from '../../extractors/registry.ts';
import { commands } from '../../pipeline/cli/commands.ts';
import { guidang, temporaryFolder } from './program.ts';

describe('help', () => {
  test('lists every command with what it does, in the language asked for', async () => {
    for (const language of ['zh', 'en'] as const) {
      const { code, out } = await guidang(['--help', '--lang', language]);
      expect(code).toBe(0);
      const plain = out.replace(/\s+/g, '');
      for (const { name, summary } of commands) {
        expect(out).toContain(`  ${name} `);
        expect(plain).toContain(summary[language].replace(/\s+/g, ''));
      }
    }
  });

  test.each(commands.map((command) => [command.name, command] as const))(
    'of %s shows its examples, and these are command lines it takes',
    async (name, { examples }) => {
      const { code, out } = await guidang([name, '--help']);
      expect(code).toBe(0);
      expect(examples.length).toBeGreaterThan(0);
      for (const example of examples) {
        expect(example.split(' ')[0]).toBe(name);
        expect(out).toContain(`  guidang ${example}`);
      }
    },
  );
});

describe('a command line that is wrong', () => {
  test.each([
    [['no-such-command']],
    [['ingest']],
    [['ingest', '.', '--no-such-option']],
    [['ingest', '.', '--jobs', '0']],
    [['query']],
    [['query', 'SELECT 1', '--format', 'xml']],
    [['yoy', '--line', 'no_such_line']],
    [['inspect', 'x.docx', '--stop-after', 'no-such-stage']],
    [['export']],
    [['labels', 'accept', '追加数', '--kind', 'no_such_kind', '--code', 'total']],
    [['labels', 'accept', '追加数', '--kind', 'funding_line', '--code', 'no_such_code']],
    [['doctor', '--lang', 'fr']],
  ])('guidang %j ends with 2 and says why', async (args) => {
    const { code, out, err } = await guidang(args, temporaryFolder());
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).not.toBe('');
  });
});

describe('the language', () => {
  test('of messages is Chinese, or English where asked', async () => {
    const folder = temporaryFolder();
    const chinese = await guidang(['ingest', 'missing.docx'], folder);
    const english = await guidang(['ingest', 'missing.docx', '--lang', 'en'], folder);
    expect([chinese.code, english.code]).toEqual([3, 3]);
    expect(chinese.err).toContain('失败 missing.docx\n  [file_missing] 找不到该文件。');
    expect(chinese.out).toContain('完成：共 1 个文件');
    expect(english.err).toContain('Failed missing.docx\n  [file_missing] The file is not there.');
    expect(english.out).toContain('Done: 1 files');
    expect(english.out + english.err).not.toMatch(/\p{Script=Han}/u);
  });
});

test('guidang doctor finds this machine fit, and lists every format it reads', async () => {
  const { code, out } = await guidang(['doctor', '--json']);
  expect(code).toBe(0);
  const rows = JSON.parse(out) as { what: string; state: string; detail: string }[];
  expect(rows.filter(({ state }) => state !== 'ok' && state !== 'optional')).toEqual([]);
  const found = rows.map(({ what }) => what);
  for (const format of extractors.flatMap((e) => e.formats)) {
    expect(found).toContain(`format ${format}`);
  }
  expect(found).toEqual(expect.arrayContaining(['guidang', 'node', 'sqlite', 'jieba-wasm']));
  const plain = await guidang(['doctor']);
  for (const { what, detail } of rows) {
    expect(plain.out).toContain(what);
    expect(plain.out).toContain(detail);
  }
});
