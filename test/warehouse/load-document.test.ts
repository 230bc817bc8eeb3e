import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reviewAnomaly } from '../../warehouse/anomalies.ts';
import { canonicalDump, diffDumps } from '../../warehouse/canonical-dump.ts';
import { hasDocument, recordCopy } from '../../warehouse/documents.ts';
import { loadDocument } from '../../warehouse/load-document.ts';
import type { LoadRecord } from '../../warehouse/load-record.ts';
import type { Warehouse } from '../../warehouse/warehouse.ts';
import { cellAt, documentIdOf, type FormSketch, makeRecord, sourceAt } from './make-record.ts';
import { openEmpty, openWith, rows } from './open-empty.ts';
import { settle } from './settle.ts';

const amountTotal: LoadRecord['anomalies'][number] = {
  rule_code: 'fund_sources_sum',
  severity: 'error',
  form_ordinal: 1,
  field: 'total',
  expected: '10',
  actual: '11',
  difference: '1',
  message: '合计不等。',
  evidence: [],
};

/** Three years, a revision, a rename, a failed file: what order could possibly change. */
function variedRecords(): LoadRecord[] {
  const school = '湘岚市白溪县第一中学';
  return [
    makeRecord('a', [
      {
        unit: school,
        year: 2022,
        amounts: [['total', 'executed', 10.5]],
        indicators: [
          ['quantity', '培训教师人数', 20],
          ['quality', '考核合格率', 95],
        ],
        base: [['public_expense', 'current_final', 12.2]],
      },
    ]),
    makeRecord('b', [
      {
        unit: school,
        year: 2023,
        filledOn: '2024-03-01',
        amounts: [['total', 'executed', 11]],
        indicators: [['quantity', '参训教师人数', 25]],
        base: [
          ['public_expense', 'current_final', 13],
          ['public_expense', 'prior_final', 12.9],
        ],
      },
    ]),
    makeRecord(
      'c',
      [
        { unit: school, year: 2023, filledOn: '2024-04-01', amounts: [['total', 'executed', 12]] },
        { unit: school, year: 2023, project: '校舍维修', amounts: [['total', 'executed', 1]] },
      ],
      { anomalies: [amountTotal, amountTotal, { ...amountTotal, form_ordinal: null }] },
    ),
    makeRecord('d', [{ unit: '白溪县卫生健康局', year: 2022 }]),
    makeRecord('e', [{ unit: '白溪县卫生健康委员会', year: 2023 }]),
    makeRecord('f', [{ unit: null, year: null }]),
  ];
}

function dump(warehouse: Warehouse): string[] {
  return [...canonicalDump(settle(warehouse))];
}

describe('loading a document', () => {
  test('shows its figures with document, form, unit and year', async () => {
    const record = makeRecord('x', [
      { unit: '白溪县教育局', year: 2023, amounts: [['total', 'executed', 1234.56]] },
    ]);
    const warehouse = await openEmpty();
    const receipt = loadDocument(warehouse, record);
    const id = record.document.document_id;
    expect(receipt).toEqual({
      document_id: id,
      forms: 1,
      values: 1,
      anomalies: 0,
      replaced: false,
    });
    expect(rows(warehouse, 'SELECT * FROM amounts')).toEqual([
      {
        value_id: `${id.slice(0, 16)}-f1-a0`,
        document_id: id,
        form_id: `${id.slice(0, 16)}-f1`,
        unit_name: '白溪县教育局',
        fiscal_year: 2023,
        project_name: null,
        form_type: 'overall_self_evaluation',
        line_code: 'total',
        line_label_raw: 'total',
        measure: 'executed',
        amount_fen: 1_234_560_000,
        amount_wan: 1234.56,
        amount_raw: '1234.56',
        confidence: 1,
        is_current: 1,
      },
    ]);
    expect(rows(warehouse, 'SELECT "金额_万元" AS n FROM "资金"')).toEqual([{ n: 1234.56 }]);
  });

  test('twice changes nothing', async () => {
    const warehouse = await openWith(variedRecords());
    const before = dump(warehouse);
    for (const record of variedRecords()) {
      expect(loadDocument(warehouse, record).replaced).toBe(true);
    }
    expect(diffDumps(before, dump(warehouse))).toEqual({ added: [], removed: [] });
  });

  test('in any order gives the same content', async () => {
    const expected = dump(await openWith(variedRecords()));
    const order = fc.shuffledSubarray([...variedRecords().keys()], { minLength: 6, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(order, async (places) => {
        const records = variedRecords();
        const shuffled = places.flatMap((place) => records[place] ?? []);
        const found = dump(await openWith(shuffled));
        expect(diffDumps(expected, found)).toEqual({ added: [], removed: [] });
      }),
      { numRuns: 15 },
    );
  });

  test('again with less in it leaves nothing of the old content', async () => {
    const warehouse = await openWith(variedRecords());
    const emptied = variedRecords().map((record) => ({
      ...record,
      forms: [],
      cells: [],
      leftovers: [],
      anomalies: [],
    }));
    for (const record of emptied) loadDocument(warehouse, record);
    const left = dump(warehouse).filter((line) => !line.startsWith('documents\t'));
    expect(left).toEqual([]);
    expect(rows(warehouse, 'SELECT count(*) AS n FROM value')).toEqual([{ n: 0 }]);
  });

  test('keeps the database whole', async () => {
    const warehouse = await openWith([...variedRecords(), ...variedRecords()]);
    settle(warehouse);
    expect(warehouse.sqlite.pragma('foreign_key_check')).toEqual([]);
    expect(warehouse.sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
  });

  test('that breaks off half way leaves what was there', async () => {
    const [first] = variedRecords();
    const warehouse = await openWith(first === undefined ? [] : [first]);
    const before = dump(warehouse);
    const broken = makeRecord('a', [{ amounts: [['total', 'executed', 99]] }]);
    const again = { ...broken, cells: [...broken.cells, cellAt(0, 0, 'the same place twice')] };
    expect(() => loadDocument(warehouse, again)).toThrow('UNIQUE');
    expect(dump(warehouse)).toEqual(before);
  });

  test('that failed says so', async () => {
    const record = makeRecord('broken', []);
    const document = { ...record.document, status: 'failed', error_code: 'encrypted' } as const;
    const warehouse = await openWith([{ ...record, document }]);
    expect(hasDocument(warehouse, documentIdOf('broken'))).toBe('failed');
    expect(hasDocument(warehouse, documentIdOf('never met'))).toBeUndefined();
  });

  test('met again elsewhere is one document with a copy', async () => {
    const warehouse = await openWith([makeRecord('x', [])]);
    const id = documentIdOf('x');
    for (const path of ['/in/x.docx', '/other/同一份.docx', '/other/同一份.docx']) {
      recordCopy(warehouse, id, path, 'run-1', '2026-01-02T00:00:00Z');
    }
    expect(rows(warehouse, 'SELECT path, file_name FROM document_copies')).toEqual([
      { path: '/other/同一份.docx', file_name: '同一份.docx' },
    ]);
  });
});

describe('provenance', () => {
  test('gives every source back as it came, whether or not a cell says the same', async () => {
    const record = makeRecord('x', [{ amounts: [['total', 'executed', 1]] }]);
    const box = { x0: 1, y0: 2, x1: 3.5, y1: 4 };
    const sources = {
      amount_fen: sourceAt(0, 1, '1'),
      amount_raw: sourceAt(0, 1, '1'),
      measure: sourceAt(0, 1, 'only part of the cell'),
      line_code: { ...sourceAt(9, 9, 'no such cell'), page: 3, box },
      line_label_raw: {
        ...sourceAt(0, 0, 'prose'),
        table_no: null,
        row_no: null,
        column_no: null,
        method: 'sentence' as const,
        confidence: 0.7,
      },
    };
    const [form] = record.forms;
    const [amount] = form?.amounts ?? [];
    if (form === undefined || amount === undefined) throw new Error('the sketch has an amount');
    const forms = [{ ...form, amounts: [{ ...amount, sources }] }];
    const warehouse = await openWith([{ ...record, forms }]);
    const found = rows(
      warehouse,
      'SELECT * FROM provenance WHERE value_id = ? ORDER BY column_name',
      amount.value_id,
    );
    const expected = Object.entries(sources).map(([column_name, source]) => {
      const { box: place, ...rest } = source;
      return {
        value_id: amount.value_id,
        column_name,
        document_id: record.document.document_id,
        ...rest,
        ...(place ?? { x0: null, y0: null, x1: null, y1: null }),
      };
    });
    expect(found).toEqual(expected.toSorted((a, b) => (a.column_name < b.column_name ? -1 : 1)));
  });

  test('covers the identity of a form under its form_id', async () => {
    const record = makeRecord('x', [{ unit: '白溪县教育局' }]);
    const warehouse = await openWith([record]);
    const found = rows(
      warehouse,
      `SELECT p.column_name, p.raw_text FROM provenance p JOIN forms f ON f.form_id = p.value_id`,
    );
    expect(found).toEqual([{ column_name: 'unit_name', raw_text: '白溪县教育局' }]);
  });
});

describe('a revision', () => {
  const sketch: FormSketch = { year: 2023, amounts: [['total', 'executed', 1]] };
  const of = (seed: string, filledOn: string | null, modifiedAt: string | null) =>
    makeRecord(seed, [{ ...sketch, filledOn }], { modifiedAt });
  const current = (warehouse: Warehouse) =>
    rows(
      warehouse,
      `SELECT d.file_name FROM forms f JOIN documents d ON d.document_id = f.document_id
       WHERE f.is_current = 1`,
    ).flatMap((row) => Object.values(row));

  test('filled in later supersedes the earlier one, loaded before or after', async () => {
    const [old, later] = [of('old', '2024-01-01', '2025'), of('later', '2024-02-01', '2020')];
    expect(current(await openWith([old, later]))).toEqual(['later.docx']);
    expect(current(await openWith([later, old]))).toEqual(['later.docx']);
  });

  test('without a date of filling in goes by the date of the file', async () => {
    const [old, later] = [of('old', null, '2024-01-01'), of('later', null, '2024-02-01')];
    expect(current(await openWith([later, old]))).toEqual(['later.docx']);
  });

  test('that is withdrawn brings the earlier one back', async () => {
    const [old, later] = [of('old', '2024-01-01', null), of('later', '2024-02-01', null)];
    const warehouse = await openWith([old, later]);
    loadDocument(warehouse, { ...later, forms: [] });
    expect(current(warehouse)).toEqual(['old.docx']);
  });

  test('of a form without unit or year is never told', async () => {
    const unknown = (seed: string) => makeRecord(seed, [{ unit: null, year: 2023 }]);
    expect(current(await openWith([unknown('x'), unknown('y')]))).toHaveLength(2);
  });
});

describe('a review of an anomaly', () => {
  test('survives a re-load of its document', async () => {
    const record = makeRecord('x', [{ year: 2023 }], { anomalies: [amountTotal, amountTotal] });
    const warehouse = await openWith([record]);
    const read = 'SELECT anomaly_id FROM anomalies ORDER BY 1';
    const [first = '', second = ''] = warehouse.pluck<string>(read);
    expect(first).not.toBe(second);
    reviewAnomaly(warehouse, first, {
      status: 'waived',
      reviewed_by: '王',
      reviewed_at: '2026-01-03T00:00:00Z',
      note: '四舍五入',
    });
    loadDocument(warehouse, record);
    expect(
      rows(warehouse, 'SELECT anomaly_id, status, note, unit_name FROM anomalies ORDER BY 1'),
    ).toEqual([
      { anomaly_id: first, status: 'waived', note: '四舍五入', unit_name: '白溪县教育局' },
      { anomaly_id: second, status: 'open', note: null, unit_name: '白溪县教育局' },
    ]);
  });
});
