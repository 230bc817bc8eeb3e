import { deflateSync, inflateSync } from 'node:zlib';
import { unzipSync, zipSync } from 'fflate';
import type { Random } from '../../samples/generator/random.ts';
import { asLatin1, fromLatin1, type Mutation, pickMatch } from './mutation.ts';

/**
 * Damages what is compressed in a file: a member of a zip, a stream of a PDF. The checksums around
 * it would otherwise stop nearly every change before it met a reader.
 *
 * @returns null where nothing compressed was found
 */
export function mutateInside(
  bytes: Uint8Array,
  other: Uint8Array,
  random: Random,
  damage: Mutation,
): Uint8Array | null {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return mutateMember(bytes, other, random, damage);
  if (bytes[0] === 0x25 && bytes[1] === 0x50) return mutateStream(bytes, other, random, damage);
  return null;
}

function mutateMember(
  bytes: Uint8Array,
  other: Uint8Array,
  random: Random,
  damage: Mutation,
): Uint8Array | null {
  const members = membersOf(bytes);
  const [first, ...more] = Object.keys(members).filter((name) => members[name]?.length);
  if (first === undefined) return null;
  const name = random.pick([first, ...more]);
  const content = new Uint8Array(members[name] ?? [0]);
  members[name] = new Uint8Array(damage(content, random, other));
  if (random.chance(0.05)) delete members[name];
  return zipSync(members, { level: 1 });
}

function membersOf(bytes: Uint8Array): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes);
  } catch {
    // Members with a password have nothing to damage inside.
    return {};
  }
}

/** The offsets after it are wrong then: whoever reads the file has to look for its objects. */
function mutateStream(
  bytes: Uint8Array,
  other: Uint8Array,
  random: Random,
  damage: Mutation,
): Uint8Array | null {
  const text = asLatin1(bytes);
  const found = pickMatch(text, /(?<=stream\r?\n)[\s\S]*?(?=\r?\nendstream)/g, random);
  if (!found) return null;
  const content = inflated(fromLatin1(found[0]));
  if (!content || content.length === 0) return null;
  const changed = asLatin1(deflateSync(damage(content, random, other)));
  const end = found.index + found[0].length;
  return fromLatin1(text.slice(0, found.index) + changed + text.slice(end));
}

function inflated(bytes: Uint8Array): Uint8Array | null {
  try {
    return new Uint8Array(inflateSync(bytes));
  } catch {
    // Fonts and pictures may be stored in other ways.
    return null;
  }
}
