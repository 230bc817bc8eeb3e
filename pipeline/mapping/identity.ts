import type { Cell, ExtractedDocument } from '../../schemas/document.ts';
import type { Source } from '../../schemas/form.ts';
import type { RecognizedForm } from '../../schemas/recognized.ts';
import { joinLines, squeeze } from '../../schemas/text.ts';
import type { GridRow } from '../grid.ts';
import { isBlank } from '../values/blank.ts';
import { readDate } from '../values/date.ts';
import type { LabelIndex } from '../vocabulary/label-index.ts';
import { cellSource, round } from './context.ts';

/** What identifies a form, each with the place that says so. */
export interface IdentityValue {
  readonly text: string;
  readonly raw: string;
  readonly source: Source;
}
export type Identity = ReadonlyMap<string, IdentityValue>;

/** 411001-某县某乡人民政府, 51092323T000010263357-某项目: a code before the name. */
const codePrefix = /^[0-9A-Z]{3,30}[-—－\s]+/;
const sealNote = /[(（](?:盖章|公章|签章|签字|章|盖公章)[)）]/g;

/** Longer text is no name; the bound keeps hostile cells cheap. */
const longestName = 400;

/** A unit's or project's name as printed, without code and seal note. */
export function cleanName(raw: string): string {
  return joinLines(raw.slice(0, longestName))
    .replace(codePrefix, '')
    .replace(sealNote, '')
    .replace(/[:：]+$/, '')
    .trim();
}

/** What follows a value on its line with a label of its own: 沙洲乡人民政府    单位：万元. */
const nextPair = /[\s\u3000]{2,}(?:金额)?[\p{Script=Han}()（）]{2,8}[:：][\s\S]*$/u;

/**
 * The identification of a form: labels with their value beside them, below them, in the same cell,
 * or in the lines around the table (填报单位：…  填报日期：…).
 */
export function readIdentity(
  form: RecognizedForm,
  rows: readonly GridRow[],
  document: ExtractedDocument,
  labels: LabelIndex,
): Identity {
  const found = new Map<string, IdentityValue>();
  const put = (code: string, whole: string, source: Source) => {
    const raw = whole.replace(nextPair, '');
    if (!isBlank(raw) && !found.has(code)) found.set(code, { text: cleanName(raw), raw, source });
  };
  rows.forEach((row, i) => {
    readRowLabels(row, rows[i + 1], labels, put);
  });
  for (const index of form.paragraphs) {
    const paragraph = document.blocks[index];
    if (paragraph?.kind === 'paragraph' && paragraph.text.length < 200) {
      readLineLabels(paragraph.text, paragraph.page, labels, put);
    }
  }
  return found;
}

type Put = (code: string, raw: string, source: Source) => void;

function readRowLabels(
  row: GridRow,
  below: GridRow | undefined,
  labels: LabelIndex,
  put: Put,
): void {
  row.cells.forEach((cell, i) => {
    if (isBlank(cell.text) || cell.text.length > 80) return;
    const match = labels.find('identity', cell.text);
    if (match) {
      const value = valueBeside(row.cells[i + 1], cell, below, labels);
      if (value) put(match.code, value.text, cellSource(row.table, value, 'cell', match.score));
      return;
    }
    for (const { label, value } of splitPairs(cell.text)) {
      const inCell = labels.exact('identity', label);
      if (inCell) put(inCell.code, value, cellSource(row.table, cell, 'label_value'));
    }
  });
}

/** The value to the right of a label; below it, where labels stand in a row of their own. */
function valueBeside(
  right: Cell | undefined,
  label: Cell,
  below: GridRow | undefined,
  labels: LabelIndex,
): Cell | undefined {
  if (right && !labels.exact('identity', right.text) && !labels.exact('block', right.text))
    return right;
  const under = below?.at(label.column);
  if (!under || under === label || isBlank(under.text)) return undefined;
  return labels.exact('identity', under.text) || labels.exact('block', under.text)
    ? undefined
    : under;
}

/** The pairs of a line or cell that holds several: 项目名称：村道硬化    实施单位：大坪镇. */
function splitPairs(text: string): { whole: string; label: string; value: string }[] {
  if (!/[:：]/.test(text)) return [];
  const pairs = text.matchAll(
    /([\p{Script=Han}()（）、/]{2,16})\s*[:：]\s*([^:：]*?)(?=\s{2,}|[\t\n]|\s+[\p{Script=Han}()（）]{2,12}[:：]|$)/gu,
  );
  return [...pairs].map(([whole, label = '', value = '']) => ({
    whole: whole.trim(),
    label,
    value: value.trim(),
  }));
}

/** 填报人：王某    联系电话：…    填报日期：2025年4月20日 */
function readLineLabels(text: string, page: number | null, labels: LabelIndex, put: Put): void {
  for (const { whole, label, value } of splitPairs(text)) {
    const match = labels.exact('identity', label);
    if (!match || value === '') continue;
    put(match.code, value, {
      page,
      table_no: null,
      row_no: null,
      column_no: null,
      box: null,
      raw_text: whole,
      method: 'label_value',
      confidence: round(0.95),
    });
  }
}

/** 填报日期 as an ISO date, where it is one. */
export function readFilledOn(identity: Identity): string | null {
  const value = identity.get('filled_on');
  return value ? (readDate(squeeze(value.raw), null)?.date ?? null) : null;
}
