/** A single property modifier ([MS-DOC] 2.2.5): what it changes, and to what. */
export interface Sprm {
  readonly code: number;
  readonly operand: Uint8Array;
}

const operandSizes: readonly number[] = [1, 1, 2, 4, 2, 2, 0, 3];

const defineTable = 0xd608;
const defineTable10 = 0xd606;
const changeTabs = 0xc615;

/** The modifiers of a grpprl, one after another; what is cut off at its end is left. */
export function readSprms(grpprl: Uint8Array): Sprm[] {
  const sprms: Sprm[] = [];
  let at = 0;
  while (at + 2 <= grpprl.length) {
    const code = byte(grpprl, at) | (byte(grpprl, at + 1) << 8);
    const { skip, size } = measure(code, grpprl, at + 2);
    const from = at + 2 + skip;
    if (from + size > grpprl.length) break;
    sprms.push({ code, operand: grpprl.subarray(from, from + size) });
    at = from + size;
  }
  return sprms;
}

/** Bytes of the operand, and of the length before it where that is part of the file. */
function measure(code: number, grpprl: Uint8Array, at: number): { skip: number; size: number } {
  const kind = code >> 13;
  if (kind !== 6) return { skip: 0, size: operandSizes[kind] ?? 1 };
  if (code === defineTable || code === defineTable10) {
    const size = byte(grpprl, at) | (byte(grpprl, at + 1) << 8);
    return { skip: 2, size: Math.max(0, size - 1) };
  }
  const size = byte(grpprl, at);
  if (code !== changeTabs || size < 255) return { skip: 1, size };
  // 2.9.182: too long for a byte, so its two counts tell.
  const deleted = byte(grpprl, at + 1);
  const added = byte(grpprl, at + 2 + deleted * 4);
  return { skip: 1, size: 2 + deleted * 4 + added * 3 };
}

/** The operand as an unsigned number, its first byte the lowest. */
export function operandNumber({ operand }: Sprm): number {
  return (
    (byte(operand, 0) | (byte(operand, 1) << 8) | (byte(operand, 2) << 16)) +
    byte(operand, 3) * 2 ** 24
  );
}

/** A signed 16-bit number of the operand. */
export function operandSigned({ operand }: Sprm, at: number): number {
  return ((byte(operand, at) | (byte(operand, at + 1) << 8)) << 16) >> 16;
}

function byte(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0;
}
