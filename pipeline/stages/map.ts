import type { ExtractedDocument, Table } from '../../schemas/document.ts';
import type { MappedForm } from '../../schemas/form.ts';
import type { Notice, Outcome } from '../../schemas/notice.ts';
import type { RecognizedForm } from '../../schemas/recognized.ts';
import type { GridRow } from '../grid.ts';
import type { FormContext } from '../mapping/context.ts';
import { readFacts } from '../mapping/facts.ts';
import { identify, resolveUnits } from '../mapping/identify.ts';
import { readSections } from '../mapping/sections.ts';
import { formRows, readTableBody } from '../mapping/table-body.ts';
import { findMoneyUnit, namesForeignUnit } from '../values/amount.ts';
import type { LabelIndex } from '../vocabulary/label-index.ts';

export interface MapInput {
  readonly document: ExtractedDocument;
  readonly forms: readonly RecognizedForm[];
  readonly documentId: string;
  readonly fileName: string;
}

/** form_id: the document, and which form of it. */
export function formId(documentId: string, ordinal: number): string {
  return `${documentId.slice(0, 16)}-f${ordinal}`;
}

/**
 * Map: recognised forms → canonical records. An unknown label is kept and listed, a value that does
 * not parse keeps its text and is noticed; nothing here throws for what a document says.
 */
export function mapForms(input: MapInput, labels: LabelIndex): Outcome<MappedForm[]> {
  const notices: Notice[] = [];
  const tables = new Map<number, Table>();
  for (const block of input.document.blocks)
    if (block.kind === 'table') tables.set(block.tableNo, block);
  const drafts = input.forms.map((form) => {
    const context = newContext(form, input, labels, notices);
    const rows = formRows(form.parts, tables);
    takeUnit(form, rows, input.document, context);
    readSections(form, input.document, context);
    return { form, context, rows };
  });
  identify(drafts, input);
  for (const { form, context, rows } of drafts) {
    if (form.type !== 'unknown_form' && !form.type.endsWith('_report')) {
      readTableBody(rows, titleRowOf(form, rows), context);
    }
  }
  resolveUnits(drafts.map(({ context }) => context.form));
  for (const { form, context } of drafts) if (form.type.endsWith('_report')) readFacts(context);
  return { value: drafts.map(({ context }) => context.form), notices };
}

function newContext(
  form: RecognizedForm,
  input: MapInput,
  labels: LabelIndex,
  notices: Notice[],
): FormContext {
  const pages = pagesOf(form, input.document);
  const id = formId(input.documentId, form.ordinal);
  const mapped: MappedForm = {
    form_id: id,
    ordinal: form.ordinal,
    form_type: form.type,
    title: form.title,
    fiscal_year: null,
    unit_name: null,
    unit_name_raw: null,
    project_name: null,
    supervising_unit: null,
    implementing_unit: null,
    filled_on: null,
    page_from: pages.length > 0 ? Math.min(...pages) : null,
    page_to: pages.length > 0 ? Math.max(...pages) : null,
    confidence: form.confidence,
    sources: {},
    tables: [...new Set(form.parts.map((part) => part.tableNo))],
    amounts: [],
    executions: [],
    indicators: [],
    groups: [],
    base_data: [],
    base_items: [],
    goals: [],
    key_tasks: [],
    form_totals: [],
    sections: [],
    narrative_facts: [],
    unmapped_labels: [],
    unclaimed: [],
    unit_stated: false,
  };
  return {
    form: mapped,
    formId: id,
    labels,
    notices,
    moneyUnit: '万元',
    otherPeriods: [],
    known: new Set(),
    ids: new Set(),
  };
}

function pagesOf(form: RecognizedForm, document: ExtractedDocument): number[] {
  const numbers = new Set(form.parts.map((part) => part.tableNo));
  const own = new Set(form.paragraphs);
  return document.blocks.flatMap((block, i) => {
    const mine = block.kind === 'table' ? numbers.has(block.tableNo) : own.has(i);
    return mine && block.page !== null ? [block.page] : [];
  });
}

/** A money unit said for a whole form: 单位：元, 金额单位为元, 以万元为单位. */
const unitNote = /(?:单位(?:[:：]|均?为|是)|以)(?:人民币)?([百十千万亿]*元)(?:为单位)?/;

/**
 * The money unit that a form's notes, above or below its tables, or its first rows say; 万元, which
 * the national forms print, where none is said; null for a currency that is not ours.
 */
function takeUnit(
  form: RecognizedForm,
  rows: readonly GridRow[],
  document: ExtractedDocument,
  context: FormContext,
): void {
  const lines = form.paragraphs
    .map((i) => document.blocks[i])
    .flatMap((b) => (b?.kind === 'paragraph' ? [b.text] : []));
  const cells = rows.flatMap((row) => row.cells.map((cell) => cell.text));
  for (const text of [...lines, ...cells]) {
    if (text.length > 80 || !/[位元]/.test(text) || !/单\s*位|以.{1,3}元为/.test(text)) continue;
    const unit = unitNote.exec(text.replace(/\s+/g, ''))?.[1];
    const known = unit === undefined ? undefined : findMoneyUnit(`(${unit})`);
    if (known === undefined && unit === undefined && !namesForeignUnit(text)) continue;
    context.moneyUnit = known ?? null;
    context.form.unit_stated = true;
    return;
  }
}

function titleRowOf(form: RecognizedForm, rows: readonly GridRow[]): GridRow | undefined {
  const at = form.titleAt;
  return at?.row === null || at === null
    ? undefined
    : rows.find((r) => r.table.tableNo === at.tableNo && r.row === at.row);
}
