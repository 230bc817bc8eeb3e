import { describe, expect, test } from 'vitest';
import { makeRecord } from './make-record.ts';
import { openWith, rows } from './open-empty.ts';
import { settle } from './settle.ts';

describe('amounts, year on year', () => {
  test('stand beside those of the year before, unknown where there is none', async () => {
    const warehouse = await openWith([
      makeRecord('a', [{ year: 2022, amounts: [['total', 'executed', 80]] }]),
      makeRecord('b', [
        {
          year: 2023,
          amounts: [
            ['total', 'executed', 100],
            ['basic_expenditure', 'executed', null],
          ],
        },
      ]),
      makeRecord('c', [{ year: 2025, amounts: [['total', 'executed', 1]] }]),
    ]);
    expect(
      rows(
        warehouse,
        `SELECT fiscal_year, amount_wan, prior_amount_wan, change_wan, change_rate
         FROM yoy_amounts ORDER BY fiscal_year`,
      ).map((row) => Object.values(row)),
    ).toEqual([
      [2022, 80, null, null, null],
      [2023, 100, 80, 20, 0.25],
      [2025, 1, null, null, null],
    ]);
  });

  test('keep a project apart from its unit and skip superseded revisions', async () => {
    const warehouse = await openWith([
      makeRecord('a', [
        { year: 2022, amounts: [['total', 'executed', 5]], project: '校舍维修' },
        { year: 2022, amounts: [['total', 'executed', 50]] },
      ]),
      makeRecord('old', [
        { year: 2023, amounts: [['total', 'executed', 1]], filledOn: '2024-01-01' },
      ]),
      makeRecord('new', [
        { year: 2023, amounts: [['total', 'executed', 60]], filledOn: '2024-02-01' },
        { year: 2023, amounts: [['total', 'executed', 6]], project: '校舍维修' },
      ]),
    ]);
    expect(
      rows(
        warehouse,
        `SELECT project_name, amount_wan, prior_amount_wan FROM yoy_amounts
         WHERE fiscal_year = 2023 ORDER BY amount_wan`,
      ).map((row) => Object.values(row)),
    ).toEqual([
      ['校舍维修', 6, 5],
      [null, 60, 50],
    ]);
  });

  test('follow a unit through a change of name', async () => {
    const warehouse = await openWith([
      makeRecord('a', [
        { unit: '石鼓区卫生健康局', year: 2022, amounts: [['total', 'executed', 8]] },
      ]),
      makeRecord('b', [
        { unit: '石鼓区卫生健康委员会', year: 2023, amounts: [['total', 'executed', 9]] },
      ]),
    ]);
    settle(warehouse);
    expect(
      rows(warehouse, 'SELECT prior_amount_wan FROM yoy_amounts WHERE fiscal_year = 2023'),
    ).toEqual([{ prior_amount_wan: 8 }]);
    expect(rows(warehouse, 'SELECT unit_name, level FROM units')).toEqual([
      { unit_name: '石鼓区卫生健康委员会', level: '县区' },
    ]);
    expect(
      rows(
        warehouse,
        'SELECT alias, valid_from, valid_to, source FROM unit_aliases ORDER BY valid_from',
      ).map((row) => Object.values(row)),
    ).toEqual([
      ['石鼓区卫生健康局', 2022, 2022, 'renamed'],
      ['石鼓区卫生健康委员会', 2023, 2023, 'form'],
    ]);
  });

  test('take two units for two where both report a year', async () => {
    const warehouse = await openWith([
      makeRecord('a', [{ unit: '石鼓区卫生健康局', year: 2022 }]),
      makeRecord('b', [{ unit: '石鼓区卫生健康委员会', year: 2022 }]),
    ]);
    settle(warehouse);
    expect(rows(warehouse, 'SELECT unit_name FROM units')).toHaveLength(2);
  });
});

describe('funding lines, wide', () => {
  test('bring together the figures, points and rate of a line', async () => {
    const warehouse = await openWith([
      makeRecord('a', [
        {
          year: 2023,
          amounts: [
            ['total', 'initial_budget', 90],
            ['total', 'annual_budget', 100],
            ['total', 'executed', 95.5],
            ['basic_expenditure', 'executed', 40],
            ['basic_expenditure', 'annual_budget', 41],
            ['project_expenditure', 'reported', 7],
          ],
          executions: [['total', 10, 0.955, 9.55]],
        },
      ]),
    ]);
    const found = rows(
      warehouse,
      `SELECT line_code, initial_budget_wan, annual_budget_wan, executed_wan, weight,
        execution_rate, score FROM budget_execution ORDER BY line_code`,
    );
    expect(found.map((row) => Object.values(row))).toEqual([
      ['basic_expenditure', null, 41, 40, null, null, null],
      ['total', 90, 100, 95.5, 10, 0.955, 9.55],
    ]);
  });
});

describe('funding lines, year on year', () => {
  test('compare budget, execution, rate and points', async () => {
    const of = (seed: string, year: number, executed: number) =>
      makeRecord(seed, [
        {
          year,
          amounts: [
            ['total', 'annual_budget', 100],
            ['total', 'executed', executed],
          ],
          executions: [['total', 10, executed / 100, executed / 10]],
        },
      ]);
    const warehouse = await openWith([of('a', 2022, 80), of('b', 2023, 100)]);
    const found = rows(
      warehouse,
      `SELECT fiscal_year, annual_budget_wan, prior_annual_budget_wan, executed_wan,
        prior_executed_wan, executed_change_rate, execution_rate, prior_execution_rate, score,
        prior_score
       FROM yoy_budget_execution ORDER BY fiscal_year`,
    );
    expect(found.map((row) => Object.values(row))).toEqual([
      [2022, 100, null, 80, null, null, 0.8, null, 8, null],
      [2023, 100, 100, 100, 80, 0.25, 1, 0.8, 10, 8],
    ]);
  });
});

describe('base data, year on year', () => {
  const yoy = (warehouse: Parameters<typeof rows>[0]) =>
    rows(
      warehouse,
      `SELECT value, prior_value, restated FROM yoy_base_data WHERE fiscal_year = 2023`,
    ).map((row) => Object.values(row));
  const quoting = (prior: number) =>
    makeRecord('b', [
      {
        year: 2023,
        base: [
          ['public_expense', 'current_final', 12],
          ['public_expense', 'prior_final', prior],
        ],
      },
    ]);
  const own = makeRecord('a', [{ year: 2022, base: [['public_expense', 'current_final', 10]] }]);

  test('prefer the figure of the year itself and tell where it was restated', async () => {
    expect(yoy(await openWith([own, quoting(9)]))).toEqual([[12, 10, 1]]);
    expect(yoy(await openWith([own, quoting(10.004)]))).toEqual([[12, 10, 0]]);
  });

  test('leave out columns of other years than the form’s own and, for last year’s, the one before', async () => {
    const of = (measure: 'current_final' | 'prior_final', value: number, period_year: number) => ({
      measure,
      value,
      period_year,
    });
    const printed = [
      of('current_final', 8, 2021),
      of('prior_final', 7, 2021),
      of('prior_final', 9, 2022),
      of('current_final', 12, 2023),
    ];
    const record = makeRecord('b', [
      { year: 2023, base: printed.map(({ measure, value }) => ['public_expense', measure, value]) },
    ]);
    const forms = record.forms.map((form) => ({
      ...form,
      base_data: form.base_data.map((item, i) => ({
        ...item,
        period_year: printed[i]?.period_year ?? null,
      })),
    }));
    expect(yoy(await openWith([{ ...record, forms }]))).toEqual([[12, 9, null]]);
  });

  test('fall back on the figure quoted, where nothing can be said about a restatement', async () => {
    expect(yoy(await openWith([quoting(9)]))).toEqual([[12, 9, null]]);
  });
});

describe('indicators, year on year', () => {
  test('are matched one to one inside their block, reworded or not', async () => {
    const warehouse = await openWith([
      makeRecord('a', [
        {
          year: 2022,
          indicators: [
            ['quantity', '培训教师人数', 20],
            ['quality', '培训合格率', 95],
            ['quantity', '送戏下乡演出场次', 4],
          ],
        },
      ]),
      makeRecord('b', [
        {
          year: 2023,
          indicators: [
            ['quantity', '参加培训教师人数', 25],
            ['quality', '培训合格率', 95],
            ['quality', '送戏下乡演出场次', 4],
            ['quantity', '新建校舍面积', 300],
          ],
        },
      ]),
    ]);
    settle(warehouse);
    const found = rows(
      warehouse,
      `SELECT level3, prior_level3, prior_actual_value, change_rate FROM yoy_indicators
       WHERE fiscal_year = 2023 ORDER BY level3`,
    );
    expect(found.map((row) => Object.values(row))).toEqual([
      ['参加培训教师人数', '培训教师人数', 20, 0.25],
      ['培训合格率', '培训合格率', 95, 0],
      ['新建校舍面积', null, null, null],
      ['送戏下乡演出场次', null, null, null],
    ]);
  });
});
