import { createHash } from 'node:crypto';
import type { Anomaly } from '../schemas/anomaly.ts';
import { insertRow } from './insert-row.ts';
import { formIdOf } from './load/forms.ts';
import { familyNames } from './units.ts';
import type { Warehouse } from './warehouse.ts';

/** A finding of a rule that looks at several documents, filed under one of them. */
export type UnitAnomaly = Anomaly & {
  readonly document_id: string;
  readonly form_id: string | null;
};

type PlacedAnomaly = Anomaly & {
  readonly document_id: string;
  readonly unit_name: string | null;
  readonly fiscal_year: number | null;
};

/** What a person decided about a finding. */
export interface AnomalyReview {
  readonly status: string;
  readonly reviewed_by: string;
  /** ISO time. */
  readonly reviewed_at: string;
  readonly note: string | null;
}

const columns = [
  'anomaly_id',
  'scope_unit',
  'doc_no',
  'form_no',
  'rule_code',
  'severity',
  'unit_name',
  'fiscal_year',
  'field',
  'expected',
  'actual',
  'difference',
  'message',
  'evidence',
];

/**
 * Stores findings inside the caller's transaction.
 *
 * @param scopeUnit the unit whose documents were looked at together; null for one document alone
 */
export function insertAnomalies(
  warehouse: Warehouse,
  anomalies: readonly PlacedAnomaly[],
  scopeUnit: string | null,
): void {
  const insert = insertRow(warehouse, 'anomaly', columns);
  const findDocument = warehouse.prepare('SELECT doc_no FROM document WHERE document_id = ?');
  const findForm = warehouse.prepare('SELECT form_no FROM form WHERE form_id = ?');
  const nextId = idCounter(scopeUnit);
  for (const anomaly of anomalies) {
    const { document_id, form_ordinal } = anomaly;
    const formId = form_ordinal === null ? null : formIdOf(document_id, form_ordinal);
    insert({
      ...anomaly,
      anomaly_id: nextId(anomaly),
      scope_unit: scopeUnit,
      doc_no: findDocument.pluck().get(document_id),
      form_no: formId === null ? null : findForm.pluck().get(formId),
      evidence: JSON.stringify(anomaly.evidence),
    });
  }
}

/** Ids that a re-load gives again: from what a finding is about, not from its figures. */
function idCounter(scopeUnit: string | null): (anomaly: PlacedAnomaly) => string {
  const seen = new Map<string, number>();
  const scope = scopeUnit === null ? 'document' : 'unit';
  return ({ document_id, rule_code, form_ordinal, field }) => {
    const about = JSON.stringify([scope, document_id, rule_code, form_ordinal, field]);
    const equals = seen.get(about) ?? 0;
    seen.set(about, equals + 1);
    return createHash('sha256').update(`${about}${equals}`).digest('hex').slice(0, 20);
  };
}

const forgetUnit = 'DELETE FROM anomaly WHERE scope_unit = ?';
/** Findings filed while a form counted to a unit that has since been told apart from its own. */
const forgetForms = `
  DELETE FROM anomaly WHERE scope_unit IS NOT NULL
    AND form_no IN (SELECT form_no FROM form WHERE unit_name = ?)`;

/** Replaces the findings that rest on several documents of a unit, under whatever name it goes. */
export function replaceUnitAnomalies(
  warehouse: Warehouse,
  unitName: string,
  anomalies: readonly UnitAnomaly[],
): void {
  const findForm = warehouse.prepare(
    'SELECT unit_name, fiscal_year, ordinal FROM form WHERE form_id = ?',
  );
  const placed = anomalies.map((anomaly) => {
    const form = anomaly.form_id === null ? undefined : findForm.get(anomaly.form_id);
    const { unit_name, fiscal_year, ordinal } = (form ?? {
      unit_name: unitName,
      fiscal_year: null,
      ordinal: null,
    }) as { unit_name: string | null; fiscal_year: number | null; ordinal: number | null };
    return { ...anomaly, form_ordinal: ordinal, unit_name, fiscal_year };
  });
  warehouse.transact(() => {
    for (const name of familyNames(warehouse, unitName)) {
      warehouse.prepare(forgetUnit).run(name);
      warehouse.prepare(forgetForms).run(name);
    }
    insertAnomalies(warehouse, placed, unitName);
  });
}

/** Files a person's decision. It is kept by id, so it outlives a re-load of the document. */
export function reviewAnomaly(
  warehouse: Warehouse,
  anomalyId: string,
  review: AnomalyReview,
): void {
  const { status, reviewed_by, reviewed_at, note } = review;
  const file = warehouse.prepare(
    `INSERT OR REPLACE INTO anomaly_review (anomaly_id, status, reviewed_by, reviewed_at, note)
     VALUES (?, ?, ?, ?, ?)`,
  );
  warehouse.transact(() => void file.run(anomalyId, status, reviewed_by, reviewed_at, note));
}
