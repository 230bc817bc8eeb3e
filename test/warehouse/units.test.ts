import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { replaceUnitAnomalies } from '../../warehouse/anomalies.ts';
import { loadDocument } from '../../warehouse/load-document.ts';
import { readUnitForms } from '../../warehouse/unit-forms.ts';
import { unitLevel } from '../../warehouse/units/level.ts';
import { findDirtyUnits, settleUnit } from '../../warehouse/units.ts';
import { openWarehouse, type Warehouse } from '../../warehouse/warehouse.ts';
import { makeRecord } from './make-record.ts';
import { openEmpty, openWith, rows, temporaryFolder } from './open-empty.ts';
import { settle } from './settle.ts';

describe('units to look at again', () => {
  test('are those a load touched, before and after, until they are settled', async () => {
    const warehouse = await openWith([makeRecord('a', [{ unit: '甲县财政局', year: 2022 }])]);
    expect(findDirtyUnits(warehouse)).toEqual(['甲县财政局']);
    settle(warehouse);
    expect(findDirtyUnits(warehouse)).toEqual([]);
    loadDocument(warehouse, makeRecord('a', [{ unit: '乙县财政局', year: 2022 }]));
    expect(findDirtyUnits(warehouse)).toEqual(['乙县财政局', '甲县财政局']);
    expect(rows(warehouse, 'SELECT unit_name FROM units')).toEqual([{ unit_name: '乙县财政局' }]);
  });

  test('go by the present name of a renamed unit', async () => {
    const warehouse = await openWith([
      makeRecord('a', [{ unit: '甲县卫生健康局', year: 2022 }]),
      makeRecord('b', [{ unit: '甲县卫生健康委员会', year: 2023 }]),
    ]);
    expect(findDirtyUnits(warehouse)).toEqual(['甲县卫生健康委员会']);
    const years = readUnitForms(warehouse, '甲县卫生健康局').map((form) => form.fiscal_year);
    expect(years).toEqual([2022, 2023]);
    settle(warehouse);
    expect(findDirtyUnits(warehouse)).toEqual([]);
  });
});

describe('the work of a unit beside another writer', () => {
  const unit = '甲县财政局';
  const of = (seed: string, year: number) => makeRecord(seed, [{ unit, year }]);
  const years = (warehouse: Warehouse) => readUnitForms(warehouse, unit).map((f) => f.fiscal_year);

  test('sees what the other committed while it looked', async () => {
    const path = join(temporaryFolder(), 'w.db');
    const [one, other] = [await openEmpty(path), await openWarehouse(path)];
    loadDocument(one, of('a', 2022));
    let looks = 0;
    const look = () => {
      looks += 1;
      const seen = years(one);
      if (looks === 1) loadDocument(other, of('b', 2023));
      return seen;
    };
    const saved: unknown[] = [];
    settleUnit(one, unit, look, (seen) => saved.push(seen));
    expect(saved).toEqual([[2022, 2023]]);
    expect(findDirtyUnits(other)).toEqual([]);
    other.close();
  });

  test('leaves the mark that the other sets afterwards', async () => {
    const path = join(temporaryFolder(), 'w.db');
    const [one, other] = [await openEmpty(path), await openWarehouse(path)];
    loadDocument(one, of('a', 2022));
    const found = findDirtyUnits(one);
    settle(one);
    loadDocument(other, of('b', 2023));
    expect([found, findDirtyUnits(one)]).toEqual([[unit], [unit]]);
    other.close();
  });

  test('keeps its marks where it fails', async () => {
    const warehouse = await openWith([of('a', 2022)]);
    const failing = () => {
      throw new Error('规则出错');
    };
    expect(() => settleUnit(warehouse, unit, () => 0, failing)).toThrow('规则出错');
    expect(findDirtyUnits(warehouse)).toEqual([unit]);
  });
});

describe('forms of a unit', () => {
  test('come with all figures that cross-year rules compare', async () => {
    const record = makeRecord('a', [
      {
        unit: '甲县财政局',
        year: 2022,
        amounts: [['total', 'executed', 3]],
        executions: [['total', 10, 1, 10]],
        indicators: [['quality', '合格率', 90]],
        base: [['public_expense', 'current_final', 1]],
      },
    ]);
    const warehouse = await openWith([record]);
    const [form] = readUnitForms(warehouse, '甲县财政局');
    const [given] = record.forms;
    expect(form).toMatchObject({
      document_id: record.document.document_id,
      fiscal_year: 2022,
      is_current: 1,
      amounts: [
        { line_code: 'total', amount_fen: 3_000_000, value_id: given?.amounts[0]?.value_id },
      ],
      executions: [{ weight: 10, execution_rate: 1, score: 10 }],
      indicators: [{ level2_code: 'quality', level3: '合格率', actual_value: 90 }],
      base_data: [{ item_code: 'public_expense', measure: 'current_final', value: 1 }],
      form_totals: [],
    });
  });
});

describe('findings across the documents of a unit', () => {
  test('are replaced as a whole, those of single documents untouched', async () => {
    const finding = {
      rule_code: 'yoy_jump',
      severity: 'warning',
      form_ordinal: 1,
      field: 'total',
      expected: null,
      actual: null,
      difference: null,
      message: '变动较大。',
      evidence: ['v1'],
    } as const;
    const record = makeRecord('a', [{ unit: '甲县财政局', year: 2022 }], {
      anomalies: [{ ...finding, evidence: [], rule_code: 'weights_sum' }],
    });
    const warehouse = await openWith([record]);
    const { document_id } = record.document;
    const placed = {
      ...finding,
      evidence: ['v1'],
      document_id,
      form_id: `${document_id.slice(0, 16)}-f1`,
    };
    const codes = () =>
      rows(warehouse, 'SELECT rule_code, fiscal_year, evidence FROM anomalies ORDER BY 1').map(
        (row) => Object.values(row),
      );
    replaceUnitAnomalies(warehouse, '甲县财政局', [placed, { ...placed, field: 'executed' }]);
    replaceUnitAnomalies(warehouse, '甲县财政局', [placed]);
    expect(codes()).toEqual([
      ['weights_sum', 2022, '[]'],
      ['yoy_jump', 2022, '["v1"]'],
    ]);
    replaceUnitAnomalies(warehouse, '甲县财政局', []);
    expect(codes()).toEqual([['weights_sum', 2022, '[]']]);
  });
});

describe('findings of a unit that turns out to be two', () => {
  test('are filed anew under each', async () => {
    const [before, after] = ['甲县卫生健康局', '甲县卫生健康委员会'];
    const record = makeRecord('a', [{ unit: before, year: 2022 }]);
    const warehouse = await openWith([record, makeRecord('b', [{ unit: after, year: 2023 }])]);
    const { document_id } = record.document;
    const finding = {
      rule_code: 'staff_jump',
      severity: 'warning',
      form_ordinal: 1,
      field: 'fiscal_staff',
      expected: null,
      actual: null,
      difference: null,
      message: '人员变动较大。',
      document_id,
      form_id: `${document_id.slice(0, 16)}-f1`,
    } as const;
    const placed = { ...finding, evidence: [] };
    expect(findDirtyUnits(warehouse)).toEqual([after]);
    replaceUnitAnomalies(warehouse, after, [placed]);
    loadDocument(warehouse, makeRecord('c', [{ unit: after, year: 2022 }]));
    expect(findDirtyUnits(warehouse)).toEqual([after, before].sort());
    replaceUnitAnomalies(warehouse, before, [placed]);
    expect(rows(warehouse, 'SELECT rule_code, unit_name FROM anomalies')).toEqual([
      { rule_code: 'staff_jump', unit_name: before },
    ]);
  });
});

describe('the level of a unit', () => {
  test.each([
    ['湖南省财政厅', '省'],
    ['长沙市审计局', '市'],
    ['湘西土家族苗族自治州财政局', '市'],
    ['白溪县乡村振兴局', '县区'],
    ['衡阳市石鼓区市场监督管理局', '县区'],
    ['衡阳市耒阳市教育局', '县区'],
    ['湘岚市青柏县栗木山乡人民政府', '乡镇'],
    ['梅山市南塘区凤凰山镇中心小学', '乡镇'],
    ['南塘区黄泥街道办事处', '街道'],
    ['甲县乙镇丙村村民委员会', '村社区'],
    ['第一中学', null],
  ])('of %s is %s', (name, level) => {
    expect(unitLevel(name)).toBe(level);
  });
});
