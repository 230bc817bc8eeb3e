import type { Script } from '../flow/script-digits.ts';

/** The script of a w:vertAlign (ECMA-376 part 1, 17.3.2.42), or null where it says nothing known. */
export function readScript(value: string | undefined): Script | null {
  return value === 'superscript' || value === 'subscript' || value === 'baseline' ? value : null;
}
