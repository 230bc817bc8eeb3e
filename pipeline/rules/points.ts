import { Decimal } from 'decimal.js';
import type { ExecutionRecord, MappedForm } from '../../schemas/form.ts';

/** Points (weights and scores) in the rules: decimals, added exactly. */

export function addPoints(points: readonly number[]): number {
  return points.reduce((sum, p) => sum.plus(p), new Decimal(0)).toNumber();
}

/** a − b without binary dust. */
export function lessPoints(a: number, b: number): number {
  return new Decimal(a).minus(b).toNumber();
}

/** A percent with two decimals: 0.9847 → "98.47%". */
export function percent(ratio: number): string {
  return `${new Decimal(ratio).times(100).toDecimalPlaces(2).toNumber()}%`;
}

/** Half a unit of the last digit of a printed percent, as a ratio, plus 0.0001: "98.47%" → 0.00015. */
export function rateTolerance(raw: string | null): number {
  const digits = /\.(\d+)\s*[%％]?/.exec((raw ?? '').normalize('NFKC'))?.[1]?.length ?? 0;
  // A rate printed as a bare fraction ("0.98") has its digits two places further left.
  const places = raw !== null && !/[%％]/.test(raw) && digits > 0 ? digits - 2 : digits;
  return 0.5 * 10 ** -(Math.max(places, 0) + 2) + 0.0001;
}

interface ExecutionPoints {
  readonly records: readonly ExecutionRecord[];
  /** The sums that the points of the funding block may enter a total with; empty if none printed. */
  readonly candidates: readonly number[];
}

/**
 * Points of the funding block. Forms print them once on the total row, again on the parts of it
 * (then they count once), or spread over tasks (then they add up).
 */
export function executionPoints(form: MappedForm, column: 'weight' | 'score'): ExecutionPoints {
  const records = form.executions.filter((e) => e[column] !== null);
  const total = records.find((e) => e.line_code === 'total')?.[column];
  const parts = records.flatMap((e) => (e.line_code === 'total' ? [] : (e[column] ?? [])));
  const tasks = records.length > 0 && records.every((e) => e.line_code === 'task');
  const single = total ?? parts[0];
  if (single === undefined || single === null) return { records, candidates: [] };
  if (!tasks) return { records, candidates: [single] };
  const sum = addPoints(parts);
  // A row among them that adds the others up (金额合计) counts instead of them.
  const ofOthers = parts.length > 2 ? parts.filter((p) => Math.abs(sum - 2 * p) < 0.001) : [];
  return { records, candidates: [sum, ...ofOthers] };
}
