/** 1 068 669.50: digits set in threes. */
const inThrees = /(?<![\d.,])\d{1,3}(?: \d{3})+(?![\d,])/g;

/**
 * White space between two digits as a semicolon, so that two figures (95, next line 100) are not read
 * as one; digits set in threes are joined. To be done before white space is squeezed out.
 */
export function separateFigures(text: string): string {
  const plain = text.normalize('NFKC');
  if (!/\d\s/.test(plain)) return plain;
  return plain
    .replace(inThrees, (figure) => figure.replaceAll(' ', ''))
    .replace(/(?<=\d)\s+(?=\d)/g, ';');
}
