import { Decimal } from 'decimal.js';
import { squeeze } from '../../schemas/text.ts';

const plainNumber =
  /^\(?([-−+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|[-−+]?\.\d+)(?:分|人|名|个)?\)?$/;

/** Points or a head count: 10, 9.76, 20分, （15）. @returns undefined where the cell is no number */
export function readNumber(raw: string): number | undefined {
  const match = plainNumber.exec(squeeze(raw));
  return match?.[1] === undefined
    ? undefined
    : Number(match[1].replaceAll(',', '').replace('−', '-'));
}

/**
 * A rate as a fraction: 98.47% → 0.9847, exact in decimals. Without a percent sign a figure above
 * 1.5 is in percent points, since no execution or control rate printed as a ratio is that large.
 */
export function readRate(raw: string): number | undefined {
  const match = /^([-−+]?\d+(?:\.\d+)?)(%|‰)?$/.exec(squeeze(raw).replaceAll(',', ''));
  if (match?.[1] === undefined) return undefined;
  const value = new Decimal(match[1].replace('−', '-'));
  if (match[2] === '%') return value.div(100).toNumber();
  if (match[2] === '‰') return value.div(1000).toNumber();
  return value.gt(1.5) ? value.div(100).toNumber() : value.toNumber();
}
