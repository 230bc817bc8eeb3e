import type { Random } from '../../samples/generator/random.ts';

/** A way to damage a file; it gets a copy to write to, and another file to take parts of. */
export type Mutation = (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array;

/** Pieces one after the other. */
export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

/** Bytes as text of as many characters. */
export function asLatin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

export function fromLatin1(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'latin1'));
}

/** One of the matches of a pattern, undefined where there is none. */
export function pickMatch(
  text: string,
  pattern: RegExp,
  random: Random,
): RegExpExecArray | undefined {
  const found = [...text.matchAll(pattern)];
  return found[random.int(0, Math.max(0, found.length - 1))];
}
