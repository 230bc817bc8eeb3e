import type { Anomaly } from '../schemas/anomaly.ts';
import { replaceUnitAnomalies, type UnitAnomaly } from '../warehouse/anomalies.ts';
import { findIndicatorMatches, replaceIndicatorMatches } from '../warehouse/indicator-matches.ts';
import { readUnitForms, type UnitForm } from '../warehouse/unit-forms.ts';
import { findDirtyUnits, settleUnit } from '../warehouse/units.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import type { UnitRule } from './rules/unit-rule.ts';
import { unitRules } from './rules/unit-rules.ts';

/**
 * What can only be said of several documents together: which indicator is last year's, and the
 * rules across years. Done anew for every unit whose forms changed, so that findings appear and are
 * withdrawn with the documents they rest on, in whatever order and by how many processes at once
 * these were loaded.
 *
 * @returns the number of findings the units have now
 */
export function checkAcrossDocuments(warehouse: Warehouse): number {
  let findings = 0;
  for (const unit of findDirtyUnits(warehouse)) {
    const look = () => ({
      matches: findIndicatorMatches(warehouse, unit),
      anomalies: checkUnit(readUnitForms(warehouse, unit)),
    });
    const { anomalies } = settleUnit(warehouse, unit, look, (seen) => {
      replaceIndicatorMatches(warehouse, unit, seen.matches);
      replaceUnitAnomalies(warehouse, unit, seen.anomalies);
    });
    findings += anomalies.length;
  }
  return findings;
}

function checkUnit(forms: readonly UnitForm[]): UnitAnomaly[] {
  const found = new Map<string, UnitAnomaly>();
  const ordinals = new Map(forms.map((form) => [form.form_id, form.ordinal]));
  const plain = forms.map((form) => ({ ...form, is_current: form.is_current === 1 }));
  for (const rule of unitRules) {
    for (const finding of findingsOf(rule, plain, ordinals)) {
      const key = [finding.rule_code, finding.form_id, finding.field].join('|');
      if (!found.has(key)) found.set(key, finding);
    }
  }
  return [...found.values()];
}

function* findingsOf(
  rule: UnitRule,
  forms: Parameters<UnitRule['check']>[0],
  ordinals: ReadonlyMap<string, number>,
): Iterable<UnitAnomaly> {
  for (const finding of rule.check(forms)) {
    const { form_id, document_id } = finding.form;
    const anomaly: Anomaly = {
      rule_code: rule.code,
      severity: finding.severity ?? rule.severity,
      form_ordinal: ordinals.get(form_id) ?? null,
      field: finding.field,
      expected: finding.expected ?? null,
      actual: finding.actual ?? null,
      difference: finding.difference ?? null,
      message: finding.message,
      evidence: [...new Set(finding.evidence)],
    };
    yield { ...anomaly, document_id, form_id };
  }
}
