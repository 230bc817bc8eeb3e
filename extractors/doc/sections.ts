import { viewBytes } from '../byte-view.ts';
import { operandNumber, readSprms } from './sprm.ts';

const sectionLength = 12;
const nowhere = 0xffffffff;
const breakKind = 0x3009;
/** Continuous, and in a new column: no new page. */
const samePage: readonly number[] = [0, 1];

/**
 * Where a document's sections begin, after its first, and whether each does so on a new page.
 *
 * @param index [MS-DOC] 2.8.26, PlcfSed
 */
export function readSections(
  wordDocument: Uint8Array,
  index: Uint8Array,
): ReadonlyMap<number, boolean> {
  const sections = new Map<number, boolean>();
  const view = viewBytes(index, 'sections');
  const count = Math.max(0, Math.floor((view.length - 4) / (4 + sectionLength)));
  for (let i = 1; i < count; i++) {
    const at = view.u32((count + 1) * 4 + i * sectionLength + 2);
    sections.set(view.u32(i * 4), beginsPage(wordDocument, at));
  }
  return sections;
}

function beginsPage(wordDocument: Uint8Array, at: number): boolean {
  if (at === nowhere || at + 2 > wordDocument.length) return true;
  const view = viewBytes(wordDocument, 'section');
  const sprms = readSprms(view.slice(at + 2, Math.min(view.u16(at), view.length - at - 2)));
  const kind = sprms.findLast(({ code }) => code === breakKind);
  return !(kind && samePage.includes(operandNumber(kind)));
}
