import { displayNumber, isSignRestored, type NumberDisplay } from './display-number.ts';
import type { Sheet } from './workbook.ts';

/** A number of a sheet as its format shows it; a sign that only a colour tells is counted. */
export function sheetNumber(
  sheet: Sheet,
  display: NumberDisplay,
  format: string,
  value: number,
): string {
  const text = displayNumber(display, format, value);
  if (isSignRestored(display, format, value) && text.startsWith('-')) sheet.unsignedNegatives++;
  return text;
}
