import type { Notice } from '../../schemas/notice.ts';
import { cellName, type Sheet, type Span } from './workbook.ts';

/** What a reader of a sheet should know: what of it is hidden, and figures it does not hold. */
export function sheetNotices(sheet: Sheet): Notice[] {
  const notices: Notice[] = [];
  const say = (code: string, message: string): void => {
    notices.push({ code, message, at: sheet.name });
  };
  if (sheet.hidden && sheet.cells.length > 0) {
    say('hidden-sheet', `工作表“${sheet.name}”是隐藏的，内容作为剩余文本保留，不作为数据`);
  } else if (!sheet.hidden) {
    const rows = countUsed(sheet.hiddenRows, sheet, 'row');
    const columns = countUsed(sheet.hiddenColumns, sheet, 'column');
    if (rows > 0)
      say('hidden-rows', `工作表“${sheet.name}”有 ${rows} 个有内容的隐藏行，不作为数据`);
    if (columns > 0) {
      say('hidden-columns', `工作表“${sheet.name}”有 ${columns} 个有内容的隐藏列，不作为数据`);
    }
  }
  if (sheet.uncalculated > 0) {
    const message = `工作表“${sheet.name}”有 ${sheet.uncalculated} 个公式没有保存计算结果，按空白处理`;
    say('formula-without-value', message);
  }
  if (sheet.unsignedNegatives > 0) {
    const message = `工作表“${sheet.name}”有 ${sheet.unsignedNegatives} 个负数只用颜色表示负号，已补上负号`;
    say('sign-by-colour', message);
  }
  const failed = sheet.hidden ? [] : sheet.cells.filter(({ text }) => formulaError.test(text));
  if (failed.length > 0) {
    const places = failed.slice(0, 5).map(({ row, column }) => cellName(row, column));
    const more = failed.length > places.length ? '等' : '';
    const where = `${places.join('、')}${more}`;
    say('formula-error', `工作表“${sheet.name}”有 ${failed.length} 个公式出错（${where}）`);
  }
  return notices;
}

/** What Excel and LibreOffice show for a formula that fails. */
const formulaError = /^(?:#(?:DIV\/0|REF|VALUE|NAME|NULL|NUM)[!?]|#N\/A|(?:Err|错误)[:：]\d{3})$/;

function countUsed(hidden: readonly Span[], sheet: Sheet, axis: 'row' | 'column'): number {
  if (hidden.length === 0) return 0;
  const used = [...new Set(sheet.cells.map((cell) => cell[axis]))].sort((a, b) => a - b);
  const spans = [...hidden].sort((a, b) => a.from - b.from);
  let at = 0;
  return used.filter((index) => {
    while (at < spans.length && (spans[at]?.to ?? 0) < index) at++;
    return (spans[at]?.from ?? Number.POSITIVE_INFINITY) <= index;
  }).length;
}
