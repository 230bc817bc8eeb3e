import type { AmountMeasure, BaseItemCode, LineCode } from '../../../schemas/codes.ts';
import { amountOf, moneyOf } from '../form-records.ts';
import { wanYuan } from '../money.ts';
import { amountMeasureNames, baseItemNames, lineNames } from '../names.ts';
import type { UnitFinding, UnitRule } from '../unit-rule.ts';
import { type YearPair, yearPairs } from './year-pairs.ts';

const measures: readonly AmountMeasure[] = [
  'executed',
  'annual_budget',
  'initial_budget',
  'reported',
];

/** Change above which a line needs a word of explanation. */
const lines: readonly { line: LineCode; limit: number }[] = [
  { line: 'total', limit: 0.3 },
  { line: 'basic_expenditure', limit: 0.3 },
  { line: 'personnel', limit: 0.3 },
  { line: 'public_expense', limit: 0.3 },
  { line: 'project_expenditure', limit: 0.5 },
  { line: 'government_fund', limit: 0.5 },
];

const items: readonly { item: BaseItemCode; limit: number }[] = [
  { item: 'public_expense', limit: 0.3 },
  { item: 'project_total', limit: 0.5 },
];

interface Change {
  readonly name: string;
  readonly now: { readonly value_id: string; readonly amount_fen: number };
  readonly before: { readonly value_id: string; readonly amount_fen: number };
}

function isJump({ now, before }: Change, limit: number): boolean {
  if (before.amount_fen <= 0) return false;
  return Math.abs(now.amount_fen / before.amount_fen - 1) > limit;
}

function* jumpsOf({ form, prior }: YearPair): Iterable<UnitFinding> {
  const project = !form.form_type.startsWith('overall_');
  for (const { line, limit } of lines) {
    const changes = measures.flatMap((measure) => {
      const [now, before] = [amountOf(form, line, measure), amountOf(prior, line, measure)];
      if (now === undefined || before === undefined) return [];
      const column = measure === 'reported' ? '' : amountMeasureNames[measure];
      return [{ name: `${lineNames[line]}${column}`, now, before }];
    });
    const jumps = changes.filter((change) => isJump(change, project ? 0.5 : limit));
    yield* jumpFinding({ form, prior }, line, jumps, project ? 0.5 : limit);
  }
  for (const { item, limit } of items) {
    const [now, before] = [
      moneyOf(form, item, 'current_final'),
      moneyOf(prior, item, 'current_final'),
    ];
    if (now === undefined || before === undefined) continue;
    const change = { name: `${baseItemNames[item]}决算数`, now, before };
    if (isJump(change, limit)) yield* jumpFinding({ form, prior }, item, [change], limit);
  }
}

function* jumpFinding(
  { form, prior }: YearPair,
  field: string,
  jumps: readonly Change[],
  limit: number,
): Iterable<UnitFinding> {
  const [first] = jumps;
  if (first === undefined) return;
  const said = jumps.map(({ name, now, before }) => {
    const change = (now.amount_fen / before.amount_fen - 1) * 100;
    return `${name}${wanYuan(now.amount_fen)}，上年${wanYuan(before.amount_fen)}，${change > 0 ? '增长' : '下降'}${Math.abs(change).toFixed(1)}%`;
  });
  yield {
    form,
    field,
    expected: wanYuan(first.before.amount_fen),
    actual: wanYuan(first.now.amount_fen),
    difference: wanYuan(first.now.amount_fen - first.before.amount_fen),
    message: `${form.fiscal_year}年与${prior.fiscal_year}年相比：${said.join('；')}；变动超过${limit * 100}%，应说明原因。`,
    evidence: jumps.flatMap(({ now, before }) => [now.value_id, before.value_id]),
  };
}

export const yoyJump: UnitRule = {
  code: 'yoy_jump',
  severity: 'warning',
  title: '同比变动大',
  basis:
    '部门预决算分析惯例：总额、基本支出、人员与公用经费同比变动超过30%，项目或基金超过50%，应说明原因',
  formula:
    '同比变动幅度≤30%（资金总额、基本支出、人员经费、公用经费），≤50%（项目支出、政府性基金、单个项目的资金总额）',
  tolerance: '无',
  *check(forms) {
    for (const pair of yearPairs(forms)) yield* jumpsOf(pair);
  },
};
