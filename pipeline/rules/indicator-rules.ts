import type { FormType, Level1Code } from '../../schemas/codes.ts';
import type { IndicatorRecord, MappedForm } from '../../schemas/form.ts';
import { squeeze } from '../../schemas/text.ts';
import { indicatorName, isSelfEvaluation } from './form-records.ts';
import { groupBy } from './group-by.ts';
import { lineNames } from './names.ts';
import { spellOutcome } from './outcome.ts';
import type { Finding, Rule } from './rule.ts';
import { idsOf } from './sum.ts';

const cells = [
  { name: '年度指标值', blank: (i: IndicatorRecord) => blankText(i.target_raw) },
  { name: '实际完成值', blank: (i: IndicatorRecord) => blankText(i.actual_raw) },
  { name: '分值', blank: (i: IndicatorRecord) => i.weight === null },
  { name: '得分', blank: (i: IndicatorRecord) => i.score === null },
] as const;

function blankText(text: string | null): boolean {
  return text === null || /^[\s\u3000]*$/u.test(text);
}

/** Columns that the form has at all: most indicators fill them. */
function usedCells(form: MappedForm) {
  return cells.filter(
    (cell) => form.indicators.filter((i) => !cell.blank(i)).length * 2 > form.indicators.length,
  );
}

function incompleteExecution(form: MappedForm): Finding[] {
  const weighted = form.executions.filter((e) => e.weight !== null);
  const [first] = weighted;
  const scored = form.executions.some((e) => e.score !== null);
  if (first === undefined || scored || !form.indicators.some((i) => i.score !== null)) return [];
  return [
    {
      form,
      field: 'execution',
      expected: '得分',
      message: `${lineNames[first.line_code]}预算执行分值${first.weight}分，得分空白。`,
      evidence: idsOf(weighted),
    },
  ];
}

const indicatorIncomplete: Rule = {
  code: 'indicator_incomplete',
  severity: 'warning',
  title: '指标填写不完整',
  basis: '自评表：列入的三级指标应填齐年度指标值、实际完成值、分值和得分，预算执行应填得分',
  formula:
    '有名称的三级指标缺年度指标值、实际完成值、分值或得分（该表多数指标都填的栏）；预算执行有分值而无得分',
  tolerance: '无',
  *check({ forms }) {
    for (const form of forms.filter(isSelfEvaluation)) {
      const used = usedCells(form);
      for (const indicator of form.indicators) {
        const missing = used.filter((cell) => cell.blank(indicator)).map((cell) => cell.name);
        if (missing.length === 0) continue;
        yield {
          form,
          field: indicator.level3,
          expected: missing.join('、'),
          message: `${indicatorName(indicator)}的${missing.join('、')}空白。`,
          evidence: [indicator.value_id],
        };
      }
      yield* incompleteExecution(form);
    }
  },
};

const withCategories: ReadonlySet<FormType> = new Set([
  'overall_self_evaluation',
  'project_self_evaluation',
  'special_fund_self_evaluation',
  'transfer_self_evaluation',
  'overall_target',
  'project_target',
]);

const required = [
  { code: 'output', name: '产出指标' },
  { code: 'benefit', name: '效益指标' },
] as const satisfies readonly { code: Level1Code; name: string }[];

const emptyCategory: Rule = {
  code: 'empty_category',
  severity: 'warning',
  title: '缺少产出或效益指标',
  basis: '财预〔2020〕10号、财预〔2021〕101号：绩效指标应包括产出指标和效益指标',
  formula: '产出、效益两类一级指标各至少有一项有名称的三级指标',
  tolerance: '无',
  *check({ forms }) {
    for (const form of forms) {
      const codes = new Set(form.indicators.map((i) => i.level1_code));
      const sorted = codes.has('output') || codes.has('benefit') || codes.has('satisfaction');
      if (!withCategories.has(form.form_type) || !sorted || codes.has(null)) continue;
      for (const { code, name } of required) {
        if (codes.has(code)) continue;
        yield {
          form,
          field: code,
          expected: name,
          message: `绩效指标中没有任何${name}。`,
          evidence: idsOf(form.indicators),
        };
      }
    }
  },
};

const duplicateIndicator: Rule = {
  code: 'duplicate_indicator',
  severity: 'warning',
  title: '三级指标重名',
  basis: '自评表：三级指标应当各不相同；同名指标重复计分或无法逐年对应',
  formula: '同一表内三级指标名称相同',
  tolerance: '无',
  *check({ forms }) {
    for (const form of forms) {
      const byName = groupBy(form.indicators, (i) => squeeze(i.level3));
      for (const [name, rows] of byName) {
        const [first] = rows;
        if (rows.length < 2 || first === undefined || name === '') continue;
        const places = [...new Set(rows.map((r) => squeeze(r.level2_raw ?? r.level1_raw ?? '')))];
        const where = places.join('、') === '' ? '' : `（${places.join('、')}）`;
        yield {
          form,
          field: first.level3,
          actual: `${rows.length}项`,
          message: `三级指标${indicatorName(first)}出现${rows.length}次${where}。`,
          evidence: idsOf(rows),
        };
      }
    }
  },
};

function isWords(operator: IndicatorRecord['target_operator'], value: number | null): boolean {
  return operator === 'text' && value === null;
}

/** A percent against a count, or words against a number; a date against 按期完成 is none. */
function typesDiffer(i: IndicatorRecord): boolean {
  if (i.target_date !== null || i.actual_date !== null) return false;
  if (i.target_raw === null || i.actual_raw === null) return false;
  if (isWords(i.target_operator, i.target_value)) return i.actual_value !== null;
  if (i.target_value === null) return false;
  if (i.actual_value === null) return false;
  const [target, actual] = [i.target_unit, i.actual_unit];
  return target !== null && actual !== null && (target === '%') !== (actual === '%');
}

const valueTypeMismatch: Rule = {
  code: 'value_type_mismatch',
  severity: 'warning',
  title: '目标与完成值类型不一',
  basis: '自评表：实际完成值应与年度指标值同一口径、同一计量单位，方可比较',
  formula: '年度指标值为文字而实际完成值为数，或一为百分比一为数量（日期除外）',
  tolerance: '无',
  *check({ forms }) {
    for (const form of forms) {
      for (const indicator of form.indicators) {
        if (!typesDiffer(indicator)) continue;
        yield {
          form,
          field: indicator.level3,
          expected: indicator.target_raw ?? undefined,
          actual: indicator.actual_raw ?? undefined,
          message: `${indicatorName(indicator)}${spellOutcome(indicator)}，口径或单位不同，无法比较。`,
          evidence: [indicator.value_id],
        };
      }
    }
  },
};

export const indicatorRules: readonly Rule[] = [
  indicatorIncomplete,
  emptyCategory,
  duplicateIndicator,
  valueTypeMismatch,
];
