import type { FormType } from '../../schemas/codes.ts';
import type { MappedForm, UnclaimedCell } from '../../schemas/form.ts';
import { squeeze } from '../../schemas/text.ts';
import type { Finding, Rule } from './rule.ts';

/** Cells that a finding names; the rest is counted. */
const named = 5;

/** A mobile number is no figure, and nobody's to print in a message. */
const mobile = /^1\d{10}$/u;

function spellCells(cells: readonly UnclaimedCell[]): string {
  const tables = new Set(cells.map((cell) => cell.table_no));
  const said = cells.slice(0, named).map((cell) => {
    const table = tables.size > 1 ? `第${cell.table_no}个表格` : '';
    return `${table}第${cell.row_no}行第${cell.column_no}列“${squeeze(cell.text)}”`;
  });
  return said.join('、') + (cells.length > named ? '等' : '');
}

/** Prose, and tables of no known kind, need not hold figures in columns. */
function isFigureTable(type: FormType): boolean {
  return type !== 'unknown_form' && !type.endsWith('_report');
}

function hasNothing(form: MappedForm): boolean {
  const records = [form.amounts, form.indicators, form.base_data, form.goals];
  return records.every((list) => list.length === 0);
}

/** A form's title above what is no table here: text set with spaces, a picture. */
function titleAlone(form: MappedForm): Finding | undefined {
  if (form.form_type !== 'unknown_form' || form.title === null) return undefined;
  return {
    form,
    field: 'form',
    message: `标题“${squeeze(form.title)}”之后没有可以识别的表格，其中的数字没有读出。`,
    evidence: [form.form_id],
  };
}

function findingOf(form: MappedForm): Finding | undefined {
  if (!isFigureTable(form.form_type)) return undefined;
  const cells = form.unclaimed.filter((cell) => !mobile.test(squeeze(cell.text)));
  const nothing = hasNothing(form);
  if (cells.length === 0 && !nothing) return undefined;
  const table = nothing
    ? `《${squeeze(form.title ?? '') || '本表'}》没有读出任何资金、指标、基础数据或目标，请核对表格样式`
    : '';
  const figures =
    cells.length === 0
      ? ''
      : `有${cells.length}个数字没有对应到任何栏目，只保留在单元格原文中：${spellCells(cells)}`;
  return {
    form,
    field: nothing ? 'form' : 'unclaimed',
    expected: '0个',
    actual: `${cells.length}个`,
    message: nothing ? `${[table, figures].filter(Boolean).join('；')}。` : `本表${figures}。`,
    evidence: [form.form_id],
  };
}

export const rowUnmapped: Rule = {
  code: 'row_unmapped',
  severity: 'warning',
  title: '表内数字未对应栏目',
  basis: '表内每个数字都应对应一个栏目；对应不上的保留在单元格原文中，由人核对',
  formula:
    '识别出类型的表中有数字单元格没有对应到任何栏目，整张表没有读出任何内容，或标题之后没有可以识别的表格',
  tolerance: '无',
  *check({ forms }) {
    for (const form of forms) {
      const finding = titleAlone(form) ?? findingOf(form);
      if (finding !== undefined) yield finding;
    }
  },
};
