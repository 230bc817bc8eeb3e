import type { Warehouse } from './warehouse.ts';

/** Forms with the same key are revisions of one form. */
export interface FormKey {
  readonly unit_name: string;
  readonly fiscal_year: number;
  readonly form_type: string;
  readonly project_name: string | null;
}

const findKeys = `
  SELECT DISTINCT unit_name, fiscal_year, form_type, project_name FROM form
  WHERE doc_no = ? AND unit_name IS NOT NULL AND fiscal_year IS NOT NULL`;

const ofKey = 'f.unit_name = ? AND f.fiscal_year = ? AND f.form_type = ? AND f.project_name IS ?';

const findRevisions = `
  SELECT f.form_no, f.is_current FROM form f JOIN document d ON d.doc_no = f.doc_no
  WHERE ${ofKey}
  ORDER BY coalesce(f.filled_on, '') DESC, coalesce(d.modified_at, '') DESC,
    d.document_id DESC, f.ordinal DESC`;

/** The keys of a document's forms. A form without unit or year has none: it is always current. */
export function findFormKeys(warehouse: Warehouse, docNo: number): FormKey[] {
  return warehouse.prepare(findKeys).all(docNo) as FormKey[];
}

/**
 * Of the forms of a key the last one filled in is current, whatever order they were loaded in; then
 * the last one changed; then, so that there is an order at all, the greatest id.
 */
export function markCurrentForms(warehouse: Warehouse, keys: readonly FormKey[]): void {
  const revisions = warehouse.prepare(findRevisions);
  const update = warehouse.prepare('UPDATE form SET is_current = ? WHERE form_no = ?');
  for (const { unit_name, fiscal_year, form_type, project_name } of keys) {
    const found = revisions.all(unit_name, fiscal_year, form_type, project_name) as {
      form_no: number;
      is_current: number;
    }[];
    for (const [place, form] of found.entries()) {
      const isCurrent = place === 0 ? 1 : 0;
      if (form.is_current !== isCurrent) update.run(isCurrent, form.form_no);
    }
  }
}
