import type { MappedForm } from '../../schemas/form.ts';
import { squeeze } from '../../schemas/text.ts';
import { prevailing } from './prevailing.ts';
import type { Finding, Rule } from './rule.ts';
import { differentUnits, plainUnitName, sameUnit, unitCore, unitInFileName } from './unit-names.ts';

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
        // Several years side by side: the due one is among them.
        const years = form.base_data.filter((r) => r.measure === row.measure);
        if (found === null || years.some((r) => r.period_year === due) || seen.has(field)) continue;
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

/** As many units in one document, or three forms of as many: a collection, where names differ on purpose. */
const unitsOfCollection = 4;

function isCollection(named: readonly NamedForm[], units: number): boolean {
  return units >= unitsOfCollection || (units > 2 && units === named.length);
}

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
  formula:
    '各表单位名称去掉代码、地区前缀后相同，并与文件名中的单位相同；四个以上单位的、三张以上各为一个单位的汇编不提',
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
    if (groups.length < 2 || isCollection(named, groups.length)) return;
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

export const identityRules: readonly Rule[] = [staleYearLabel, unitNameMismatch];
