import type { MappedForm } from '../../schemas/form.ts';
import { squeeze } from '../../schemas/text.ts';
import { isProjectTable } from './form-records.ts';
import { prevailing } from './prevailing.ts';
import type { Finding, Rule } from './rule.ts';
import { plainUnitName, sameUnit } from './unit-names.ts';

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

interface DatedForm {
  readonly form: MappedForm;
  readonly year: number;
}

/** Forms of one unit each; where the document names several, a form that names none is of no other. */
function byUnit(forms: readonly MappedForm[]): (readonly MappedForm[])[] {
  const groups: { readonly name: string; readonly forms: MappedForm[] }[] = [];
  for (const form of forms) {
    const name = plainUnitName(form.unit_name_raw ?? form.unit_name ?? '');
    if (name === '') continue;
    const group = groups.find((g) => sameUnit(g.name, name));
    if (group === undefined) groups.push({ name, forms: [form] });
    else group.forms.push(form);
  }
  return groups.length < 2 ? [forms] : groups.map((group) => group.forms);
}

/** Several years of one form: a volume, where years differ on purpose. */
function isVolume(dated: readonly DatedForm[]): boolean {
  const keys = dated.map(({ form }) => `${form.form_type}|${squeeze(form.project_name ?? '')}`);
  return dated.some(({ year }, i) =>
    dated.some((other, j) => j < i && keys[i] === keys[j] && other.year !== year),
  );
}

/** Projects of several years without a department's form, most of them of no one year: a volume too. */
function isProjectVolume(dated: readonly DatedForm[]): boolean {
  const projects = new Set(dated.map(({ form }) => squeeze(form.project_name ?? '')));
  if (projects.size < 2 || !dated.every(({ form }) => isOfProject(form))) return false;
  return dated.every(({ year }) => dated.filter((d) => d.year === year).length * 2 <= dated.length);
}

function isOfProject(form: MappedForm): boolean {
  return form.form_type.startsWith('project_') || isProjectTable(form);
}

function* differingYears(forms: readonly MappedForm[], fileName: string): Iterable<Finding> {
  const dated = forms.flatMap((form) => {
    const year = printedYear(form);
    return year === undefined ? [] : [{ form, year }];
  });
  if (isVolume(dated) || isProjectVolume(dated)) return;
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
}

export const fiscalYearMismatch: Rule = {
  code: 'fiscal_year_mismatch',
  severity: 'error',
  title: '年度不一致',
  basis: '同一份材料的各表为同一年度；表内年度应与标题一致',
  formula:
    '同一单位各表标题（或表头）年度相同；同一种表有多个年度、不同项目不同年度的汇编不提，提前编报的目标申报表降为提示复核',
  tolerance: '无',
  *check({ forms, fileName }) {
    for (const unit of byUnit(forms)) yield* differingYears(unit, fileName);
  },
};
