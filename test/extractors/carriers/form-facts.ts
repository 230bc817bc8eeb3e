import type { MappedForm } from '../../../schemas/form.ts';

/** What is understood of forms, a line a fact; where it came from and how it was written aside. */
export function factsOf(forms: readonly MappedForm[]): string[] {
  return forms.flatMap((form) => [
    words(form.form_type, form.fiscal_year, form.unit_name, form.filled_on),
    ...form.amounts.map(({ line_code, measure, amount_fen }) =>
      words(line_code, measure, amount_fen),
    ),
    ...form.executions.map(({ line_code, weight, execution_rate, score }) =>
      words('execution', line_code, weight, execution_rate, score),
    ),
    ...form.indicators.map((row) =>
      words(
        row.level1_code,
        row.level2_code,
        row.level3,
        row.target_operator,
        row.target_value,
        row.target_value_max,
        row.target_unit,
        row.target_date,
        row.actual_operator,
        row.actual_value,
        row.actual_value_max,
        row.actual_unit,
        row.actual_date,
        row.weight,
        row.score,
        row.deviation_reason,
        row.remark,
      ),
    ),
    ...form.goals.map((goal) => words('goal', goal.expected_text, goal.actual_text)),
    ...form.form_totals.map(({ weight, score }) => words('totals', weight, score)),
  ]);
}

/** Line breaks within a value differ with the width of its cell, full and half width with taste. */
export function fold(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}

function words(...values: readonly (string | number | null)[]): string {
  return values
    .filter((value) => value !== null && value !== '')
    .map((value) => fold(String(value)))
    .join(' ');
}
