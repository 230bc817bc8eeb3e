import type { Random } from '../../samples/generator/random.ts';
import { binaryMutations } from './mutate-binary.ts';
import { mutateInside } from './mutate-inside.ts';
import { textMutations } from './mutate-text.ts';
import { joined, type Mutation } from './mutation.ts';

/** Bytes a reader takes for lengths, counts and ends: 0, 1, −1, the largest of each size. */
const telling = [0x00, 0x01, 0x7f, 0x80, 0xff] as const;

const flipBits: Mutation = (bytes, random) => {
  for (let left = random.int(1, 40); left > 0; left--) {
    const at = random.int(0, bytes.length - 1);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.int(0, 7));
  }
  return bytes;
};

const setTellingBytes: Mutation = (bytes, random) => {
  for (let left = random.int(1, 12); left > 0; left--) {
    const at = random.int(0, bytes.length - 1);
    bytes.fill(random.pick(telling), at, at + random.int(1, 4));
  }
  return bytes;
};

const truncate: Mutation = (bytes, random) => bytes.slice(0, random.int(0, bytes.length - 1));

const cutOut: Mutation = (bytes, random) => {
  const from = random.int(0, bytes.length - 1);
  return joined(bytes.subarray(0, from), bytes.subarray(from + random.int(1, 2_000)));
};

const repeat: Mutation = (bytes, random) => {
  const from = random.int(0, bytes.length - 1);
  const piece = bytes.subarray(from, from + random.int(1, 4_000));
  const copies = Array.from({ length: random.int(1, 20) }, () => piece);
  return joined(bytes.subarray(0, from), ...copies, bytes.subarray(from));
};

const splice: Mutation = (bytes, random, other) => {
  const from = random.int(0, other.length - 1);
  const piece = other.subarray(from, from + random.int(1, 8_000));
  const at = random.int(0, bytes.length - 1);
  return joined(bytes.subarray(0, at), piece, bytes.subarray(at));
};

const byteMutations: readonly [Mutation, ...Mutation[]] = [
  flipBits,
  setTellingBytes,
  truncate,
  cutOut,
  repeat,
  splice,
];

/** Any bytes: as text where they are, in the structures a compound file has. */
const damage: Mutation = (bytes, random, other) => {
  const [binary, ...more] = binaryMutations(bytes);
  const structured = binary ? ([binary, ...more] as const) : textMutations;
  const mutation = random.pick(random.chance(0.5) ? structured : byteMutations);
  return mutation(bytes, random, other);
};

/**
 * A file damaged at random: half of the time as it is, half of the time in what is compressed in it.
 *
 * @param other another file, parts of which may be put in
 */
export function mutate(bytes: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  const inside = random.chance(0.5) ? mutateInside(bytes, other, random, damage) : null;
  return inside ?? damage(bytes.slice(), random, other);
}
