import { describe, expect, it } from 'vitest';
import type { UnitForm } from '../../../pipeline/rules/unit-rule.ts';
import { unitRules } from '../../../pipeline/rules/unit-rules.ts';
import type { MappedForm } from '../../../schemas/form.ts';
import { amount, base, columns, form, indicator, total } from './form-builder.ts';

function stored(fiscal_year: number, parts: Partial<MappedForm>, is_current = true): UnitForm {
  const type = parts.base_data === undefined ? 'overall_self_evaluation' : 'overall_base_data';
  const mapped = form(parts.form_type ?? type, { ...parts, fiscal_year });
  const document_id = `${fiscal_year}-${is_current ? 'b' : 'a'}`;
  return { ...mapped, document_id, form_id: `${document_id}:1`, is_current };
}

function messages(code: string, forms: readonly UnitForm[]): string[] {
  const rule = unitRules.find((r) => r.code === code);
  if (rule === undefined) throw new Error(`No rule has the code ${code}`);
  return [...rule.check(forms)].map((finding) => `${finding.form.fiscal_year}: ${finding.message}`);
}

const staff = (year: number, persons: number) =>
  stored(year, {
    base_data: [
      base('fiscal_staff', 'headcount_actual', persons, { unit: 'person', amount_fen: null }),
    ],
  });
const reading = (year: number, target: number, actual: number) =>
  stored(year, {
    indicators: [
      indicator('改厕户数', {
        target_value: target,
        actual_value: actual,
        actual_raw: `${actual}户`,
      }),
    ],
  });

describe('yoy_jump', () => {
  it('says a total more than 30 % above last year, on the later year', () => {
    const forms = [
      stored(2023, { amounts: columns('total', 100, 100, 100) }),
      stored(2024, { amounts: columns('total', 110, 110, 131) }),
    ];
    expect(messages('yoy_jump', forms)).toEqual([
      '2024: 2024年与2023年相比：年度资金总额全年执行数131万元，上年100万元，增长31.0%；变动超过30%，应说明原因。',
    ]);
  });

  it('lets a single project change by half', () => {
    const project = (year: number, spent: number) =>
      stored(year, {
        form_type: 'project_self_evaluation',
        project_name: '甲项目',
        amounts: columns('total', spent, spent, spent),
      });
    expect(messages('yoy_jump', [project(2023, 100), project(2024, 150)])).toEqual([]);
    expect(messages('yoy_jump', [project(2023, 100), project(2024, 151)])).toHaveLength(1);
  });

  it('does not compare across a missing year, nor with a zero', () => {
    const far = [
      stored(2022, { amounts: [amount('total', 'executed', 100)] }),
      stored(2024, { amounts: [amount('total', 'executed', 200)] }),
    ];
    const zero = [
      stored(2023, { amounts: [amount('total', 'executed', 0)] }),
      stored(2024, { amounts: [amount('total', 'executed', 200)] }),
    ];
    expect([...messages('yoy_jump', far), ...messages('yoy_jump', zero)]).toEqual([]);
  });

  it('compares current forms only', () => {
    const forms = [
      stored(2023, { amounts: [amount('total', 'executed', 10)] }, false),
      stored(2023, { amounts: [amount('total', 'executed', 100)] }),
      stored(2024, { amounts: [amount('total', 'executed', 100)] }),
    ];
    expect(messages('yoy_jump', forms)).toEqual([]);
  });
});

describe('prior_year_restated', () => {
  const years = (quoted: number) => [
    stored(2023, { base_data: [base('public_expense', 'current_final', 281.4)] }),
    stored(2024, { base_data: [base('public_expense', 'prior_final', quoted)] }),
  ];

  it('says a prior-year figure that last year’s own form does not have', () => {
    expect(messages('prior_year_restated', years(242))).toEqual([
      '2024: 2024年基础数据表所列2023年公用经费决算数242万元，2023年表中为281.4万元，相差39.4万元。',
    ]);
  });

  it('is silent on the same figure', () => {
    expect(messages('prior_year_restated', years(281.4))).toEqual([]);
  });
});

describe('duplicate_form', () => {
  const twice = (score: number) => [
    stored(2024, { form_totals: [total(100, 99)] }, false),
    stored(2024, { form_totals: [total(100, score)] }),
  ];

  it('says which figures differ between two documents', () => {
    expect(messages('duplicate_form', twice(98))).toEqual([
      '2024: 2024年同一张表在另一份文件中已报送，数字不同，应确认以哪一份为准。',
    ]);
  });

  it('says equal figures as information', () => {
    expect(messages('duplicate_form', twice(99))).toEqual([
      '2024: 2024年同一张表在另一份文件中已报送，数字相同。',
    ]);
  });

  it('is silent on two years', () => {
    expect(messages('duplicate_form', [stored(2023, {}), stored(2024, {})])).toEqual([]);
  });
});

describe('figures_repeated', () => {
  it('says a target and an outcome that stay the same for three years', () => {
    const forms = [reading(2022, 81, 86), reading(2023, 81, 86), reading(2024, 81, 86)];
    expect(messages('figures_repeated', forms)).toEqual([
      '2024: 1项指标的目标值和完成值连续三年相同：“改厕户数”（86户）。',
    ]);
  });

  it('is silent on two years, on other outcomes and on full marks', () => {
    expect(messages('figures_repeated', [reading(2023, 81, 86), reading(2024, 81, 86)])).toEqual(
      [],
    );
    const moved = [reading(2022, 81, 85), reading(2023, 81, 86), reading(2024, 81, 86)];
    expect(messages('figures_repeated', moved)).toEqual([]);
    const full = [2022, 2023, 2024].map((year) => reading(year, 100, 100));
    expect(messages('figures_repeated', full)).toEqual([]);
  });
});

describe('indicator_dropped', () => {
  const named = (year: number, ...names: string[]) =>
    stored(year, { indicators: names.map((name) => indicator(name)) });

  it('says an indicator that this year does not have', () => {
    const forms = [named(2023, '改厕户数', '森林覆盖率'), named(2024, '改厕户数')];
    expect(messages('indicator_dropped', forms)).toEqual([
      '2024: 2023年的1项指标在2024年未见：“森林覆盖率”。',
    ]);
  });

  it('takes a reworded indicator for the same', () => {
    const forms = [named(2023, '化解矛盾纠纷成功率'), named(2024, '矛盾纠纷调处成功率')];
    expect(messages('indicator_dropped', forms)).toEqual([]);
  });
});

describe('staff_jump', () => {
  it('says a change of staff above a tenth', () => {
    expect(messages('staff_jump', [staff(2023, 100), staff(2024, 120)])).toEqual([
      '2024: 2024年实际在职120人，2023年100人，增加20人（20.0%），应说明原因。',
    ]);
  });

  it('lets a small office change by three', () => {
    expect(messages('staff_jump', [staff(2023, 6), staff(2024, 9)])).toEqual([]);
  });
});
