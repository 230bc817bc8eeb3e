/** Text as the views show it, and as labels are compared. Pure functions, no vocabulary. */

/** Han, kana-like punctuation and full-width forms: between two of these, white space means nothing. */
const cjk = '\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uffef\\u2018-\\u201d\\u2014\\u2026';
const spaceInsideCjk = new RegExp(`(?<=[${cjk}])[ \\t\\u00a0]+(?=[${cjk}])`, 'gu');
/** Format characters (zero width, direction marks), variation selectors, control characters. */
const invisible = /\ufeff|\p{Variation_Selector}|(?!\s)[\p{Cf}\p{Cc}]/gu;

/**
 * NFKC, invisible characters dropped, white space inside CJK text removed, other runs of white
 * space folded to one space, line breaks kept. The form every non-raw text column has.
 */
export function normalizeText(text: string): string {
  return text
    .replace(invisible, '')
    .normalize('NFKC')
    .split('\n')
    .map((line) =>
      line
        .replace(/[^\S\n]+/g, ' ')
        .replace(spaceInsideCjk, '')
        .trim(),
    )
    .join('\n')
    .trim();
}

/** Text that NFKC and squeezing leave as it is; most cells are such. */
const plain = /^[\u4e00-\u9fff0-9A-Za-z.%]*$/;

/** NFKC with all white space removed: how labels, names and titles are compared. */
export function squeeze(text: string): string {
  if (plain.test(text)) return text;
  return text.replace(invisible, '').normalize('NFKC').replace(/\s+/gu, '');
}

/** Soft line breaks of a cell joined as a reader would: nothing between CJK, one space between words. */
export function joinLines(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const apart = (line: string, next: string | undefined) =>
    next !== undefined && /[A-Za-z0-9]/.test(line.slice(-1)) && /^[A-Za-z0-9]/.test(next);
  return normalizeText(
    lines.map((line, i) => (apart(line, lines[i + 1]) ? `${line} ` : line)).join(''),
  );
}
