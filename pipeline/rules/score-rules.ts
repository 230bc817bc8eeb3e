import type { IndicatorRecord, MappedForm } from '../../schemas/form.ts';
import { indicatorName } from './form-records.ts';
import { lineNames } from './names.ts';
import { addPoints, executionPoints, lessPoints } from './points.ts';
import type { Finding, Rule } from './rule.ts';
import { idsOf } from './sum.ts';

type Scored = IndicatorRecord & { readonly score: number };

function scoredIndicators(form: MappedForm): Scored[] {
  return form.indicators.filter((i): i is Scored => i.score !== null);
}

/** Points that blank score cells could hold at most; infinite where a weight is blank too. */
function roomOfBlanks(form: MappedForm): number {
  const blank = form.indicators.filter((i) => i.score === null);
  const execution = executionPoints(form, 'score').candidates.length === 0;
  const open = execution ? (executionPoints(form, 'weight').candidates[0] ?? 0) : 0;
  return blank.reduce((room, i) => room + (i.weight ?? Number.POSITIVE_INFINITY), open);
}

/** A total printed as a whole number may stand for decimals that were rounded away. */
function scoreTolerance(total: number, parts: readonly number[]): number {
  return Number.isInteger(total) && parts.some((p) => !Number.isInteger(p)) ? 0.5 : 0.0501;
}

function scoresFinding(form: MappedForm): Finding | undefined {
  const total = form.form_totals.find((t) => t.score !== null);
  const scored = scoredIndicators(form);
  if (total === undefined || total.score === null || scored.length < 2) return undefined;
  const { records, candidates } = executionPoints(form, 'score');
  const parts = scored.map((i) => i.score);
  const own = addPoints(parts);
  const sums = candidates.map((score) => addPoints([own, score]));
  const scoredAsIndicator = scored.some((i) => i.level1_code === 'budget_execution');
  if (candidates.length === 0 || scoredAsIndicator) sums.push(own);
  const allowed = scoreTolerance(total.score, [...parts, ...candidates]);
  const printed = total.score;
  if (sums.some((sum) => Math.abs(sum - printed) <= allowed)) return undefined;
  const sum = sums[0] ?? own;
  const short = lessPoints(printed, sum);
  const blanksExplain = short > 0 && short <= roomOfBlanks(form) + allowed;
  const note = blanksExplain ? '，有得分空白未填' : '';
  return {
    form,
    field: 'score',
    expected: `${sum}分`,
    actual: `${printed}分`,
    difference: `${short}分`,
    message: `预算执行与各项指标得分之和为${sum}分，总分填${printed}分，相差${Math.abs(short)}分${note}。`,
    evidence: idsOf([total, ...records, ...scored]),
    ...(blanksExplain ? { severity: 'warning' as const } : {}),
  };
}

const scoresSum: Rule = {
  code: 'scores_sum',
  severity: 'error',
  title: '得分合计与总分不符',
  basis: '自评表：总分为预算执行得分与各项指标得分之和',
  formula: '预算执行得分+各三级指标得分之和=总分；有得分空白且足以解释差额的，降为提示复核',
  tolerance: '0.05分；总分取整而分项有小数时0.5分',
  *check({ forms }) {
    for (const form of forms) {
      const finding = scoresFinding(form);
      if (finding !== undefined) yield finding;
    }
  },
};

const scoreExceedsWeight: Rule = {
  code: 'score_exceeds_weight',
  severity: 'error',
  title: '得分超出分值',
  basis: '财预〔2020〕10号：每项指标得分不低于0分、不超过该指标分值',
  formula: '0≤得分≤分值（三级指标与预算执行）',
  tolerance: '0.001分',
  *check({ forms }) {
    for (const form of forms) {
      const rows = [
        ...form.indicators.map((i) => ({ ...i, name: indicatorName(i), field: i.level3 })),
        ...form.executions.map((e) => ({
          ...e,
          name: `${lineNames[e.line_code]}执行率`,
          field: e.line_code,
        })),
      ];
      for (const { value_id, name, field, weight, score } of rows) {
        if (score === null || weight === null) continue;
        if (score >= 0 && score <= weight + 0.001) continue;
        yield {
          form,
          field,
          expected: `${weight}分`,
          actual: `${score}分`,
          difference: `${lessPoints(score, weight)}分`,
          message:
            score < 0
              ? `${name}得分为负数${score}分。`
              : `${name}分值${weight}分，得分${score}分，超出${lessPoints(score, weight)}分。`,
          evidence: [value_id],
        };
      }
    }
  },
};

function isFullyScored({ weight, score }: IndicatorRecord): boolean {
  return weight !== null && score !== null && Math.abs(score - weight) <= 0.001;
}

const allFullScores: Rule = {
  code: 'all_full_scores',
  severity: 'info',
  title: '全部指标得满分',
  basis: '自评应当客观；全部满分的自评表没有区分度，复核时应重点抽查',
  formula: '总分100分，且每项指标的得分都等于分值',
  tolerance: '0.001分',
  *check({ forms }) {
    for (const form of forms) {
      const total = form.form_totals.find((t) => t.score !== null);
      const { indicators } = form;
      if (total?.score !== 100 || indicators.length < 3) continue;
      if (!indicators.every(isFullyScored)) continue;
      yield {
        form,
        field: 'score',
        actual: '100分',
        message: `总分100分，${indicators.length}项指标全部得满分。`,
        evidence: idsOf([total, ...indicators]),
      };
    }
  },
};

export const scoreRules: readonly Rule[] = [scoresSum, scoreExceedsWeight, allFullScores];
