import { createWriteStream } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Option } from 'commander';
import { stringify } from 'csv-stringify';
import { dataDictionary } from '../../../schemas/data-dictionary.ts';
import { openWarehouse, type Warehouse } from '../../../warehouse/warehouse.ts';
import { createMask, findNames, type PersonNames } from '../../personal-data.ts';
import { type Command, type CommandIo, defaultDatabase } from '../command.ts';
import { message } from '../messages.ts';
import { csvSafe } from '../table.ts';

interface ExportFlags {
  readonly db: string;
  readonly out: string;
  readonly format: 'csv';
  readonly personalData?: true;
}

export const exportCommand: Command = {
  name: 'export',
  summary: { zh: '将公开视图导出为文件', en: 'Write the public views as files' },
  examples: ['export --format csv --out 导出', 'export --format csv --out 导出 --personal-data'],
  define(program, io) {
    program
      .option('--db <path>', '数据库 / warehouse', defaultDatabase)
      .requiredOption('--out <folder>', '目标文件夹 / folder to write into')
      .addOption(new Option('--format <format>', '格式 / format').choices(['csv']).default('csv'))
      .option('--personal-data', '不遮盖姓名和电话 / leave names and telephone numbers unmasked')
      .action((flags: ExportFlags) => exportViews(flags, io));
  },
};

/** Where documents say who filled in a form. */
const labelledTexts: Readonly<Record<string, readonly string[]>> = {
  raw_cells: ['document_id', 'table_no', 'row_no', 'text'],
  sections: ['document_id', 'heading', 'text'],
  leftovers: ['document_id', 'text'],
};

async function exportViews(flags: ExportFlags, io: CommandIo): Promise<void> {
  const warehouse = await openWarehouse(flags.db, { readOnly: true });
  try {
    await mkdir(flags.out, { recursive: true });
    const names = flags.personalData ? null : namesOf(warehouse);
    for (const { view, columns } of dataDictionary) {
      const path = join(flags.out, `${view}.csv`);
      const shown = columns.map(({ column }) => column);
      const mask = names && createMask(shown, names);
      const written = await writeCsv(path, shown, readView(warehouse, view, shown), mask);
      io.out(message(io.language, 'exported', `${view}.csv`, written));
    }
  } finally {
    warehouse.close();
  }
}

function namesOf(warehouse: Warehouse): PersonNames {
  const texts = Object.entries(labelledTexts);
  return findNames(
    texts.map(([view, columns]) => [columns, readView(warehouse, view, columns)] as const),
  );
}

function readView(
  warehouse: Warehouse,
  view: string,
  columns: readonly string[],
): IterableIterator<unknown[]> {
  const order = view === 'raw_cells' ? ' ORDER BY document_id, table_no, row_no, column_no' : '';
  const select = `SELECT ${columns.map((name) => `"${name}"`).join(', ')} FROM "${view}"${order}`;
  return warehouse.prepare(select).raw().iterate() as IterableIterator<unknown[]>;
}

/** UTF-8 with a byte order mark, which Excel needs to read Chinese; written whole or not at all. */
async function writeCsv(
  path: string,
  names: readonly string[],
  rows: Iterable<unknown[]>,
  mask: ((row: readonly unknown[]) => unknown[]) | null,
): Promise<number> {
  let count = 0;
  function* lines(): Iterable<string[]> {
    yield [...names];
    for (const row of rows) {
      count += 1;
      yield (mask ? mask(row) : row).map(csvSafe);
    }
  }
  const text = stringify({ bom: true, record_delimiter: 'windows' });
  await pipeline(Readable.from(lines()), text, createWriteStream(`${path}.part`));
  await rename(`${path}.part`, path);
  return count;
}
