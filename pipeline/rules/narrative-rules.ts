import type { MappedForm } from '../../schemas/form.ts';
import { squeeze } from '../../schemas/text.ts';
import { counterpart } from './counterpart.ts';
import { amountOf, executionOf, formsOf, type KnownAmount } from './form-records.ts';
import { sameAmount, sumTolerance, wanYuan } from './money.ts';
import { factOf, factsOf, type MoneyFact } from './narrative-facts.ts';
import { lessPoints, percent } from './points.ts';
import type { Finding, Rule } from './rule.ts';
import { checkSum, idsOf, moneyColumns, spellSum } from './sum.ts';
import { plainProjectName } from './unit-names.ts';

/** What prose says of a line of the unit's evaluation. */
const overallLines = [
  { line: 'basic_expenditure', name: '基本支出', subjects: ['基本支出'] },
  { line: 'project_expenditure', name: '项目支出', subjects: ['项目支出'] },
  {
    line: 'government_fund',
    name: '政府性基金',
    subjects: ['政府性基金预算财政拨款支出', '政府性基金支出', '政府性基金预算支出'],
  },
] as const;

function tableFinding(
  form: MappedForm,
  name: string,
  fact: MoneyFact,
  printed: KnownAmount,
): Finding {
  return {
    form,
    field: name,
    ...moneyColumns(printed.amount_fen, fact.amount_fen),
    message: `报告所述${name}${wanYuan(fact.amount_fen)}，自评表为${wanYuan(printed.amount_fen)}，相差${wanYuan(Math.abs(fact.amount_fen - printed.amount_fen))}。`,
    evidence: idsOf([fact, printed]),
  };
}

/** Prose may tell the basic expenditure of the general budget alone, without funds. */
function withinGeneralBudget(form: MappedForm, fact: MoneyFact, printed: KnownAmount): boolean {
  const fund = amountOf(form, 'government_fund', 'reported');
  return fund !== undefined && sameAmount(fact.amount_fen + fund.amount_fen, printed.amount_fen);
}

function* overallVsTable(report: MappedForm, table: MappedForm): Iterable<Finding> {
  for (const { line, name, subjects } of overallLines) {
    const facts = factsOf(report, subjects);
    const printed = amountOf(table, line, 'reported') ?? amountOf(table, line, 'executed');
    const [fact] = facts;
    if (fact === undefined || printed === undefined) continue;
    const told = facts.some(
      (f) => sameAmount(f.amount_fen, printed.amount_fen) || withinGeneralBudget(table, f, printed),
    );
    if (!told) yield tableFinding(report, name, fact, printed);
  }
}

const projectLines = [
  { measure: 'annual_budget', name: '全年预算', subjects: ['全年预算', '预算', '预算安排'] },
  { measure: 'executed', name: '实际支出', subjects: ['实际支出', '实际执行', '全年执行'] },
] as const;

function* projectVsTable(report: MappedForm, table: MappedForm): Iterable<Finding> {
  for (const { measure, name, subjects } of projectLines) {
    const facts = factsOf(report, subjects);
    const printed = amountOf(table, 'total', measure);
    const [fact] = facts;
    if (fact === undefined || printed === undefined) continue;
    if (facts.some((f) => sameAmount(f.amount_fen, printed.amount_fen))) continue;
    yield tableFinding(report, name, fact, printed);
  }
  const rate = report.narrative_facts.find((f) => f.unit === '%' && /执行率$/u.test(f.subject_raw));
  const printed = executionOf(table, 'total');
  if (rate?.value === undefined || rate.value === null || printed?.execution_rate == null) return;
  const told = rate.value / 100;
  if (Math.abs(told - printed.execution_rate) <= 0.0051) return;
  yield {
    form: report,
    field: '预算执行率',
    expected: percent(printed.execution_rate),
    actual: percent(told),
    message: `报告所述预算执行率${percent(told)}，自评表为${percent(printed.execution_rate)}。`,
    evidence: idsOf([rate, printed]),
    severity: 'warning',
  };
}

/** A project report's table: of the same project name. */
function projectTable(forms: readonly MappedForm[], report: MappedForm): MappedForm | undefined {
  const name = plainProjectName(report.project_name ?? '');
  return formsOf(forms, 'project_self_evaluation').find(
    (form) => name !== '' && plainProjectName(form.project_name ?? '') === name,
  );
}

const narrativeVsTable: Rule = {
  code: 'narrative_vs_table',
  severity: 'error',
  title: '报告与自评表金额不符',
  basis: '自评报告与自评表出自同一决算数据，同一数字应当相同',
  formula:
    '报告所述基本支出、项目支出、政府性基金支出（项目报告：全年预算、实际支出）=自评表对应数；基本支出可不含政府性基金',
  tolerance: '0.015万元',
  *check({ forms }) {
    for (const report of formsOf(forms, 'overall_report')) {
      const table = counterpart(forms, report, 'overall_self_evaluation');
      if (table !== undefined) yield* overallVsTable(report, table);
    }
    for (const report of formsOf(forms, 'project_report')) {
      const table = projectTable(forms, report);
      if (table !== undefined) yield* projectVsTable(report, table);
    }
  },
};

const kinds = [['工资福利'], ['商品和服务'], ['对个人和家庭补助', '对个人和家庭的补助']] as const;

/** The kinds of basic expenditure, where prose lists them all. */
export function basicParts(report: MappedForm): MoneyFact[] {
  const byKind = kinds.flatMap((names) => factOf(report, names) ?? []);
  if (byKind.length === kinds.length) return byKind;
  const byUse = [factOf(report, ['人员经费']), factOf(report, ['公用经费'])];
  return byUse.every((fact) => fact !== undefined) ? byUse : [];
}

const narrativeScope: Rule = {
  code: 'narrative_scope',
  severity: 'warning',
  title: '报告所述基本支出口径不一',
  basis: '自评报告“基本支出情况”应只述基本支出；分项之和大于自评表基本支出的，多含项目支出或基金',
  formula:
    '报告未述基本支出合计时：工资福利、商品和服务、对个人和家庭补助之和（人员与公用经费之和）=自评表基本支出',
  tolerance: 'max(0.015, 0.006×项数)万元；恰等于一般公共预算部分的不提',
  *check({ forms }) {
    for (const report of formsOf(forms, 'overall_report')) {
      const table = counterpart(forms, report, 'overall_self_evaluation');
      const printed = table && amountOf(table, 'basic_expenditure', 'reported');
      const parts = basicParts(report);
      if (table === undefined || printed === undefined || parts.length === 0) continue;
      if (factOf(report, ['基本支出']) !== undefined) continue;
      const { sum, difference, agrees } = checkSum(printed, parts);
      const fund = amountOf(table, 'government_fund', 'reported')?.amount_fen ?? 0;
      if (agrees || Math.abs(sum + fund - printed.amount_fen) <= sumTolerance(parts.length + 2)) {
        continue;
      }
      const total = amountOf(table, 'total', 'executed');
      const isTotal = total !== undefined && checkSum(total, parts).agrees;
      yield {
        form: report,
        field: '基本支出',
        ...moneyColumns(printed.amount_fen, sum),
        message: `报告“基本支出情况”所列${spellSum(parts.map((p) => ({ name: squeeze(p.subject_raw), amount_fen: p.amount_fen })))}，自评表基本支出为${wanYuan(printed.amount_fen)}，相差${wanYuan(Math.abs(difference))}${isTotal ? '；分项之和等于全年执行数，含项目支出' : ''}。`,
        evidence: idsOf([printed, ...parts]),
      };
    }
  },
};

const scoreSubject = /自评(?:得分|总分|分数|评分|结果)|综合(?:得分|评分)|^得分$|评价得分/u;

const narrativeScoreMismatch: Rule = {
  code: 'narrative_score_mismatch',
  severity: 'warning',
  title: '报告得分与自评表总分不符',
  basis: '自评报告所述得分应与自评表总分一致',
  formula: '报告所述自评得分=自评表总分',
  tolerance: '0.05分',
  *check({ forms }) {
    for (const report of forms) {
      const table =
        report.form_type === 'overall_report'
          ? counterpart(forms, report, 'overall_self_evaluation')
          : report.form_type === 'project_report'
            ? projectTable(forms, report)
            : undefined;
      const total = table?.form_totals.find((t) => t.score !== null);
      const facts = report.narrative_facts.filter(
        (f) => f.unit === '分' && f.value !== null && scoreSubject.test(squeeze(f.subject_raw)),
      );
      const [fact] = facts;
      if (total?.score == null || fact?.value == null) continue;
      const printed = total.score;
      if (facts.some((f) => Math.abs((f.value ?? 0) - printed) <= 0.0501)) continue;
      yield {
        form: report,
        field: '自评得分',
        expected: `${printed}分`,
        actual: `${fact.value}分`,
        difference: `${lessPoints(fact.value, printed)}分`,
        message: `报告所述自评得分${fact.value}分，自评表总分${printed}分，相差${Math.abs(lessPoints(fact.value, printed))}分。`,
        evidence: idsOf([fact, total]),
      };
    }
  },
};

export const narrativeRules: readonly Rule[] = [
  narrativeVsTable,
  narrativeScope,
  narrativeScoreMismatch,
];
