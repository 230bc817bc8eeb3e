import { insertRow } from './insert-row.ts';
import { type Comparable, pairIndicators } from './matches/pair-indicators.ts';
import { familyNames } from './units.ts';
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

/** An indicator and last year's, by their short names. */
export interface IndicatorMatch {
  readonly value_no: number;
  readonly prior_value_no: number;
  readonly match_score: number;
}

/**
 * Matches every indicator of a unit to last year's, from all forms it has now under all its names, so
 * that the order of loading can't be seen in the result.
 */
export function findIndicatorMatches(warehouse: Warehouse, unitName: string): IndicatorMatch[] {
  const forms = familyNames(warehouse, unitName).flatMap((name) =>
    warehouse.prepare(readCurrent).all(name),
  ) as CurrentForm[];
  const byKey = new Map(forms.map((form) => [formKey(form, form.fiscal_year), form]));
  return forms.flatMap((form) => {
    const prior = byKey.get(formKey(form, form.fiscal_year - 1));
    if (prior === undefined) return [];
    const pairs = pairIndicators(indicatorsOf(warehouse, form), indicatorsOf(warehouse, prior));
    return pairs.map(({ now, before, score }) => ({
      value_no: now.value_no,
      prior_value_no: before.value_no,
      match_score: score,
    }));
  });
}

/** Replaces the matches of a unit, under whatever name it goes. */
export function replaceIndicatorMatches(
  warehouse: Warehouse,
  unitName: string,
  matches: readonly IndicatorMatch[],
): void {
  const columns = ['value_no', 'prior_value_no', 'match_score'];
  warehouse.transact(() => {
    for (const name of familyNames(warehouse, unitName)) warehouse.prepare(forget).run(name);
    const insert = insertRow(warehouse, 'indicator_match', columns);
    for (const match of matches) insert({ ...match });
  });
}

function formKey(form: CurrentForm, year: number): string {
  return JSON.stringify([form.form_type, form.project_name, year]);
}

function indicatorsOf(warehouse: Warehouse, form: CurrentForm) {
  return warehouse.prepare(readIndicators).all(form.form_no) as (Comparable & {
    value_no: number;
  })[];
}
