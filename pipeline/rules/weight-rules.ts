import type { Level1Code } from '../../schemas/codes.ts';
import type { IndicatorGroup, IndicatorRecord, MappedForm } from '../../schemas/form.ts';
import { addPoints, executionPoints, lessPoints } from './points.ts';
import type { Finding, Rule } from './rule.ts';
import { idsOf } from './sum.ts';

type Weighted = IndicatorRecord & { readonly weight: number };

function weightedIndicators(form: MappedForm): Weighted[] {
  return form.indicators.filter((i): i is Weighted => i.weight !== null);
}

/** Sums that the indicators' weights may reach where the block of funds prints no weight. */
const withoutExecution = [100, 90, 80];

function weightsFinding(form: MappedForm): Finding | undefined {
  const weighted = weightedIndicators(form);
  if (weighted.length < 2) return undefined;
  const expected = form.form_totals.find((t) => t.weight !== null)?.weight ?? 100;
  const own = addPoints(weighted.map((i) => i.weight));
  const { records, candidates } = executionPoints(form, 'weight');
  const scoredAsIndicator = weighted.some((i) => i.level1_code === 'budget_execution');
  const sums = candidates.map((weight) => addPoints([own, weight]));
  if (scoredAsIndicator || candidates.length === 0) sums.push(own);
  const allowed = candidates.length === 0 ? [expected, ...withoutExecution] : [expected];
  if (sums.some((sum) => allowed.some((a) => Math.abs(sum - a) <= 0.01))) return undefined;
  const sum = sums[0] ?? own;
  const blanks = form.indicators.length - weighted.length;
  const blankExplains = blanks > 0 && sum < expected;
  const weak = blankExplains || candidates.length === 0;
  const execution = candidates[0] === undefined ? '' : `预算执行${candidates[0]}分与`;
  const note = blankExplains ? `（另有${blanks}项指标分值空白）` : '';
  return {
    form,
    field: 'weight',
    expected: `${expected}分`,
    actual: `${sum}分`,
    difference: `${lessPoints(sum, expected)}分`,
    message: `${execution}各项指标分值之和为${sum}分，应为${expected}分，相差${Math.abs(lessPoints(sum, expected))}分${note}。`,
    evidence: idsOf([...records, ...weighted]),
    ...(weak ? { severity: 'warning' as const } : {}),
  };
}

const weightsSum: Rule = {
  code: 'weights_sum',
  severity: 'error',
  title: '分值合计不等于100',
  basis: '财预〔2020〕10号：自评总分100分，其中预算执行率一般10分',
  formula:
    '预算执行分值+各三级指标分值之和=总分行分值（未印时为100）；未印预算执行分值的，指标分值之和为100、90、80均可；有指标分值空白且合计不足的，降为提示复核',
  tolerance: '0.01分',
  *check({ forms }) {
    for (const form of forms) {
      const finding = weightsFinding(form);
      if (finding !== undefined) yield finding;
    }
  },
};

function groupFinding(form: MappedForm, group: IndicatorGroup): Finding | undefined {
  if (group.printed_weight === null) return undefined;
  const members = new Set(group.indicators);
  const indicators = form.indicators.filter((i) => members.has(i.value_id));
  const weighted = indicators.filter((i): i is Weighted => i.weight !== null);
  if (weighted.length === 0) return undefined;
  const sum = addPoints(weighted.map((i) => i.weight));
  const difference = lessPoints(sum, group.printed_weight);
  if (Math.abs(difference) <= 0.01) return undefined;
  if (weighted.length < indicators.length && difference < 0) return undefined;
  const label = group.label_raw.replace(/\s+/gu, '');
  return {
    form,
    field: (group.level === 1 ? group.level1_code : group.level2_code) ?? label,
    expected: `${group.printed_weight}分`,
    actual: `${sum}分`,
    difference: `${difference}分`,
    message: `“${label}”标明${group.printed_weight}分，其下各项指标分值之和为${sum}分，相差${Math.abs(difference)}分。`,
    evidence: idsOf(weighted),
  };
}

const groupWeightsSum: Rule = {
  code: 'group_weights_sum',
  severity: 'error',
  title: '指标类别分值与下属指标之和不符',
  basis: '自评表：一级、二级指标标明的分值为其下三级指标分值之和',
  formula: '一级（二级）指标标明分值=其下三级指标分值之和；其下有分值空白且合计不足的不提',
  tolerance: '0.01分',
  *check({ forms }) {
    for (const form of forms) {
      for (const group of form.groups) {
        const finding = groupFinding(form, group);
        if (finding !== undefined) yield finding;
      }
    }
  },
};

/** Accepted weights of 成本, 产出, 效益, 满意度 beside 预算执行. */
const usualSets: readonly Partial<Record<Level1Code, number>>[] = [
  { output: 50, benefit: 30, satisfaction: 10 },
  { cost: 20, output: 40, benefit: 20, satisfaction: 10 },
  { output: 50, benefit: 40 },
  { cost: 20, output: 40, benefit: 30 },
  { output: 40, benefit: 30, satisfaction: 10 },
  { output: 40, benefit: 40 },
];

const weightsUnusualSet: Rule = {
  code: 'weights_unusual_set',
  severity: 'info',
  title: '一级指标权重不是常用组合',
  basis:
    '财预〔2020〕10号：执行10、产出50、效益30、满意度10；财预〔2021〕101号：执行10、成本20、产出40、效益20、满意度10；湖北：执行20、产出40、效益与满意度40',
  formula: '分值合计无误，而产出、效益、满意度、成本的分值不是上述任一组合',
  tolerance: '0.01分',
  *check({ forms }) {
    for (const form of forms) {
      const weighted = weightedIndicators(form);
      const codes = [...new Set(weighted.map((i) => i.level1_code))];
      const known = codes.every(
        (c) => c === 'output' || c === 'benefit' || c === 'satisfaction' || c === 'cost',
      );
      if (weighted.length < 3 || !known || weightsFinding(form) !== undefined) continue;
      const sums = codes.map((code) => ({
        code,
        label: weighted.find((i) => i.level1_code === code)?.level1_raw ?? code ?? '',
        weight: addPoints(weighted.flatMap((i) => (i.level1_code === code ? [i.weight] : []))),
      }));
      const usual = usualSets.some(
        (set) =>
          Object.keys(set).length === sums.length &&
          sums.every(({ code, weight }) => code !== null && set[code] === weight),
      );
      if (usual) continue;
      const said = sums.map((s) => `${s.label.replace(/\s+/gu, '')}${s.weight}分`).join('、');
      yield {
        form,
        field: 'weight',
        actual: said,
        message: `一级指标权重为${said}，不是现行办法的常用组合。`,
        evidence: idsOf(weighted),
      };
    }
  },
};

export const weightRules: readonly Rule[] = [weightsSum, groupWeightsSum, weightsUnusualSet];
