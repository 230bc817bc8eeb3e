import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dataDictionary } from '../../schemas/data-dictionary.ts';
import { guidang, makeFolder, query } from './program.ts';
import { plainForm, smallForm } from './small-form.ts';

const person = { name: '王小明', phone: '13812345678', line: '0715-4201234' };
const formula = '=HYPERLINK("http://example.com","点此")';

/** Fields of CSV as RFC 4180 has it. */
function fieldsOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  const field = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/y;
  for (let match = field.exec(csv); match; match = field.exec(csv)) {
    const [, text = '', end] = match;
    rows.at(-1)?.push(text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text);
    if (end === '\r\n') rows.push([]);
    if (field.lastIndex >= csv.length) break;
  }
  return rows.filter((row) => row.length > 0);
}

describe('guidang export', () => {
  const folder = makeFolder();
  const db = join(folder, 'w.db');
  const masked = join(folder, 'masked');
  const unmasked = join(folder, 'unmasked');
  const csv = (from: string, view: string) => readFileSync(join(from, `${view}.csv`), 'utf8');

  beforeAll(async () => {
    const document = join(folder, '道路养护.docx');
    const signature = `填报人：${person.name}    联系电话：${person.phone}    电话：${person.line}`;
    writeFileSync(document, smallForm({ ...plainForm, signature, goal: formula }));
    expect((await guidang(['ingest', document, '--db', db])).code).toBe(0);
    const command = ['export', '--format', 'csv', '--db', db];
    for (const args of [
      ['--out', masked],
      ['--out', unmasked, '--personal-data'],
    ]) {
      expect(await guidang([...command, ...args])).toMatchObject({ code: 0, err: '' });
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('writes every view, with a byte order mark, its columns and all its rows', async () => {
    expect(readdirSync(masked).sort()).toEqual(dataDictionary.map((v) => `${v.view}.csv`).sort());
    for (const { view, columns } of dataDictionary) {
      const text = csv(masked, view);
      expect(text.startsWith('\uFEFF'), view).toBe(true);
      const [head, ...rows] = fieldsOf(text.slice(1));
      expect(head).toEqual(columns.map(({ column }) => column));
      const [{ n } = {}] = await query(db, `SELECT count(*) AS n FROM ${view}`);
      expect(rows.length, view).toBe(n);
    }
  });

  test('covers names and telephone numbers unless they are asked for', () => {
    const text = (from: string) => dataDictionary.map(({ view }) => csv(from, view)).join('\n');
    for (const secret of Object.values(person)) {
      expect(text(unmasked)).toContain(secret);
      expect(text(masked)).not.toContain(secret);
    }
    expect(text(masked)).toContain('138****5678');
  });

  test('covers a name the document labels wherever the document repeats it', async () => {
    const document = join(folder, '重复.docx');
    const named = { signature: '填报人：欧阳若兰', goal: '联系欧阳若兰13912345678后完成。' };
    writeFileSync(document, smallForm({ ...plainForm, ...named }));
    const other = join(folder, 'repeated.db');
    const out = join(folder, 'repeated');
    expect((await guidang(['ingest', document, '--db', other])).code).toBe(0);
    expect((await guidang(['export', '--db', other, '--out', out])).code).toBe(0);
    const text = dataDictionary.map(({ view }) => csv(out, view)).join('\n');
    expect(csv(out, 'goals')).toContain('联系欧***139****5678后完成。');
    expect(text).not.toContain('若兰');
  });

  test('gives a spreadsheet no formula to run', () => {
    const fields = [masked, unmasked].flatMap((from) =>
      dataDictionary.flatMap(({ view }) => fieldsOf(csv(from, view).slice(1)).flat()),
    );
    expect(fields).toContain(`'${formula}`);
    const dangerous = fields.filter((field) => /^[=+\-@\t\r]/.test(field));
    expect(dangerous.filter((field) => Number.isNaN(Number(field)))).toEqual([]);
  });

  test('says for each view how many rows it wrote', async () => {
    const { out } = await guidang(['export', '--db', db, '--out', masked]);
    expect(out).toContain('amounts.csv：3 行');
    expect(out.split('\n').filter((line) => line.includes('.csv'))).toHaveLength(
      dataDictionary.length,
    );
  });
});
