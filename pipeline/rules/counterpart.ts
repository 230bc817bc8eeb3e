import type { FormType } from '../../schemas/codes.ts';
import type { MappedForm } from '../../schemas/form.ts';
import { formsOf } from './form-records.ts';
import { sameUnit } from './unit-names.ts';

/** Whether two forms can be of one unit and year; what a form does not say is no obstacle. */
function sameSubject(a: MappedForm, b: MappedForm): boolean {
  const years = a.fiscal_year === null || b.fiscal_year === null || a.fiscal_year === b.fiscal_year;
  const units = a.unit_name === null || b.unit_name === null || sameUnit(a.unit_name, b.unit_name);
  return years && units;
}

/**
 * The form of another type that speaks of the same unit and year. Where the document has one form
 * of each type they belong together, whatever their printed names: a misprint must not part them.
 */
export function counterpart(
  forms: readonly MappedForm[],
  form: MappedForm,
  type: FormType,
): MappedForm | undefined {
  const candidates = formsOf(forms, type);
  const [only] = candidates;
  if (candidates.length === 1 && formsOf(forms, form.form_type).length === 1) return only;
  return candidates.find((candidate) => sameSubject(form, candidate));
}

/** The project tables of a department's form. */
export function projectsOf(forms: readonly MappedForm[], department: MappedForm): MappedForm[] {
  const alone = formsOf(forms, department.form_type).length === 1;
  return formsOf(forms, 'project_self_evaluation').filter(
    (project) => alone || sameSubject(department, project),
  );
}
