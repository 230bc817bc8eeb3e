import type { BaseItemCode } from '../../schemas/codes.ts';
import type { BaseDataRecord, MappedForm } from '../../schemas/form.ts';
import { type KnownMoney, moneyOf, moneyRows, type Unsourced } from './form-records.ts';
import { sumTolerance, wanYuan } from './money.ts';
import { baseItemNames, baseMeasureNames } from './names.ts';
import type { Finding, Rule } from './rule.ts';
import { checkSum, idsOf, moneyColumns, spellSum } from './sum.ts';

type Column = 'prior_final' | 'current_budget' | 'current_final';
const columns: readonly Column[] = ['prior_final', 'current_budget', 'current_final'];

interface ColumnSum {
  readonly column: Column;
  readonly total: KnownMoney | undefined;
  readonly parts: readonly KnownMoney[];
}

function columnName({ column, parts }: ColumnSum): string {
  const year = parts[0]?.period_year;
  const name = baseMeasureNames[column];
  return year === null || year === undefined ? name : `${year}年${name.slice(2)}`;
}

function spellParts(parts: readonly KnownMoney[]): string {
  return spellSum(
    parts.map((p) => ({ name: baseItemNames[p.item_code], amount_fen: p.amount_fen })),
  );
}

/** One finding an item, naming every column that fails; blank totals are weaker than wrong ones. */
function sumFinding(form: MappedForm, item: BaseItemCode, failures: ColumnSum[]): Finding[] {
  const [first] = failures;
  if (first === undefined) return [];
  const name = baseItemNames[item];
  const said = failures.map((failure) => {
    const { total, parts } = failure;
    if (total === undefined)
      return `${columnName(failure)}${name}合计空白，分项${spellParts(parts)}`;
    const { difference } = checkSum(total, parts);
    return `${columnName(failure)}${name}为${wanYuan(total.amount_fen)}，分项${spellParts(parts)}，相差${wanYuan(Math.abs(difference))}`;
  });
  const wrong = failures.find((failure) => failure.total !== undefined);
  const sum = (failure: ColumnSum) => failure.parts.reduce((s, p) => s + p.amount_fen, 0);
  return [
    {
      form,
      field: item,
      ...(wrong?.total === undefined
        ? { expected: wanYuan(sum(first)) }
        : moneyColumns(sum(wrong), wrong.total.amount_fen)),
      message: `${said.join('；')}。`,
      evidence: failures.flatMap(({ total, parts }) => idsOf(total ? [total, ...parts] : parts)),
      ...(wrong === undefined ? { severity: 'warning' as const } : {}),
    },
  ];
}

function itemSumRule(
  item: BaseItemCode,
  parts: readonly BaseItemCode[],
  rule: Omit<Rule, 'check' | 'severity' | 'tolerance'>,
): Rule {
  return {
    ...rule,
    severity: 'error',
    tolerance: 'max(0.015, 0.006×项数)万元',
    *check({ forms }) {
      for (const form of forms) {
        const failures = columns
          .map((column) => ({
            column,
            total: moneyOf(form, item, column),
            parts: parts.flatMap((part) => moneyOf(form, part, column) ?? []),
          }))
          .filter(({ total, parts: found }) => {
            if (found.length === 0) return false;
            if (total !== undefined) return !checkSum(total, found).agrees;
            return found.some((part) => part.amount_fen !== 0);
          });
        yield* sumFinding(form, item, failures);
      }
    },
  };
}

const threePublicSum = itemSumRule(
  'three_public_total',
  ['vehicle_total', 'overseas_travel', 'official_reception'],
  {
    code: 'three_public_sum',
    title: '“三公”经费合计不符',
    basis: '基础数据表：三公经费=公务用车购置和维护经费+出国经费+公务接待',
    formula: '逐栏：三公经费=公务用车购置和维护+出国+公务接待；合计空白而分项有数的，降为提示复核',
  },
);

const vehicleSum = itemSumRule('vehicle_total', ['vehicle_purchase', 'vehicle_operation'], {
  code: 'vehicle_sum',
  title: '公务用车经费合计不符',
  basis: '基础数据表：公务用车购置和维护经费=公车购置+公车运行维护',
  formula: '逐栏：公务用车购置和维护经费=公车购置+公车运行维护',
});

const projectKinds: ReadonlySet<BaseItemCode> = new Set([
  'business_work',
  'operation_maintenance',
  'special_funds',
]);

/** Rows below 项目支出: the kinds, and nameless rows (……) between them and 公用经费. */
function projectRows(form: MappedForm, column: Column): KnownMoney[] {
  const start = moneyRows(form, 'project_total', column)[0]?.ordinal ?? 0;
  const after = form.base_data
    .filter((b) => b.item_code === 'public_expense' && b.ordinal > start)
    .map((b) => b.ordinal);
  const end = Math.min(Number.POSITIVE_INFINITY, ...after);
  const rows: readonly Unsourced<BaseDataRecord>[] = form.base_data;
  return rows.filter(
    (b): b is KnownMoney =>
      b.measure === column &&
      b.amount_fen !== null &&
      (projectKinds.has(b.item_code) ||
        (b.item_code === 'other' && b.ordinal > start && b.ordinal < end)),
  );
}

const baseProjectSum: Rule = {
  code: 'base_project_sum',
  severity: 'warning',
  title: '项目支出与明细合计不符',
  basis: '基础数据表：项目支出为业务工作经费、运行维护经费、各项专项资金之和',
  formula: '逐栏：项目支出=业务工作经费+运行维护经费+各专项资金（含“……”行）',
  tolerance: 'max(0.015, 0.006×项数)万元',
  *check({ forms }) {
    for (const form of forms) {
      const failures = columns.flatMap((column) => {
        const total = moneyOf(form, 'project_total', column);
        const parts = projectRows(form, column);
        if (total === undefined || parts.length === 0) return [];
        return checkSum(total, parts).agrees ? [] : [{ column, total, parts }];
      });
      yield* sumFinding(form, 'project_total', failures);
    }
  },
};

const publicExpenseParts = ['office_expense', 'utilities_travel', 'meeting_training'] as const;

const baseChildrenExceed: Rule = {
  code: 'base_children_exceed',
  severity: 'warning',
  title: '公用经费明细大于公用经费',
  basis: '基础数据表：办公、水电差旅、会议培训等为公用经费的“其中”项',
  formula: '逐栏：办公经费+水电差旅费+会议培训费≤公用经费',
  tolerance: 'max(0.015, 0.006×项数)万元',
  *check({ forms }) {
    for (const form of forms) {
      for (const column of columns) {
        const total = moneyOf(form, 'public_expense', column);
        const parts = publicExpenseParts.flatMap((item) => moneyOf(form, item, column) ?? []);
        if (total === undefined || parts.length === 0) continue;
        const { sum, difference } = checkSum(total, parts);
        if (difference <= sumTolerance(parts.length + 1)) continue;
        yield {
          form,
          field: `public_expense.${column}`,
          ...moneyColumns(total.amount_fen, sum),
          message: `${columnName({ column, total, parts })}公用经费${wanYuan(total.amount_fen)}，小于其中项${spellParts(parts)}，相差${wanYuan(difference)}。`,
          evidence: idsOf([total, ...parts]),
        };
      }
    }
  },
};

export const baseSumRules: readonly Rule[] = [
  threePublicSum,
  vehicleSum,
  baseProjectSum,
  baseChildrenExceed,
];
