import type { MappedForm } from '../../schemas/form.ts';
import { counterpart } from './counterpart.ts';
import { amountOf, moneyOf } from './form-records.ts';
import { wanYuan } from './money.ts';
import { type PrintedMoney, printedMoney } from './printed-money.ts';
import type { Finding, Rule } from './rule.ts';
import { moneyColumns } from './sum.ts';
import { mixesUnits } from './unit-scale.ts';

const unitOfScale: Readonly<Record<number, string>> = {
  100: '元',
  100000: '千元',
  1000000: '万元',
  10000000000: '亿元',
};

/** 亿元 beside 万元 is said for short; only 元 (or 千元) beside a larger unit is taken for it. */
const fenPerWanYuan = 1_000_000;

/** Cells whose own unit is none that the other cells of the form are in, and one of the others. */
function conflictOf(cells: readonly PrintedMoney[]) {
  const bare = cells.filter((cell) => cell.suffix === undefined);
  const own = cells.filter((cell) => cell.suffix !== undefined);
  const [reference] = bare.length > 0 ? bare : own;
  const odd = own.filter(
    (cell) =>
      reference !== undefined &&
      [...bare, reference].every((other) => other.scale !== cell.scale) &&
      Math.min(cell.scale, reference.scale) < fenPerWanYuan,
  );
  const [first] = odd;
  return first && reference && { reference, first, odd };
}

const unitConflict: Rule = {
  code: 'unit_conflict',
  severity: 'warning',
  title: '金额单位前后不一',
  basis: '一张表的金额应使用表头标明的同一单位；单元格另带单位的，以单元格为准换算',
  formula:
    '单元格所带单位（元、千元、万元）与本表其他金额的单位不同（亿元除外；同一行已由 unit_scale_suspect 提出的不重复）',
  tolerance: '无',
  *check({ forms }) {
    for (const form of forms) {
      const conflict = mixesUnits(form) ? undefined : conflictOf(printedMoney(form));
      if (conflict === undefined) continue;
      const { reference, first, odd } = conflict;
      const unit = unitOfScale[reference.scale] ?? '另一单位';
      yield {
        form,
        field: 'unit',
        expected: unit,
        actual: first.suffix,
        message: `${first.name}填“${first.raw}”，与本表其他金额的单位（${unit}，如${reference.name}“${reference.raw}”）不同，已按单元格单位换算。`,
        evidence: [...odd.map((cell) => cell.value_id), reference.value_id],
      };
    }
  },
};

/** 分 */
const tenBillionYuan = 1_000_000 * 1_000_000;
const hundredBillionYuan = 10 * tenBillionYuan;
/** 100 000 万元: no round figure of 万元 in a county's form is as large. */
const assumedUnitBound = 100_000 * 1_000_000;

const township = /(?:乡|镇|街道)(?:人民政府|办事处|政府|党委|党工委)?$/u;

function* tooLarge(form: MappedForm): Iterable<Finding> {
  const isTownship = township.test(form.unit_name ?? '');
  const bound = isTownship ? tenBillionYuan : hundredBillionYuan;
  const total = (['annual_budget', 'executed', 'initial_budget', 'reported'] as const)
    .flatMap((measure) => amountOf(form, 'total', measure) ?? [])
    .find((amount) => amount.amount_fen > bound);
  if (total === undefined) return;
  yield {
    form,
    field: 'total',
    actual: wanYuan(total.amount_fen),
    message: `年度资金总额${wanYuan(total.amount_fen)}，超出${isTownship ? '乡镇街道' : '部门'}的合理规模（${wanYuan(bound)}），请核对金额单位。`,
    evidence: [total.value_id],
  };
}

/** No unit is printed, and all figures are whole and large: as 元 are, and 万元 never. */
function* assumedUnit(form: MappedForm): Iterable<Finding> {
  if (form.unit_stated) return;
  const cells = printedMoney(form);
  const [largest] = [...cells].sort((a, b) => b.amount_fen - a.amount_fen);
  if (largest === undefined || largest.amount_fen < assumedUnitBound) return;
  if (!cells.every((c) => c.suffix === undefined && Number.isInteger(c.number))) return;
  yield {
    form,
    field: 'unit',
    expected: '元',
    actual: '万元',
    message: `本表没有标明金额单位，按万元读取${largest.name}为${wanYuan(largest.amount_fen)}；各数均为整数且数额很大，疑似以元为单位。`,
    evidence: cells.map((cell) => cell.value_id),
  };
}

/** Official reception of more than all that was spent. */
function* receptionAboveAll(form: MappedForm, forms: readonly MappedForm[]): Iterable<Finding> {
  const reception = moneyOf(form, 'official_reception', 'current_final');
  const evaluation = counterpart(forms, form, 'overall_self_evaluation');
  const total = evaluation && amountOf(evaluation, 'total', 'executed');
  if (reception === undefined || total === undefined || total.amount_fen <= 0) return;
  if (reception.amount_fen <= total.amount_fen) return;
  yield {
    form,
    field: 'official_reception',
    ...moneyColumns(total.amount_fen, reception.amount_fen),
    message: `公务接待本年决算数${wanYuan(reception.amount_fen)}，大于自评表全年执行数${wanYuan(total.amount_fen)}，请核对金额单位。`,
    evidence: [reception.value_id, total.value_id],
  };
}

const implausibleMagnitude: Rule = {
  code: 'implausible_magnitude',
  severity: 'warning',
  title: '金额数量级不合理',
  basis: '金额单位为万元；以元填报的数字按万元读取会大一万倍',
  formula:
    '乡镇街道年度资金总额≤1000000万元，部门≤10000000万元；公务接待≤全年执行数；未标明单位的表最大金额不到100000万元，或有小数',
  tolerance: '无',
  *check({ forms }) {
    for (const form of forms) {
      yield* tooLarge(form);
      yield* assumedUnit(form);
      yield* receptionAboveAll(form, forms);
    }
  },
};

export const moneyUnitRules: readonly Rule[] = [unitConflict, implausibleMagnitude];
