import type { FlowItem, FlowTable } from '../../flow/flow.ts';

/**
 * Is the sheet's name its title? Where a table stands on it without a title of its own, the name on
 * the tab says what it is; names that a program gave, of a few characters, or of a table that goes on
 * say nothing.
 */
export function isTitledByName(name: string, items: readonly FlowItem[]): boolean {
  if (!isTitle(name) || programNames.test(name.trim()) || name.includes('续')) return false;
  const at = items.findIndex(({ kind }) => kind === 'table');
  const table = items[at];
  if (table?.kind !== 'table') return false;
  const above = items.slice(0, at).some((item) => item.kind === 'paragraph' && isTitle(item.text));
  return !above && !isTitle(topLine(table));
}

/** Excel, WPS and LibreOffice in Chinese; a copy has its number in brackets. */
const programNames = /^(?:工作表|图表|新建工作表)\s*\d*(?:\s*[(（]\d+[)）])?$/;

const leastCharacters = 4;

/** Chinese words that leave nothing to fill in; "附件3" and "（2023年度）" are none. */
function isTitle(text: string): boolean {
  const words = text.replace(/[(（][^)）]*[)）]/g, '');
  return !/[:：]/.test(text) && (words.match(/\p{Script=Han}/gu)?.length ?? 0) >= leastCharacters;
}

/** The text of a table's first row, where one cell takes all of it. */
function topLine({ cells, columns }: FlowTable): string {
  const [first] = cells;
  return first?.columnSpan === columns ? first.text : '';
}
