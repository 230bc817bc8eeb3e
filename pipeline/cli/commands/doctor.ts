import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import SQLite from 'better-sqlite3';
import { extractors } from '../../../extractors/registry.ts';
import { libreOfficeVersion } from '../../convert-old-word.ts';
import type { Command } from '../command.ts';
import { formatRows } from '../table.ts';

const require = createRequire(import.meta.url);

export const doctorCommand: Command = {
  name: 'doctor',
  summary: {
    zh: '检查本机能读取哪些格式、缺少什么',
    en: 'Tell what this machine can read, and what is missing',
  },
  examples: ['doctor', 'doctor --json'],
  define(program, io) {
    program.option('--json', '输出 JSON / as JSON').action(async (flags: { json?: true }) => {
      const rows = [...examine(io.cores), await converterState()];
      const table = { columns: ['what', 'state', 'detail'], rows };
      io.out(formatRows(table, flags.json ? 'json' : 'table'));
    });
  },
};

function examine(cores: number): string[][] {
  const rows = [
    ['guidang', 'ok', packageVersion(import.meta.dirname) ?? '?'],
    ['node', supportedNode(process.versions.node) ? 'ok' : 'too old', process.versions.node],
    ['cores', 'ok', String(cores)],
    ['sqlite', ...sqliteState()],
    ['jieba-wasm', ...wordState()],
  ];
  for (const format of extractors.flatMap(({ formats }) => formats)) {
    rows.push([`format ${format}`, 'ok', 'built in']);
  }
  return rows;
}

/** Nothing but the oldest Word files needs it. */
async function converterState(): Promise<string[]> {
  const found = await libreOfficeVersion();
  const use = 'for Word 6, Word 95 and older';
  return ['libreoffice', found ? 'ok' : 'optional', found ? `${found.name}, ${use}` : use];
}

function supportedNode(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 20 || (major === 20 && minor >= 19);
}

/**
 * The version of the package a file or folder stands in: its package.json need not be exported, so it
 * is looked for on the way up. One without a version only says how the files beside it are meant.
 */
function packageVersion(inside: string): string | undefined {
  const file = join(inside, 'package.json');
  const { version } = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { version?: string })
    : {};
  const above = dirname(inside);
  return version ?? (above === inside ? undefined : packageVersion(above));
}

function sqliteState(): [string, string] {
  const database = new SQLite(':memory:');
  try {
    return ['ok', String(database.prepare('SELECT sqlite_version()').pluck().get())];
  } finally {
    database.close();
  }
}

function wordState(): [string, string] {
  const { cut } = require('jieba-wasm') as { cut: (text: string, hmm: boolean) => string[] };
  const words = cut('绩效自评', false);
  return [words.length > 0 ? 'ok' : 'broken', packageVersion(require.resolve('jieba-wasm')) ?? '?'];
}
