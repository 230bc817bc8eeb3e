import type { ExecutionRecord, MappedForm } from '../../schemas/form.ts';
import { amountOfRow, isUnread, type KnownAmount } from './form-records.ts';
import { wanYuan } from './money.ts';
import { amountMeasureNames, lineNames } from './names.ts';
import { addPoints, lessPoints, percent, rateTolerance } from './points.ts';
import type { Rule } from './rule.ts';
import { idsOf } from './sum.ts';

const bases = ['annual_budget', 'initial_budget', 'budget_adjustment'] as const;

interface RateCheck {
  readonly execution: ExecutionRecord;
  readonly printed: number;
  readonly executed: KnownAmount;
  readonly base: KnownAmount;
  readonly ratio: number;
  /** Whether the printed rate is executed over this base. */
  readonly meets: boolean;
}

/** One comparison a base that the line prints; the full-year budget first. */
function rateChecks(form: MappedForm, execution: ExecutionRecord): RateCheck[] {
  const executed = amountOfRow(form, execution, 'executed');
  const printed = execution.execution_rate;
  if (executed === undefined || printed === null) return [];
  if (isUnread(form, execution.line_code, 'annual_budget')) return [];
  return bases.flatMap((measure) => {
    const base = amountOfRow(form, execution, measure);
    if (base === undefined || base.amount_fen <= 0) return [];
    const ratio = executed.amount_fen / base.amount_fen;
    const meets = Math.abs(ratio - printed) <= rateTolerance(execution.execution_rate_raw);
    return [{ execution, printed, executed, base, ratio, meets }];
  });
}

const executionRateMismatch: Rule = {
  code: 'execution_rate_mismatch',
  severity: 'error',
  title: '执行率与金额不符',
  basis: '自评表列头“执行率(B/A)”：A为全年预算数；部分地区以年初预算数、调整后预算数为A',
  formula: '执行率=全年执行数÷预算数；与任何一种预算数都不符时提出',
  tolerance: '印出的末位的一半+0.01个百分点',
  *check({ forms }) {
    for (const form of forms) {
      for (const execution of form.executions) {
        const checks = rateChecks(form, execution);
        const [first] = checks;
        if (first === undefined || checks.some((c) => c.meets)) continue;
        yield {
          form,
          field: execution.line_code === 'total' ? 'execution_rate' : execution.line_code,
          expected: percent(first.ratio),
          actual: percent(first.printed),
          difference: percent(lessPoints(first.printed, first.ratio)),
          message: `${lineNames[execution.line_code]}执行率填${percent(first.printed)}，按全年执行数${wanYuan(first.executed.amount_fen)}除以${amountMeasureNames[first.base.measure]}${wanYuan(first.base.amount_fen)}应为${percent(first.ratio)}。`,
          evidence: idsOf([execution, first.executed, first.base]),
        };
      }
    }
  },
};

const rateOtherBase: Rule = {
  code: 'rate_other_base',
  severity: 'info',
  title: '执行率以其他预算数为分母',
  basis: '各地执行率的分母不一：全年预算数、年初预算数、调整后预算数；跨年比较时应先统一口径',
  formula: '执行率≠全年执行数÷全年预算数，而等于全年执行数÷年初预算数（或调整数）',
  tolerance: '印出的末位的一半+0.01个百分点',
  *check({ forms }) {
    for (const form of forms) {
      for (const execution of form.executions) {
        const checks = rateChecks(form, execution);
        const other = checks.find((c) => c.meets);
        const main = checks.find((c) => c.base.measure === 'annual_budget');
        if (other === undefined || main === undefined || main.meets) continue;
        yield {
          form,
          field: execution.line_code === 'total' ? 'execution_rate' : execution.line_code,
          expected: percent(main.ratio),
          actual: percent(other.printed),
          message: `${lineNames[execution.line_code]}执行率${percent(other.printed)}是以${amountMeasureNames[other.base.measure]}${wanYuan(other.base.amount_fen)}为分母计算的；以全年预算数为分母应为${percent(main.ratio)}。`,
          evidence: idsOf([execution, other.executed, other.base, main.base]),
        };
      }
    }
  },
};

/** 财预〔2021〕101号: fixed points by band of the rate, as shares of the weight. */
function bandShare(rate: number): number {
  if (rate >= 1) return 1;
  if (rate >= 0.8) return 0.7;
  return rate >= 0.6 ? 0.5 : 0;
}

/** The rates a score may have been computed from: the printed one, and the amounts'. */
function ratesOf(form: MappedForm, execution: ExecutionRecord): number[] {
  const computed = rateChecks(form, execution).map((c) => c.ratio);
  if (execution.execution_rate !== null) return [execution.execution_rate, ...computed];
  const executed = amountOfRow(form, execution, 'executed');
  const base = amountOfRow(form, execution, 'annual_budget');
  if (executed === undefined || base === undefined || base.amount_fen <= 0) return [];
  return [executed.amount_fen / base.amount_fen];
}

function scoreFits(weight: number, score: number, rate: number): boolean {
  const proRata = weight * Math.min(Math.max(rate, 0), 1);
  if (Math.abs(score - proRata) <= 0.0501) return true;
  if (Number.isInteger(score) && Math.abs(score - proRata) < 1) return true;
  return Math.abs(score - weight * bandShare(rate)) <= 0.0501;
}

/** A row under the tasks that adds their points up has no rate of its own to be scored by. */
function isSumRow(form: MappedForm, row: ExecutionRecord): boolean {
  const tasks = form.executions.filter((e) => e.line_code === 'task' && e !== row);
  return (
    tasks.length > 1 &&
    isSumOf(
      row.weight,
      tasks.map((e) => e.weight),
    ) &&
    isSumOf(
      row.score,
      tasks.map((e) => e.score),
    )
  );
}

function isSumOf(sum: number | null, parts: readonly (number | null)[]): boolean {
  return sum !== null && Math.abs(addPoints(parts.map((p) => p ?? 0)) - sum) <= 0.0501;
}

const executionScoreMismatch: Rule = {
  code: 'execution_score_mismatch',
  severity: 'error',
  title: '执行率得分与执行率不符',
  basis:
    '财预〔2020〕10号：预算执行率按比例计分；财预〔2021〕101号：按档计分（100%得满分，80%以上七成，60%以上五成，以下为0）',
  formula: '得分=分值×min(执行率,1)，或按101号分档；两者都不符时提出，各任务得分的合计行除外',
  tolerance: '0.05分；得分为整数时小于1分',
  *check({ forms }) {
    for (const form of forms) {
      for (const execution of form.executions) {
        const { weight, score } = execution;
        if (weight === null || score === null || weight <= 0 || score > weight) continue;
        const rates = ratesOf(form, execution);
        const [rate] = rates;
        if (rate === undefined || rates.some((r) => scoreFits(weight, score, r))) continue;
        if (isSumRow(form, execution)) continue;
        const due = Number((weight * Math.min(Math.max(rate, 0), 1)).toFixed(2));
        yield {
          form,
          field: 'score',
          expected: `${due}分`,
          actual: `${score}分`,
          difference: `${lessPoints(score, due)}分`,
          message: `${lineNames[execution.line_code]}执行率${percent(rate)}、分值${weight}分，按比例应得${due}分，填${score}分，也不符合分档计分。`,
          evidence: [execution.value_id],
        };
      }
    }
  },
};

const executionScoredTwice: Rule = {
  code: 'execution_scored_twice',
  severity: 'warning',
  title: '执行率重复计分',
  basis: '自评表：预算执行只在年度资金总额一行计分，分项行的分值、得分应为“—”',
  formula: '年度资金总额行与分项行都填有得分',
  tolerance: '无',
  *check({ forms }) {
    for (const form of forms) {
      const scored = form.executions.filter((e) => (e.score ?? 0) > 0 && e.line_code !== 'task');
      const total = scored.find((e) => e.line_code === 'total');
      const part = scored.find((e) => e.line_code !== 'total');
      if (total === undefined || part === undefined) continue;
      yield {
        form,
        field: 'score',
        expected: `${total.score}分`,
        actual: scored.map((e) => `${lineNames[e.line_code]}${e.score}分`).join('、'),
        message: `预算执行得分在年度资金总额一行（${total.score}分）和${lineNames[part.line_code]}一行（${part.score}分）重复填写。`,
        evidence: idsOf(scored),
      };
    }
  },
};

export const executionRules: readonly Rule[] = [
  executionRateMismatch,
  rateOtherBase,
  executionScoreMismatch,
  executionScoredTwice,
];
