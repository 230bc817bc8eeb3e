/** How sure a line's look makes it that it numbers a page. */
export type PageNumberLook = 'marked' | 'bare';

const digits = String.raw`\d{1,4}`;
const spoken = '[一二三四五六七八九十百]{1,5}';
const dash = '[-‐‑‒–—―−－─~_·•=一]';

/** "- 3 -", "— 3 —", "第3页 共9页", "第三页", "3/9", "Page 3 of 9", "·3·". */
const marked = [
  new RegExp(`^${dash}{1,3}${digits}${dash}{1,3}$`),
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
  return /^\d{1,4}$/.test(squeezed) ? 'bare' : undefined;
}

/** A line's text with its numbers taken out, and the numbers. */
export function maskNumbers(text: string): { mask: string; numbers: number[] } {
  const numbers: number[] = [];
  const mask = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/\d+/g, (number) => {
      numbers.push(Number(number));
      return '#';
    });
  return { mask, numbers };
}
