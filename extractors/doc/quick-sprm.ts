import type { Sprm } from './sprm.ts';

/**
 * What a piece's modifier may name by a number of its own, as far as text needs it
 * ([MS-DOC] 2.9.215, Prm0).
 */
const codes: Readonly<Record<number, number>> = {
  9: 0x2407,
  24: 0x2416,
  25: 0x2417,
  65: 0x0800,
  66: 0x0801,
  83: 0x2a33,
  87: 0x0837,
  92: 0x083c,
  104: 0x2a48,
  115: 0x2a53,
  117: 0x0855,
};

/** The one modifier of a Prm0: seven bits of name, eight of value. */
export function quickSprm(modifier: number): Sprm[] {
  const code = codes[(modifier >> 1) & 0x7f];
  return code === undefined ? [] : [{ code, operand: Uint8Array.of(modifier >> 8) }];
}
