/** How sure a line's look makes it that it numbers a page. */
export type PageNumberLook = 'marked' | 'bare';

const digits = String.raw`\d{1,4}`;
const spoken = '[一二三四五六七八九十百]{1,5}';
const dash = '[-‐‑‒–—―−－─~_·•=一]';

/** "- 3 -", "— 3 —", "第3页 共9页", "第三页", "3/9", "Page 3 of 9", "·3·". */
const marked = [
  new RegExp(`^${dash}{1,3}${digits}${dash}{1,3}$`),
  new RegExp(`^[-—―－]{1,3}${spoken}[-—―－]{1,3}$`),
  new RegExp(`^第(?:${digits}|${spoken})页(?:[,，/、(（]?[共总](?:${digits}|${spoken})页[)）]?)?$`),
  new RegExp(`^[共总]${digits}页[,，/、]?第${digits}页$`),
  new RegExp(`^${digits}/${digits}页?$`),
  new RegExp(`^page:?${digits}(?:of${digits})?$`, 'i'),
  new RegExp(`^${digits}of${digits}$`, 'i'),
  new RegExp(`^页码?[:：]?${digits}(?:/${digits})?$`),
];

/** What kind of page number a line may be, or undefined where it is none. */
export function pageNumberLook(text: string): PageNumberLook | undefined {
  const squeezed = text.normalize('NFKC').replace(/\s/g, '');
  if (marked.some((pattern) => pattern.test(squeezed))) return 'marked';
  return /^\d{1,4}$/.test(squeezed) || roman.test(squeezed) ? 'bare' : undefined;
}

/** What precedes a text is often numbered so, up to some thirty pages. */
const roman = /^(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})$/i;
const romanDigits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };

/** A line's text with its numbers taken out, and the numbers. */
export function maskNumbers(text: string): { mask: string; numbers: number[] } {
  const numbers: number[] = [];
  const squeezed = text.normalize('NFKC').replace(/\s/g, '');
  if (roman.test(squeezed)) return { mask: '#', numbers: [romanNumber(squeezed)] };
  const mask = squeezed.replace(/\d+/g, (number) => {
    numbers.push(Number(number));
    return '#';
  });
  return { mask, numbers };
}

function romanNumber(text: string): number {
  const values = [...text.toLowerCase()].map((letter) => romanDigits[letter] ?? 0);
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0);
}

/** A line's words, with every figure, date and time in it as one mark however long it is. */
export function wordsBesideFigures(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[-+]?\d+(?:[-.,:/]\d+)*/g, '#');
}

/** The years a line names, outside full dates: forms of two years differ by them alone. */
export function yearsIn(text: string): string {
  const named = text.normalize('NFKC').matchAll(/\d{4}(?=\s*年(?!\s*\d))/g);
  return [...named].join(' ');
}
