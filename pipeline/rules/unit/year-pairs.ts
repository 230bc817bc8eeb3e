import { plainProjectName } from '../unit-names.ts';
import type { UnitForm } from '../unit-rule.ts';

/** Type and project: what makes two forms of different years the same form. */
export function seriesOf(form: UnitForm): string {
  return `${form.form_type}|${plainProjectName(form.project_name ?? '')}`;
}

/** A form and the same form of the year before. */
export interface YearPair {
  readonly form: UnitForm;
  readonly prior: UnitForm;
}

/** Current forms with their predecessors. Forms that do not say their year or project have none. */
export function yearPairs(forms: readonly UnitForm[]): YearPair[] {
  const current = forms.filter((form) => form.is_current && form.fiscal_year !== null);
  return current.flatMap((form) => {
    if (!form.form_type.startsWith('overall_') && form.project_name === null) return [];
    const prior = current.find(
      (other) =>
        other.fiscal_year === (form.fiscal_year ?? 0) - 1 && seriesOf(other) === seriesOf(form),
    );
    return prior === undefined ? [] : [{ form, prior }];
  });
}
