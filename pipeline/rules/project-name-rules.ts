import { squeeze } from '../../schemas/text.ts';
import { amountOf, isProjectTable } from './form-records.ts';
import { sameAmount, wanYuan } from './money.ts';
import { lineNames } from './names.ts';
import type { Rule } from './rule.ts';
import { idsOf } from './sum.ts';
import { plainProjectName, similarity } from './unit-names.ts';

const projectNameMismatch: Rule = {
  code: 'project_name_mismatch',
  severity: 'warning',
  title: '项目名称不一致',
  basis: '项目自评报告应与项目支出绩效自评表一一对应，项目名称应相同',
  formula: '报告的项目名称与任何自评表都不相同，而与其中之一相似（相似度0.7以上）',
  tolerance: '名称末尾的金额不计',
  *check({ forms }) {
    const tables = forms.filter((form) => isProjectTable(form) && form.project_name !== null);
    for (const report of forms) {
      if (report.form_type !== 'project_report' || report.project_name === null) continue;
      const name = plainProjectName(report.project_name);
      const names = tables.map((form) => ({
        form,
        other: plainProjectName(form.project_name ?? ''),
      }));
      if (names.some(({ other }) => other === name)) continue;
      const [best] = names
        .map((n) => ({ ...n, share: similarity(name, n.other) }))
        .sort((a, b) => b.share - a.share);
      if (best === undefined || best.share < 0.7) continue;
      yield {
        form: report,
        field: 'project_name',
        expected: best.form.project_name ?? undefined,
        actual: report.project_name,
        message: `报告的项目名称“${name}”与自评表的项目名称“${squeeze(best.form.project_name ?? '')}”不一致。`,
        evidence: [report.form_id, best.form.form_id],
      };
    }
  },
};

const amountSuffix = /(\d+(?:\.\d{1,6})?)(亿元?|万元?|元)[)）]?$/u;
const fenOf: Readonly<Record<string, number>> = { 亿: 10_000_000_000, 万: 1_000_000, 元: 100 };

function amountInTitle(name: string): number | undefined {
  const [, digits, unit] = amountSuffix.exec(squeeze(name)) ?? [];
  const factor = fenOf[unit?.[0] ?? ''];
  return digits === undefined || factor === undefined
    ? undefined
    : Math.round(Number(digits) * factor);
}

const amountInName: Rule = {
  code: 'amount_in_name',
  severity: 'warning',
  title: '项目名称含金额',
  basis: '项目名称不应含金额，否则逐年无法对应；名称中的金额还应与资金总额一致',
  formula: '项目名称末尾的金额=年度资金总额（一致的，仅作说明）',
  tolerance: '0.015万元',
  *check({ forms }) {
    for (const form of forms) {
      const named = amountInTitle(form.project_name ?? '');
      if (named === undefined || !isProjectTable(form)) continue;
      const totals = (['annual_budget', 'executed', 'initial_budget'] as const).flatMap(
        (measure) => amountOf(form, 'total', measure) ?? [],
      );
      const [total] = totals;
      const agrees = totals.length === 0 || totals.some((t) => sameAmount(t.amount_fen, named));
      const tail =
        agrees || total === undefined ? '' : `，${lineNames.total}为${wanYuan(total.amount_fen)}`;
      yield {
        form,
        field: 'project_name',
        ...(tail === '' || total === undefined ? {} : { expected: wanYuan(total.amount_fen) }),
        actual: wanYuan(named),
        message: `项目名称“${squeeze(form.project_name ?? '')}”含金额${wanYuan(named)}${tail}。`,
        evidence: idsOf(totals),
        ...(agrees ? { severity: 'info' as const } : {}),
      };
    }
  },
};

export const projectNameRules: readonly Rule[] = [projectNameMismatch, amountInName];
