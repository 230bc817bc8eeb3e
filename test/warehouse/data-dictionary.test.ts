import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dataDictionary } from '../../schemas/data-dictionary.ts';
import { openEmpty, rows } from './open-empty.ts';

const contract = new URL('../../../shared/contract.md', import.meta.url);

function readContract(): string | undefined {
  try {
    return readFileSync(contract, 'utf8');
  } catch {
    return undefined;
  }
}

/** view → columns, from the table of section 2; of two views in a row, both have the unit_id. */
function contractViews(text: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const table = text.slice(text.indexOf('## 2.'), text.indexOf('**Nothing is lost**'));
  for (const [, names, columns] of table.matchAll(/^\| (`[^|]+`) \| [^|]+ \| ([^|]+) \|$/gm)) {
    const views = [...(names ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name ?? '');
    const parts = (columns ?? '').split(views.length > 1 ? ';' : '\n');
    for (const [index, view] of views.entries()) {
      const part = (parts[index] ?? '').replace(/\([^)]*\)/g, '');
      found.set(view, [
        ...(index > 0 ? ['unit_id'] : []),
        ...part.split(',').map((column) => column.trim()),
      ]);
    }
  }
  return found;
}

const factColumns = [
  'value_id',
  'document_id',
  'form_id',
  'unit_name',
  'fiscal_year',
  'project_name',
  'form_type',
  'confidence',
  'is_current',
];

describe('the data dictionary', () => {
  test('names every column of every view, and nothing else', async () => {
    const warehouse = await openEmpty();
    const real = rows(
      warehouse,
      `SELECT v.name AS view_name, c.name AS column_name
       FROM sqlite_schema v, pragma_table_info(v.name) c
       WHERE v.type = 'view' ORDER BY 1, 2`,
    );
    const said = rows(
      warehouse,
      'SELECT view_name, column_name FROM data_dictionary ORDER BY 1, 2',
    );
    expect(real.length).toBeGreaterThan(300);
    expect(said).toEqual(real);
  });

  test('gives the columns in the order of the view', async () => {
    const warehouse = await openEmpty();
    for (const { view, label_zh, columns } of dataDictionary) {
      const names = (name: string) =>
        warehouse.pluck<string>('SELECT name FROM pragma_table_info(?)', name);
      expect(names(label_zh)).toEqual(columns.map((column) => column.label_zh));
      expect(names(view)).toEqual(columns.map((column) => column.column));
    }
  });

  test('explains each column in words', () => {
    for (const { columns } of dataDictionary) {
      for (const { label_zh, description_zh } of columns) {
        expect(label_zh).not.toBe('');
        expect(description_zh).not.toBe('');
      }
    }
  });

  test('lets every view and its Chinese twin be read', async () => {
    const warehouse = await openEmpty();
    for (const { view, label_zh } of dataDictionary) {
      const count = (name: string) => rows(warehouse, `SELECT count(*) AS n FROM "${name}"`)[0];
      expect(count(label_zh)).toEqual(count(view));
    }
  });
});

const text = readContract();
describe.skipIf(text === undefined)('the public contract', () => {
  const views = contractViews(text ?? '');

  test('is read whole', () => {
    expect(views.size).toBe(24);
  });

  test.each([...views])('has %s with its columns', (view, columns) => {
    const meaning = dataDictionary.find((entry) => entry.view === view);
    const names = meaning?.columns.map(({ column }) => column) ?? [];
    const isFact = names.includes('is_current') && view !== 'forms';
    expect(names.toSorted()).toEqual([...columns, ...(isFact ? factColumns : [])].toSorted());
  });
});
