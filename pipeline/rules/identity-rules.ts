import type { MappedForm } from '../../schemas/form.ts';
import { squeeze } from '../../schemas/text.ts';
import type { Finding, Rule } from './rule.ts';
import { differentUnits, plainUnitName, sameUnit, unitCore, unitInFileName } from './unit-names.ts';

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
        evidence: [form.form_id],
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
      for (const item of form.base_items) {
        if (item.item_code !== 'building_control' || item.year === null || item.year === year)
          continue;
        yield {
          form,
          field: item.item_code,
          expected: `${year}年`,
          actual: `${item.year}年`,
          message: `${year}年度基础数据表的“${squeeze(item.label_raw)}”印为${item.year}年，应为${year}年。`,
          evidence: [form.form_id],
        };
      }
      for (const row of form.base_data) {
        const due = row.measure === 'prior_final' ? year - 1 : year;
        const checked = row.measure === 'prior_final' || currentMeasures.has(row.measure);
        const found = checked ? row.period_year : null;
        const field = row.measure;
        if (found === null || found === due || seen.has(field)) continue;
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

/** All forms agree, but the file is named after another unit: one of the two is a copy's. */
function* againstFileName(named: readonly NamedForm[], fileName: string): Iterable<Finding> {
  const filed = unitInFileName(fileName);
  const [first] = named;
  if (filed === undefined || !first || !named.every(({ name }) => differentUnits(name, filed)))
    return;
  yield {
    form: null,
    field: 'unit_name',
    expected: filed,
    actual: first.name,
    message: `文件名中的单位为“${filed}”，表内单位名称为“${first.name}”。`,
    evidence: named.map(({ form }) => form.form_id),
  };
}

const unitNameMismatch: Rule = {
  code: 'unit_name_mismatch',
  severity: 'warning',
  title: '单位名称不一致',
  basis: '同一份材料的各表、报告应为同一单位；填报单位名称应前后一致',
  formula: '各表单位名称去掉代码、地区前缀后相同，并与文件名中的单位相同；四个以上单位的汇编不提',
  tolerance: '地区前缀、“镇政府”与“镇人民政府”等写法视为相同',
  *check({ forms, fileName }) {
    const named = namedForms(forms);
    const groups: NamedForm[][] = [];
    for (const item of named) {
      const group = groups.find((g) => g.some((other) => sameUnit(other.name, item.name)));
      if (group === undefined) groups.push([item]);
      else group.push(item);
    }
    if (groups.length === 1) yield* againstFileName(named, fileName);
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
        evidence: [form.form_id],
      };
    }
  },
};

export const identityRules: readonly Rule[] = [
  fiscalYearMismatch,
  staleYearLabel,
  unitNameMismatch,
];
