/**
 * The text of a page header or footer without its codes (ECMA-376 part 1, 18.3.1.46): places,
 * fonts, sizes and colours, and fields such as the page number.
 */
export function headerText(code: string): string {
  return code
    .replace(/&(?:&|"[^"]*"|K(?:[0-9A-F]{6}|\d\d[+-]\d{3})|\d+|[A-Za-z])/gi, (found) =>
      found === '&&' ? '&' : /^&[LCR]$/i.test(found) ? '\n' : '',
    )
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
