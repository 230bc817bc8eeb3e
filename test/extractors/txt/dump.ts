/**
 * Writes documents the way a rich-text dump prints them: a TAB before a cell, a line end after a
 * paragraph, one more after a row and one more after a table. A string is a paragraph, an array of
 * rows a table; \n parts the paragraphs of a cell, so '' in between is an empty paragraph.
 */
export function dump(...parts: (string | string[][])[]): string {
  return parts.map((part) => (typeof part === 'string' ? `${part}\n` : dumpTable(part))).join('');
}

function dumpTable(rows: string[][]): string {
  return `${rows.map((row) => `${row.map((cell) => `\t${cell}\n`).join('')}\n`).join('')}\n`;
}
