import type { MappedForm } from '../../schemas/form.ts';
import { insertRow } from '../insert-row.ts';
import type { LoadRecord } from '../load-record.ts';
import { valuesPerDocument } from '../tables.ts';
import { saveUnit } from '../units.ts';
import type { Warehouse } from '../warehouse.ts';
import { recordColumns, recordLists } from './record-columns.ts';
import { sourceInserter } from './sources.ts';

const formColumns = [
  'form_no',
  'doc_no',
  'form_id',
  'ordinal',
  'form_type',
  'title',
  'fiscal_year',
  'unit_name',
  'unit_name_raw',
  'project_name',
  'supervising_unit',
  'implementing_unit',
  'filled_on',
  'page_from',
  'page_to',
  'confidence',
  'is_current',
];

const labelColumns = [
  'form_no',
  'ordinal',
  'label',
  'context',
  'form_type',
  'suggestion',
  'suggestion_score',
];

/** The public id of a form. */
export function formIdOf(documentId: string, ordinal: number): string {
  return `${documentId.slice(0, 16)}-f${ordinal}`;
}

/** Inserts the forms of a document with their records. @returns how many records there were */
export function insertForms(warehouse: Warehouse, load: LoadRecord & { docNo: number }): number {
  const newValue = valueCounter(warehouse, load.docNo);
  const insertSources = sourceInserter(warehouse, load.cells);
  const insertForm = insertRow(warehouse, 'form', formColumns);
  let records = 0;
  for (const form of load.forms) {
    if (form.unit_name !== null) saveUnit(warehouse, form.unit_name);
    const form_id = formIdOf(load.document.document_id, form.ordinal);
    const formNo = newValue(form_id);
    insertForm({ ...form, form_no: formNo, doc_no: load.docNo, form_id, is_current: 1 });
    insertSources(formNo, form.sources);
    for (const [list, table] of recordLists) {
      if (form[list].length === 0) continue;
      const insert = insertRow(warehouse, table, ['value_no', 'form_no', ...recordColumns[table]]);
      for (const record of form[list]) {
        const valueNo = newValue(record.value_id);
        insert({ ...record, value_no: valueNo, form_no: formNo });
        insertSources(valueNo, record.sources);
        records += 1;
      }
    }
    insertLabels(warehouse, formNo, form);
  }
  return records;
}

function insertLabels(warehouse: Warehouse, formNo: number, form: MappedForm): void {
  const insert = insertRow(warehouse, 'unmapped_label', labelColumns);
  for (const [ordinal, label] of form.unmapped_labels.entries()) {
    insert({ ...label, form_no: formNo, ordinal });
  }
}

/** Gives every public id its number inside the document's range. */
function valueCounter(warehouse: Warehouse, docNo: number): (valueId: string) => number {
  const insert = insertRow(warehouse, 'value', ['value_no', 'value_id']);
  const first = docNo * valuesPerDocument;
  let count = 0;
  return (valueId) => {
    if (count === valuesPerDocument) {
      throw new RangeError(`Expected fewer than ${valuesPerDocument} values in a document`);
    }
    const valueNo = first + count;
    count += 1;
    insert({ value_no: valueNo, value_id: valueId });
    return valueNo;
  };
}
