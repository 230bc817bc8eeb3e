const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const scales: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/**
 * A Chinese numeral up to 亿: 二十三 → 23, 一百零五 → 105, 二〇二四 → 2024.
 * @returns undefined where the text is not wholly a numeral
 */
export function readChineseNumber(text: string): number | undefined {
  if (!/^[零〇一二两三四五六七八九十百千万亿]+$/.test(text)) return undefined;
  if (!/[十百千万亿]/.test(text)) return Number([...text].map((c) => digits[c]).join(''));
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const c of text) {
    const scale = scales[c];
    if (scale !== undefined) {
      section += (digit === 0 && scale === 10 ? 1 : digit) * scale;
      digit = 0;
    } else if (c === '万' || c === '亿') {
      total = (total + section + digit) * (c === '万' ? 10_000 : 100_000_000);
      section = 0;
      digit = 0;
    } else digit = digits[c] ?? 0;
  }
  return total + section + digit;
}
