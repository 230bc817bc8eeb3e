import { Decimal } from 'decimal.js';
import { squeeze } from '../../schemas/text.ts';
import { separateFigures } from './spaced-figures.ts';

const figure = '[-−+]?(?:(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?|\\.\\d+)';
const counted = '(?:分|人|名|位|个)';
const plainNumber = new RegExp(
  `^(?:(${figure})(?:${counted}|\\(${counted}\\))?|\\((${figure})${counted}?\\))$`,
);
const plainRate = new RegExp(`^(${figure})(?:(%|‰)|\\((%|‰)\\))?$`);

const toPlain = (printed: string) => printed.replaceAll(',', '').replace('−', '-');

/** Points or a head count: 10, 9.76, 20分, （15）. @returns undefined where the cell is no number */
export function readNumber(raw: string): number | undefined {
  const match = plainNumber.exec(squeeze(separateFigures(raw)));
  const printed = match?.[1] ?? match?.[2];
  if (printed === undefined) return undefined;
  const value = Number(toPlain(printed));
  return Number.isFinite(value) ? value : undefined;
}

/**
 * A rate as a fraction: 98.47% → 0.9847, exact in decimals. Without a percent sign a figure above
 * 1.5 is in percent points, since no execution or control rate printed as a ratio is that large.
 */
export function readRate(raw: string): number | undefined {
  const match = plainRate.exec(squeeze(separateFigures(raw)));
  if (match?.[1] === undefined) return undefined;
  const value = new Decimal(toPlain(match[1]));
  const sign = match[2] ?? match[3];
  const points = sign === '%' || (sign === undefined && value.abs().gt(1.5));
  const fraction = (points ? value.div(100) : sign === '‰' ? value.div(1000) : value).toNumber();
  return Number.isFinite(fraction) ? fraction : undefined;
}
