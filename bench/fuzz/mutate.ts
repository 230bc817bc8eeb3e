import { unzipSync, zipSync } from 'fflate';
import type { Random } from '../../samples/generator/random.ts';

/** A way to damage a file; it gets a copy to write to. */
type Mutation = (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array;

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

/** Numbers written as text, in XML, RTF, PDF and HTML: spans, repeats, offsets, lengths. */
const setNumbers: Mutation = (bytes, random) => {
  const text = Buffer.from(bytes).toString('latin1');
  const extreme = ['0', '-1', '65536', '2147483648', '99999999999', '1e308'] as const;
  const share = random.int(1, 20) / 200;
  const changed = text.replace(/\d+/g, (digits) =>
    random.chance(share) ? random.pick(extreme) : digits,
  );
  return new Uint8Array(Buffer.from(changed, 'latin1'));
};

const plain: readonly [Mutation, ...Mutation[]] = [
  flipBits,
  setTellingBytes,
  truncate,
  cutOut,
  repeat,
  splice,
  setNumbers,
];

/**
 * A file damaged at random. Of a zip, half of the time a member is damaged and packed again: the
 * checksums of the container would otherwise stop nearly every change before it met a reader.
 *
 * @param other another file, parts of which may be put in
 */
export function mutate(bytes: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  const inside = random.chance(0.5) ? mutateMember(bytes, other, random) : null;
  return inside ?? random.pick(plain)(bytes.slice(), random, other);
}

function mutateMember(bytes: Uint8Array, other: Uint8Array, random: Random): Uint8Array | null {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return null;
  const members = unzipSync(bytes);
  const [first, ...more] = Object.keys(members).filter((name) => members[name]?.length);
  if (first === undefined) return null;
  const name = random.pick([first, ...more]);
  const content = new Uint8Array(members[name] ?? [0]);
  members[name] = new Uint8Array(random.pick(plain)(content, random, other));
  if (random.chance(0.05)) delete members[name];
  return zipSync(members, { level: 1 });
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
