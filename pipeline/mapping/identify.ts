import type { ExtractedDocument } from '../../schemas/document.ts';
import type { MappedForm, Source } from '../../schemas/form.ts';
import type { RecognizedForm } from '../../schemas/recognized.ts';
import { squeeze } from '../../schemas/text.ts';
import { nameForms } from '../../schemas/unit-name.ts';
import type { GridRow } from '../grid.ts';
import { readHeader } from '../recognition/headers.ts';
import { findFiscalYear } from '../recognition/titles.ts';
import { type FormContext, round } from './context.ts';
import { type Identity, type IdentityValue, readFilledOn, readIdentity } from './identity.ts';
import { readTitleNames, unitInProse, unitInTitle, unitLine } from './report-identity.ts';

export interface FormDraft {
  readonly form: RecognizedForm;
  readonly context: FormContext;
  readonly rows: readonly GridRow[];
}

/**
 * Year, unit and project of every form: what the form itself says first, then what the document's
 * other forms say (inherited, with less confidence), the file's name last.
 */
export function identify(
  drafts: readonly FormDraft[],
  input: { document: ExtractedDocument; fileName: string },
): void {
  for (const draft of drafts) ownIdentity(draft, input.document);
  inheritYear(drafts, input.fileName);
  const known = unitNames(drafts.map(({ context }) => context.form));
  for (const draft of drafts) {
    if (draft.form.type.endsWith('_report')) reportIdentity(draft, known);
    titleUnit(draft, input.document);
  }
  inheritUnit(
    drafts.map(({ context }) => context.form),
    input.fileName,
  );
}

function ownIdentity(draft: FormDraft, document: ExtractedDocument): void {
  const { form, context, rows } = draft;
  const mapped = context.form;
  const identity = readIdentity(form, rows, document, context.labels);
  if (form.title !== null)
    mapped.sources['title'] = textSource(form, form.title, 'title', form.confidence);
  ownYear(draft, identity);
  mapped.filled_on = readFilledOn(identity);
  take(mapped, 'supervising_unit', identity.get('supervising_unit'));
  take(mapped, 'implementing_unit', identity.get('implementing_unit'));
  take(
    mapped,
    'project_name',
    form.type.startsWith('overall') ? undefined : identity.get('project_name'),
  );
  const project = identity.has('project_name');
  const unit = project
    ? (identity.get('implementing_unit') ??
      identity.get('unit_name') ??
      identity.get('supervising_unit'))
    : (identity.get('unit_name') ?? identity.get('implementing_unit'));
  take(mapped, 'unit_name', unit);
  mapped.unit_name_raw = unit?.raw ?? null;
}

function take(
  form: MappedForm,
  column: 'unit_name' | 'project_name' | 'supervising_unit' | 'implementing_unit',
  value: IdentityValue | undefined,
): void {
  if (!value || value.text === '') return;
  form[column] = value.text;
  form.sources[column] = value.source;
}

function textSource(
  form: RecognizedForm,
  text: string,
  method: Source['method'],
  confidence: number,
): Source {
  const at = form.titleAt;
  return {
    page: null,
    table_no: method === 'title' ? (at?.tableNo ?? null) : null,
    row_no: method === 'title' && at?.row != null ? at.row + 1 : null,
    column_no: method === 'title' && at?.row != null ? 1 : null,
    box: null,
    raw_text: text,
    method,
    confidence: round(confidence),
  };
}

/** The year of the title, the line below it, the 年度 field, or the latest year in a header row. */
function ownYear({ form, context, rows }: FormDraft, identity: Identity): void {
  const mapped = context.form;
  const said = (text: string | null, method: Source['method'], confidence: number): boolean => {
    const year = text === null ? undefined : findFiscalYear(text);
    if (year === undefined || text === null) return false;
    mapped.fiscal_year = year;
    mapped.sources['fiscal_year'] = textSource(form, text, method, confidence);
    return true;
  };
  if (said(form.title, 'title', 1) || said(form.yearText, 'title', 1)) return;
  const field = identity.get('fiscal_year');
  const stated = field
    ? (findFiscalYear(field.raw) ?? Number(/^20\d{2}$/.exec(squeeze(field.raw))?.[0]))
    : undefined;
  if (field && stated) {
    mapped.fiscal_year = stated;
    mapped.sources['fiscal_year'] = field.source;
    return;
  }
  for (const row of rows.slice(0, 4)) {
    const line = row.cells.filter((cell) => cell.text.trim() !== '');
    if (line.length === 1 && /^\(?20\d{2}年?度?\)?$/.test(squeeze(line[0]?.text ?? ''))) {
      if (said(`${squeeze(line[0]?.text ?? '')}年`, 'title', 1)) return;
    }
  }
  const years = rows.flatMap(
    (row) => readHeader(row, context.labels)?.columns.flatMap((c) => c.year ?? []) ?? [],
  );
  if (years.length > 0) {
    mapped.fiscal_year = Math.max(...years);
    mapped.sources['fiscal_year'] = textSource(form, `${mapped.fiscal_year}年`, 'header', 0.9);
  }
}

/** The year most of the document's forms are of; else one in the prose; else one in the file's name. */
function inheritYear(drafts: readonly FormDraft[], fileName: string): void {
  const votes = new Map<number, number>();
  for (const { context } of drafts) {
    const year = context.form.fiscal_year;
    if (year !== null) votes.set(year, (votes.get(year) ?? 0) + 1);
  }
  const [majority] = [...votes].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  for (const { form, context } of drafts) {
    if (context.form.fiscal_year !== null || form.type === 'unknown_form') continue;
    const prose = context.form.sections
      .map((s) => s.text ?? '')
      .join('\n')
      .slice(0, 4000);
    const year =
      majority?.[0] ?? findFiscalYear(prose) ?? findFiscalYear(fileName) ?? yearInName(fileName);
    if (year === undefined) continue;
    context.form.fiscal_year = year;
    const text = majority ? `${year}年度` : `${year}`;
    context.form.sources['fiscal_year'] = textSource(form, text, 'inherited', majority ? 0.9 : 0.7);
  }
}

function yearInName(fileName: string): number | undefined {
  const years = [...fileName.matchAll(/(?<!\d)(20[12]\d)(?!\d)/g)].map((m) => Number(m[1]));
  return years.length === 1 ? years[0] : undefined;
}

/** Names of units printed in the forms' own fields, longest first. */
function unitNames(forms: readonly MappedForm[]): string[] {
  const names = forms.flatMap((form) => [
    form.unit_name,
    form.supervising_unit,
    form.implementing_unit,
  ]);
  return [...new Set(names.filter((name): name is string => name !== null))].sort(
    (a, b) => b.length - a.length,
  );
}

function reportIdentity({ form, context }: FormDraft, known: readonly string[]): void {
  const mapped = context.form;
  const titled =
    form.title === null
      ? { unit: null, project: null }
      : readTitleNames(form.type, form.title, known);
  const prose = titled.unit === null ? unitInProse(mapped.sections) : null;
  const unit = titled.unit ?? prose;
  if (unit !== null && mapped.unit_name === null) {
    mapped.unit_name = unit;
    mapped.unit_name_raw = unit;
    mapped.sources['unit_name'] = textSource(
      form,
      unit,
      titled.unit ? 'title' : 'sentence',
      titled.unit ? 0.95 : 0.85,
    );
  }
  if (titled.project !== null && mapped.project_name === null) {
    mapped.project_name = titled.project;
    mapped.sources['project_name'] = textSource(form, form.title ?? titled.project, 'title', 0.9);
  }
}

/** The unit in a title or on the line above it, where the form itself names none. */
function titleUnit({ form, context }: FormDraft, document: ExtractedDocument): void {
  const mapped = context.form;
  const block = form.titleAt?.block ?? null;
  const ranked = mapped.sources['unit_name']?.method;
  if (form.title === null || (mapped.unit_name !== null && ranked !== 'sentence')) return;
  const above = block === null ? undefined : document.blocks[block - 1];
  const unit =
    unitInTitle(form.title) ?? (above?.kind === 'paragraph' ? unitLine(above.text) : null);
  if (unit === null) return;
  mapped.unit_name = unit;
  mapped.unit_name_raw = unit;
  mapped.sources['unit_name'] = textSource(form, unit, 'title', 0.9);
}

/** A form that names no unit is of the unit that the document's tables name, most of them. */
function inheritUnit(forms: readonly MappedForm[], fileName: string): void {
  const names = forms.flatMap((form) => form.unit_name ?? []);
  const printed = forms
    .filter((form) => form.sources['unit_name']?.method === 'cell')
    .flatMap((form) => [form.unit_name, form.supervising_unit, form.implementing_unit])
    .filter((name) => name !== null);
  const only = onlyUnit(printed) ?? onlyUnit(names) ?? prevailingUnit(printed, fileName);
  const inName =
    names.length === 0
      ? /([\p{Script=Han}]{2,}(?:人民政府|局|委员会|中心|学校|医院|中学))/u.exec(fileName)?.[1]
      : undefined;
  const inherited = only ?? inName?.replace(/^.*?年(?:度)?/, '');
  for (const form of forms) {
    if (form.unit_name !== null || inherited === undefined || form.form_type === 'unknown_form')
      continue;
    form.unit_name = inherited;
    form.sources['unit_name'] = {
      page: null,
      table_no: null,
      row_no: null,
      column_no: null,
      box: null,
      raw_text: inherited,
      method: 'inherited',
      confidence: only ? 0.85 : 0.6,
    };
  }
}

/** The fullest name, where all are names of one unit. */
function onlyUnit(names: readonly string[]): string | undefined {
  const cores = new Set(names.map((name) => nameForms(name).at(-1)));
  return cores.size === 1 ? [...names].sort((a, b) => b.length - a.length)[0] : undefined;
}

/** The unit named most often; of two as often, the one in the file's name. */
function prevailingUnit(names: readonly string[], fileName: string): string | undefined {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const filed = (name: string) => (fileName.includes(nameForms(name).at(-1) ?? name) ? 1 : 0);
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1] || filed(b[0]) - filed(a[0]));
  const clear = first && (!second || first[1] > second[1] || filed(first[0]) > filed(second[0]));
  return clear ? first[0] : undefined;
}

/** A short name becomes the full one that the same document prints: 某镇人民政府 → 某市某县某镇人民政府. */
export function resolveUnits(forms: readonly MappedForm[]): void {
  const full = unitNames(forms);
  for (const form of forms) {
    const name = form.unit_name;
    const longer =
      name === null ? [] : full.filter((f) => f !== name && nameForms(f).includes(squeeze(name)));
    const only = onlyUnit(longer);
    if (only !== undefined) form.unit_name = only;
  }
}
