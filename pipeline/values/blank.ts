import { squeeze } from '../../schemas/text.ts';

/**
 * Marks that stand for "nothing here": blank, dashes, slashes, asterisks printed in a template, and
 * what spreadsheets show for errors and for columns too narrow. 无 is not among them: in a reason column it says something.
 */
const blankMarks =
  /^(?:[-‐-―−─━ー/∕⁄╱\\*·_~]+|…+|\.{3,}|N\/?A|#(?:DIV\/0|REF|VALUE|NAME|NULL|NUM)[!?]|#N\/A|(?:Err|错误):\d{3}|#{2,})?$/i;

/** Whether a cell says nothing. */
export function isBlank(text: string): boolean {
  return blankMarks.test(squeeze(text));
}
