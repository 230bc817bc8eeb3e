import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { loadDocument } from '../../warehouse/load-document.ts';
import { openWarehouse } from '../../warehouse/warehouse.ts';
import { makeRecord } from './make-record.ts';
import { openEmpty, rows, temporaryFolder } from './open-empty.ts';

describe('opening a warehouse', () => {
  test('creates it, and finds its content again', async () => {
    const path = join(temporaryFolder(), 'w.db');
    const warehouse = await openEmpty(path);
    loadDocument(warehouse, makeRecord('x', [{ year: 2023 }]));
    const again = await openWarehouse(path);
    expect(rows(again, 'SELECT fiscal_year FROM forms')).toEqual([{ fiscal_year: 2023 }]);
    again.close();
  });

  test('keeps foreign keys, strict types and a write-ahead log', async () => {
    const warehouse = await openEmpty(join(temporaryFolder(), 'w.db'));
    const pragma = (name: string) => warehouse.sqlite.pragma(name, { simple: true });
    expect(pragma('foreign_keys')).toBe(1);
    expect(pragma('journal_mode')).toBe('wal');
    const loose = rows(
      warehouse,
      `SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0
       AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'kysely_%'`,
    );
    expect(loose).toEqual([]);
  });

  test('several times at once makes one warehouse', async () => {
    const path = join(temporaryFolder(), 'w.db');
    const opened = await Promise.all([1, 2, 3].map(() => openWarehouse(path)));
    for (const warehouse of opened) {
      expect(rows(warehouse, 'SELECT count(*) AS n FROM documents')).toEqual([{ n: 0 }]);
      warehouse.close();
    }
  });

  test('that another holds says so when waiting was in vain, and is written to once it is let go', async () => {
    const path = join(temporaryFolder(), 'w.db');
    const [one, other] = [await openEmpty(path), await openWarehouse(path)];
    one.sqlite.pragma('busy_timeout = 20');
    const load = () => loadDocument(one, makeRecord('x', [{ year: 2023 }]));
    other.sqlite.exec('BEGIN IMMEDIATE');
    const held = { code: 'warehouse_unavailable', message: `${path}: database is locked` };
    expect(load).toThrow(expect.objectContaining(held));
    other.sqlite.exec('COMMIT');
    expect(load().forms).toBe(1);
    other.close();
  });

  test('read-only neither creates nor writes', async () => {
    const path = join(temporaryFolder(), 'w.db');
    const unavailable = { name: 'IngestError', code: 'warehouse_unavailable' };
    await expect(openWarehouse(path, { readOnly: true })).rejects.toMatchObject(unavailable);
    await openEmpty(path);
    const reader = await openWarehouse(path, { readOnly: true });
    expect(() => reader.sqlite.exec('DELETE FROM run')).toThrow('readonly');
    reader.close();
  });

  test('refuses what is no warehouse, and leaves it as it was', async () => {
    const folder = temporaryFolder();
    const unavailable = { name: 'IngestError', code: 'warehouse_unavailable' };
    const text = join(folder, 'text.db');
    writeFileSync(text, '这不是数据库。'.repeat(100));
    await expect(openWarehouse(text)).rejects.toMatchObject(unavailable);

    const foreign = join(folder, 'foreign.db');
    const other = new SQLite(foreign);
    other.exec('CREATE TABLE theirs (x)');
    await expect(openWarehouse(foreign)).rejects.toMatchObject(unavailable);
    expect(other.prepare('SELECT name FROM sqlite_schema').pluck().all()).toEqual(['theirs']);
    other.close();

    const nowhere = join(folder, 'no', 'such', 'folder.db');
    await expect(openWarehouse(nowhere)).rejects.toMatchObject(unavailable);
  });
});
