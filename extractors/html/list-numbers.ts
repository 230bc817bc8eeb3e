import type { ListNumber } from '../flow/list-counts.ts';
import { formatNumber } from '../flow/number-format.ts';
import { styleOf } from './looks.ts';
import { attribute, type PageElement } from './parse-page.ts';

/** A list being read (HTML 4.4.5): what its next item counts. */
export interface PageList {
  readonly element: PageElement;
  value: number;
  readonly step: number;
}

export function createList(element: PageElement): PageList {
  const start = integer(attribute(element, 'start'));
  if (attribute(element, 'reversed') === undefined) return { element, value: start ?? 1, step: 1 };
  const items = element.childNodes.filter(({ nodeName }) => nodeName === 'li').length;
  return { element, value: start ?? items, step: -1 };
}

/** Counts an item and gives the number or bullet before it; null where the list shows none. */
export function nextNumber(list: PageList | undefined, item: PageElement): ListNumber | null {
  if (!list) return null;
  const value = integer(attribute(item, 'value')) ?? list.value;
  list.value = value + list.step;
  return show(markerOf(list.element, item), value);
}

/** CSS Lists 3; the type attribute is HTML's older way of saying it. */
function markerOf(list: PageElement, item: PageElement): string {
  const styles = [item, list].flatMap((element) => [
    styleOf(element, 'list-style-type'),
    ...styleOf(element, 'list-style').split(/\s+/),
  ]);
  const known = styles.find(
    (style) => style === 'none' || bullets.has(style) || formats.has(style),
  );
  if (known) return known;
  const type = attribute(item, 'type') ?? attribute(list, 'type') ?? '';
  if (list.tagName !== 'ol') return bullets.has(type.toLowerCase()) ? type.toLowerCase() : 'disc';
  return types.get(type) ?? 'decimal';
}

const types: ReadonlyMap<string, string> = new Map([
  ['1', 'decimal'],
  ['a', 'lower-alpha'],
  ['A', 'upper-alpha'],
  ['i', 'lower-roman'],
  ['I', 'upper-roman'],
]);

const bullets: ReadonlyMap<string, string> = new Map([
  ['disc', '•'],
  ['circle', '◦'],
  ['square', '▪'],
]);

/** Counter styles by the name number-format.ts has for them, and what follows the number. */
const formats: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['decimal', ['decimal', '.']],
  ['decimal-leading-zero', ['decimalZero', '.']],
  ['lower-alpha', ['lowerLetter', '.']],
  ['lower-latin', ['lowerLetter', '.']],
  ['upper-alpha', ['upperLetter', '.']],
  ['upper-latin', ['upperLetter', '.']],
  ['lower-roman', ['lowerRoman', '.']],
  ['upper-roman', ['upperRoman', '.']],
  ['cjk-ideographic', ['chineseCountingThousand', '、']],
  ['simp-chinese-informal', ['chineseCountingThousand', '、']],
  ['trad-chinese-informal', ['chineseCountingThousand', '、']],
  ['simp-chinese-formal', ['chineseLegalSimplified', '、']],
  ['trad-chinese-formal', ['ideographLegalTraditional', '、']],
  ['cjk-decimal', ['ideographDigital', '、']],
  ['cjk-heavenly-stem', ['ideographTraditional', '、']],
  ['cjk-earthly-branch', ['ideographZodiac', '、']],
]);

function show(marker: string, value: number): ListNumber | null {
  if (marker === 'none') return null;
  const bullet = bullets.get(marker);
  if (bullet !== undefined) return { text: bullet, separator: ' ' };
  const [format, suffix] = formats.get(marker) ?? ['decimal', '.'];
  return { text: formatNumber(value, format) + suffix, separator: suffix === '、' ? '' : ' ' };
}

function integer(value: string | undefined): number | undefined {
  const digits = /^\s*([+-]?\d{1,9})/.exec(value ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}
