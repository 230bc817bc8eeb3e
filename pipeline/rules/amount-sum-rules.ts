import { type AmountMeasure, amountMeasures, type LineCode } from '../../schemas/codes.ts';
import type { MappedForm } from '../../schemas/form.ts';
import {
  amountOf,
  isProjectTable,
  isUnread,
  type KnownAmount,
  knownAmounts,
} from './form-records.ts';
import { tenThousandfold, wanYuan } from './money.ts';
import { amountMeasureNames, lineNames } from './names.ts';
import type { Finding, Rule } from './rule.ts';
import { checkSum, idsOf, moneyColumns, spellSum } from './sum.ts';
import { isColumnShift, isTotalBlank } from './total-row.ts';

/** A total of a funding block and the lines it is made of. */
interface Identity {
  readonly total: LineCode;
  readonly parts: readonly LineCode[];
  /** Lines that some forms put beside the parts and others inside them. */
  readonly maybe: readonly LineCode[];
}

const incomeSources: Identity = {
  total: 'income_total',
  parts: [
    'general_public_budget',
    'government_fund',
    'state_capital',
    'special_account',
    'other_funds',
  ],
  maybe: ['carryover', 'upper_subsidy', 'business_income', 'operating_income', 'unit_funds'],
};

const expenditureKinds: Identity = {
  total: 'expenditure_total',
  parts: ['basic_expenditure', 'project_expenditure'],
  maybe: [],
};

const fundSources: Identity = {
  total: 'total',
  parts: ['current_appropriation', 'carryover', 'other_funds'],
  maybe: [
    'unit_funds',
    'special_account',
    'general_public_budget',
    'government_fund',
    'state_capital',
    'business_income',
    'operating_income',
  ],
};

/** Funds by level of government, as special funds and transfers print them. */
const fundLevels: Identity = {
  total: 'total',
  parts: [
    'upper_subsidy',
    'central_funds',
    'provincial_funds',
    'city_funds',
    'county_funds',
    'local_funds',
    'other_funds',
  ],
  maybe: ['unit_funds', 'carryover'],
};

function printed(form: MappedForm, lines: readonly LineCode[], measure: AmountMeasure) {
  return lines.flatMap((line) => amountOf(form, line, measure) ?? []);
}

/** Lines that say what money was spent on; all others say where it came from. */
const spendingLines: ReadonlySet<LineCode> = new Set([
  'basic_expenditure',
  'project_expenditure',
  'personnel',
  'public_expense',
  'task',
]);
const totalLines: ReadonlySet<LineCode> = new Set(['total', 'income_total', 'expenditure_total']);

/** Lines that stand beside an identity's own: 财政拨款 among the sources by kind of fund. */
function strangers(form: MappedForm, identity: Identity, measure: AmountMeasure): KnownAmount[] {
  const own = new Set([...identity.parts, ...identity.maybe]);
  const spends = identity.total === 'expenditure_total';
  return knownAmounts(form).filter(
    ({ line_code: line, measure: column, amount_fen: fen }) =>
      column === measure &&
      fen !== 0 &&
      !own.has(line) &&
      !totalLines.has(line) &&
      spendingLines.has(line) === spends,
  );
}

/** Strangers are of no weight where they are the breakdown (其中) of a part or of the total. */
function breaksDown(others: readonly KnownAmount[], wholes: readonly KnownAmount[]): boolean {
  return others.length === 0 || wholes.some((whole) => checkSum(whole, others).agrees);
}

interface Failure {
  readonly measure: AmountMeasure;
  readonly total: KnownAmount;
  readonly parts: readonly KnownAmount[];
  readonly difference: number;
  /** The block has lines that the identity does not know: which of them add up is not printed. */
  readonly doubtful: boolean;
}

/**
 * The first identity of the list whose parts the form prints decides; undefined where one holds, with
 * the lines that may belong to it or all lines of the block.
 */
function failureOf(
  form: MappedForm,
  identities: readonly Identity[],
  measure: AmountMeasure,
  total: KnownAmount | undefined,
): Failure | undefined {
  if (total === undefined) return undefined;
  let failure: Failure | undefined;
  for (const identity of identities) {
    const core = printed(form, identity.parts, measure);
    if (core.length === 0) continue;
    const lines = [...identity.parts, ...identity.maybe];
    if (lines.some((line) => isUnread(form, line, measure))) return undefined;
    const wide = [...core, ...printed(form, identity.maybe, measure)];
    const others = strangers(form, identity, measure);
    const doubtful = !breaksDown(others, [total, ...wide]);
    const readings = doubtful ? [core, wide, [...wide, ...others]] : [core, wide];
    const checks = readings.map((parts) => ({ parts, ...checkSum(total, parts) }));
    if (checks.some((check) => check.agrees)) return undefined;
    const [first] = doubtful ? checks.sort(byDifference) : checks;
    if (first) failure ??= { measure, total, ...first, doubtful };
  }
  return failure;
}

function byDifference(a: { difference: number }, b: { difference: number }): number {
  return Math.abs(a.difference) - Math.abs(b.difference);
}

function named(parts: readonly KnownAmount[]) {
  return parts.map((part) => ({ name: lineNames[part.line_code], amount_fen: part.amount_fen }));
}

function toFinding(form: MappedForm, field: string, failures: readonly Failure[]): Finding[] {
  const [first] = failures;
  if (first === undefined) return [];
  const said = failures.map(({ measure, total, parts, difference }) => {
    const column = measure === 'reported' ? '' : amountMeasureNames[measure];
    return `${column}${lineNames[total.line_code]}${wanYuan(total.amount_fen)}，分项${spellSum(named(parts))}，相差${wanYuan(Math.abs(difference))}`;
  });
  const sum = first.total.amount_fen + first.difference;
  return [
    {
      form,
      field,
      ...moneyColumns(sum, first.total.amount_fen),
      message: `${said.join('；')}。`,
      evidence: failures.flatMap(({ total, parts }) => idsOf([total, ...parts])),
      ...(failures.every((failure) => failure.doubtful) ? { severity: 'warning' as const } : {}),
    },
  ];
}

/** A declaration prints its 资金总额 above the sources and the kinds, with no subtotal of their own. */
function totalFor(form: MappedForm, identity: Identity, measure: AmountMeasure) {
  const own = amountOf(form, identity.total, measure);
  if (own !== undefined || form.form_type !== 'overall_target') return own;
  return amountOf(form, 'total', measure);
}

function compositionRule(identity: Identity, rule: Omit<Rule, 'check' | 'severity'>): Rule {
  return {
    ...rule,
    severity: 'error',
    *check({ forms }) {
      for (const form of forms) {
        const failures = amountMeasures.flatMap(
          (measure) =>
            failureOf(form, [identity], measure, totalFor(form, identity, measure)) ?? [],
        );
        yield* toFinding(form, identity.total, failures);
      }
    },
  };
}

const tolerance = 'max(0.015, 0.006×项数)万元';

const incomeSourcesSum = compositionRule(incomeSources, {
  code: 'income_sources_sum',
  title: '收入分项与合计不符',
  basis: '部门整体支出绩效自评表、申报表：“按收入性质分”下列各项资金之和即为合计',
  formula:
    '一般公共预算+政府性基金+国有资本经营预算+专户管理的非税收入+其他资金=按收入性质分合计（申报表为资金总额）；另列财政拨款、上级补助等来源的一并计入，仍不等的降为提示复核',
  tolerance,
});

const expenditureKindsSum = compositionRule(expenditureKinds, {
  code: 'expenditure_kinds_sum',
  title: '支出分项与合计不符',
  basis: '部门整体支出绩效自评表、申报表：“按支出性质分”为基本支出与项目支出之和',
  formula:
    '基本支出+项目支出=按支出性质分合计（申报表为资金总额）；另列人员经费、公用经费等的一并计入，仍不等的降为提示复核',
  tolerance,
});

const fundSourcesSum: Rule = {
  code: 'fund_sources_sum',
  severity: 'error',
  title: '项目资金来源与总额不符',
  basis: '项目支出绩效自评表（财预〔2020〕10号附件）：年度资金总额为各项资金来源之和，逐栏成立',
  formula:
    '当年财政拨款+上年结转资金+其他资金=年度资金总额（年初预算数、全年预算数、全年执行数逐栏；空白视为0，至少一项有数）；另列中央、省、市、县资金等来源的一并计入，仍不等的降为提示复核',
  tolerance,
  *check({ forms }) {
    for (const form of forms.filter(isProjectTable)) {
      if (isTotalBlank(form) || isColumnShift(form)) continue;
      const failures = amountMeasures.flatMap(
        (measure) =>
          failureOf(form, [fundSources, fundLevels], measure, amountOf(form, 'total', measure)) ??
          [],
      );
      // A slip of 元 for 万元 is unit_scale_suspect's to say.
      yield* toFinding(
        form,
        'total',
        failures.filter(
          ({ total, difference }) =>
            !tenThousandfold(total.amount_fen, total.amount_fen + difference, 0.01),
        ),
      );
    }
  },
};

export const amountSumRules: readonly Rule[] = [
  incomeSourcesSum,
  expenditureKindsSum,
  fundSourcesSum,
];
