const twips: ReadonlyMap<string, number> = new Map([
  ['in', 1440],
  ['cm', 1440 / 2.54],
  ['mm', 144 / 2.54],
  ['pt', 20],
  ['pc', 240],
  ['px', 15],
]);

/** A length with its unit ("1.5cm") in twips, twentieths of a point; null where it is none. */
export function readLength(value: string | undefined): number | null {
  const match = /^\s*(\d*\.?\d+)\s*([a-z]{2})\s*$/i.exec(value ?? '');
  const unit = twips.get(match?.[2]?.toLowerCase() ?? '');
  return unit === undefined ? null : Number(match?.[1]) * unit;
}
