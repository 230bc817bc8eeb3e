import { insertRow } from './insert-row.ts';
import { type Comparable, pairIndicators } from './matches/pair-indicators.ts';
import { familyNames, refreshUnitFamilies } from './units.ts';
import type { Warehouse } from './warehouse.ts';

interface CurrentForm {
  readonly form_no: number;
  readonly fiscal_year: number;
  readonly form_type: string;
  readonly project_name: string | null;
}

const readCurrent = `
  SELECT form_no, fiscal_year, form_type, project_name FROM form
  WHERE unit_name = ? AND is_current = 1 AND fiscal_year IS NOT NULL`;

const readIndicators = `
  SELECT i.value_no, i.ordinal, i.level1_code, i.level2_code, i.level3, i.target_operator,
    i.target_value, i.target_unit
  FROM indicator i WHERE i.form_no = ? ORDER BY i.value_no`;

const forget = `
  DELETE FROM indicator_match WHERE value_no IN (
    SELECT i.value_no FROM indicator i JOIN form f ON f.form_no = i.form_no WHERE f.unit_name = ?)`;

/**
 * Matches every indicator of these units to last year's, from all forms they have now. Done anew for
 * a unit at a time, so that neither the order of loading nor of calls can be seen in the result.
 */
export function refreshIndicatorMatches(warehouse: Warehouse, unitNames: readonly string[]): void {
  refreshUnitFamilies(warehouse);
  const families = new Set(unitNames.map((name) => familyNames(warehouse, name).join('\n')));
  for (const family of families) {
    warehouse.transact(() => {
      refreshFamily(warehouse, family.split('\n'));
    });
  }
}

function refreshFamily(warehouse: Warehouse, names: readonly string[]): void {
  const insert = insertRow(warehouse, 'indicator_match', [
    'value_no',
    'prior_value_no',
    'match_score',
  ]);
  for (const name of names) warehouse.prepare(forget).run(name);
  const forms = names.flatMap((name) => warehouse.prepare(readCurrent).all(name)) as CurrentForm[];
  const byKey = new Map(forms.map((form) => [formKey(form, form.fiscal_year), form]));
  for (const form of forms) {
    const prior = byKey.get(formKey(form, form.fiscal_year - 1));
    if (prior === undefined) continue;
    const pairs = pairIndicators(indicatorsOf(warehouse, form), indicatorsOf(warehouse, prior));
    for (const { now, before, score } of pairs) {
      insert({ value_no: now.value_no, prior_value_no: before.value_no, match_score: score });
    }
  }
}

function formKey(form: CurrentForm, year: number): string {
  return JSON.stringify([form.form_type, form.project_name, year]);
}

function indicatorsOf(warehouse: Warehouse, form: CurrentForm) {
  return warehouse.prepare(readIndicators).all(form.form_no) as (Comparable & {
    value_no: number;
  })[];
}
