import type { Attributes } from '../../xml/xml-stream.ts';
import { createNumberDisplay, displayNumber } from '../display-number.ts';

const display = createNumberDisplay();

/**
 * A cell's value as text, for writers that leave out what the cell shows (OpenDocument 1.3 part 3,
 * 19.385): usually its paragraphs say that.
 */
export function cellValue(attributes: Attributes): string {
  const type = attributes.get('office:value-type');
  const value = attributes.get('office:value') ?? '';
  switch (type) {
    case 'float':
    case 'currency':
      return shown(value, 'General');
    case 'percentage':
      return shown(value, '0.00%');
    case 'date':
      return attributes.get('office:date-value') ?? '';
    case 'time':
      return attributes.get('office:time-value') ?? '';
    case 'boolean':
      return (attributes.get('office:boolean-value') ?? '').toUpperCase();
    case 'string':
      return attributes.get('office:string-value') ?? '';
    default:
      return '';
  }
}

function shown(value: string, format: string): string {
  const number = value.trim() === '' ? Number.NaN : Number(value);
  return Number.isNaN(number) ? value : displayNumber(display, format, number);
}

/** Signs, brackets and words by which a cell shows that its number is negative. */
const negative = /[-\u2010-\u2015\u2212\uff0d(（<△▲▽▼↓负減减亏]/u;

/** Does a cell hold a number below zero? */
export function isNegative(attributes: Attributes): boolean {
  return (
    /^(?:float|currency|percentage)$/.test(attributes.get('office:value-type') ?? '') &&
    Number(attributes.get('office:value') ?? '') < 0
  );
}

/** Does what a cell shows of a negative number not say so: is it told by a colour only? */
export function hidesSign(shownText: string): boolean {
  return /[1-9]/.test(shownText) && !negative.test(shownText);
}
