import type { MappedForm } from '../../schemas/form.ts';
import { squeeze } from '../../schemas/text.ts';
import { amountOf, isProjectTable } from './form-records.ts';
import { sameAmount, wanYuan } from './money.ts';
import { lineNames } from './names.ts';
import type { Rule } from './rule.ts';
import { idsOf } from './sum.ts';
import { plainProjectName, plainUnitName, sameUnit, similarity, unitCore } from './unit-names.ts';

function yearIn(text: string | null): number | undefined {
  const found = /(20\d{2})\s*年/u.exec((text ?? '').normalize('NFKC'))?.[1];
  return found === undefined ? undefined : Number(found);
}

/** The year a form itself prints: in its title, else where its fiscal year was read. */
function printedYear(form: MappedForm): number | undefined {
  const titled = yearIn(form.title);
  if (titled !== undefined) return titled;
  const { fiscal_year: source } = form.sources;
  const method = source?.method;
  return method === 'inherited' || method === 'computed'
    ? undefined
    : (form.fiscal_year ?? undefined);
}

/** Declarations are made ahead of their year; they may travel with an older evaluation. */
function looksAhead(form: MappedForm): boolean {
  return form.form_type === 'overall_target' || form.form_type === 'project_target';
}

/** Several years of one form: a volume, where years differ on purpose. */
function isVolume(dated: readonly { form: MappedForm; year: number }[]): boolean {
  const keys = dated.map(({ form }) => `${form.form_type}|${squeeze(form.project_name ?? '')}`);
  return dated.some(({ year }, i) =>
    dated.some((other, j) => j < i && keys[i] === keys[j] && other.year !== year),
  );
}

/** The value named most often; ties go to the one other evidence speaks for, then to the first. */
function prevailing<T>(values: readonly T[], supported: (value: T) => boolean): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const tied = [...counts].filter(([, count]) => count === most).map(([value]) => value);
  return tied.find(supported) ?? tied[0];
}

const fiscalYearMismatch: Rule = {
  code: 'fiscal_year_mismatch',
  severity: 'error',
  title: '年度不一致',
  basis: '同一份材料的各表为同一年度；表内年度应与标题一致',
  formula:
    '各表标题（或表头）年度相同；同一种表有多个年度的汇编不提，提前编报的目标申报表降为提示复核',
  tolerance: '无',
  *check({ forms, fileName }) {
    const dated = forms.flatMap((form) => {
      const year = printedYear(form);
      return year === undefined ? [] : [{ form, year }];
    });
    if (isVolume(dated)) return;
    const main = prevailing(
      dated.filter(({ form }) => !looksAhead(form)).map(({ year }) => year),
      (year) => fileName.includes(String(year)),
    );
    for (const { form, year } of dated) {
      if (main === undefined || year === main) continue;
      yield {
        form,
        field: 'fiscal_year',
        expected: `${main}年度`,
        actual: `${year}年度`,
        difference: `${year - main}年`,
        message: `《${squeeze(form.title ?? '') || '本表'}》为${year}年度，同一份材料的其他表为${main}年度。`,
        evidence: [],
        ...(looksAhead(form) ? { severity: 'warning' as const } : {}),
      };
    }
  },
};

const currentMeasures: ReadonlySet<string> = new Set([
  'headcount_actual',
  'current_budget',
  'current_final',
]);

const staleYearLabel: Rule = {
  code: 'stale_year_label',
  severity: 'warning',
  title: '栏目年份未更新',
  basis:
    '基础数据表：实际在职人数、预算数、决算数栏为本年度，上年决算数栏为上一年度，完工项目为本年度',
  formula: '栏目印出的年份=本表年度（上年决算数为本表年度-1）',
  tolerance: '无',
  *check({ forms }) {
    for (const form of forms) {
      const year = form.fiscal_year;
      if (year === null || form.form_type !== 'overall_base_data') continue;
      const seen = new Set<string>();
      for (const row of form.base_data) {
        const labelled =
          row.item_code === 'building_control' ? yearIn(row.item_label_raw) : undefined;
        const due = row.measure === 'prior_final' ? year - 1 : year;
        const checked = row.measure === 'prior_final' || currentMeasures.has(row.measure);
        const found = labelled ?? (checked ? row.period_year : undefined);
        const field = labelled === undefined ? row.measure : row.item_code;
        if (found === undefined || found === null || found === due || seen.has(field)) continue;
        seen.add(field);
        yield {
          form,
          field,
          expected: `${due}年`,
          actual: `${found}年`,
          message: `${year}年度基础数据表的“${squeeze(row.item_label_raw)}”一栏印为${found}年，应为${due}年。`,
          evidence: [row.value_id],
        };
      }
    }
  },
};

interface NamedForm {
  readonly form: MappedForm;
  readonly name: string;
}

function namedForms(forms: readonly MappedForm[]): NamedForm[] {
  return forms.flatMap((form) => {
    const { unit_name: source } = form.sources;
    const method = source?.method;
    const name = form.unit_name_raw ?? form.unit_name;
    return name === null || method === 'inherited' || plainUnitName(name) === ''
      ? []
      : [{ form, name: plainUnitName(name) }];
  });
}

/** More units than this in one document: a collection, where names differ on purpose. */
const unitsOfCollection = 4;

const unitNameMismatch: Rule = {
  code: 'unit_name_mismatch',
  severity: 'warning',
  title: '单位名称不一致',
  basis: '同一份材料的各表、报告应为同一单位；填报单位名称应前后一致',
  formula: '各表单位名称去掉代码、地区前缀后相同；四个以上单位的汇编不提',
  tolerance: '地区前缀、“镇政府”与“镇人民政府”等写法视为相同',
  *check({ forms, fileName }) {
    const named = namedForms(forms);
    const groups: NamedForm[][] = [];
    for (const item of named) {
      const group = groups.find((g) => g.some((other) => sameUnit(other.name, item.name)));
      if (group === undefined) groups.push([item]);
      else group.push(item);
    }
    if (groups.length < 2 || groups.length >= unitsOfCollection) return;
    const written = squeeze(fileName + forms.map((f) => f.title ?? '').join(''));
    const main = prevailing(
      groups.flatMap((group) => group.map(() => group)),
      (group) => group.some(({ name }) => written.includes(unitCore(name))),
    );
    const reference = main?.[0];
    if (reference === undefined) return;
    for (const { form, name } of groups.filter((group) => group !== main).flat()) {
      yield {
        form,
        field: 'unit_name',
        expected: reference.name,
        actual: name,
        message: `本表单位名称为“${name}”，同一份材料的其他表为“${reference.name}”。`,
        evidence: [],
      };
    }
  },
};

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
        evidence: [],
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

export const identityRules: readonly Rule[] = [
  fiscalYearMismatch,
  staleYearLabel,
  unitNameMismatch,
  projectNameMismatch,
  amountInName,
];
