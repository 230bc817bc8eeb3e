import { readNumber } from './numbers.ts';

/**
 * The steps from each character to the next (DeltaX, DeltaY; GB/T 33190-2016, 11.3), where
 * "g 3 2.5" stands for 2.5 three times. Writers leave out the end of a list: its last step goes on.
 *
 * @param count steps wanted; whatever the list claims, no more are made
 * @returns null where the list has no step
 */
export function readDeltas(value: string | undefined, count: number): number[] | null {
  const words = (value ?? '').split(/[\s,]+/).filter((word) => word !== '');
  const deltas: number[] = [];
  for (let at = 0; at < words.length && deltas.length < count; at++) {
    const repeated = words[at]?.toLowerCase() === 'g';
    const times = repeated ? Math.max(0, readNumber(words[at + 1]) ?? 0) : 1;
    if (repeated) at += 2;
    const step = readNumber(words[at]);
    if (step === null) continue;
    for (let i = 0; i < times && deltas.length < count; i++) deltas.push(step);
  }
  const last = deltas.at(-1);
  if (last === undefined) return null;
  while (deltas.length < count) deltas.push(last);
  return deltas;
}
