import type { Block, Content, Inline, Paragraph, Table, TableRow } from './blocks.ts';

/**
 * The text dump of a Word file as government portals store it: a table cell starts with a tab, its
 * further paragraphs are plain lines, a row ends with an empty line. A cell under a vertical merge
 * is a lone tab; a horizontal merge is one cell. Deleted and hidden text is gone.
 */
export function writeTextDump(blocks: readonly Block[]): string {
  return `${blocks.map(blockText).join('\n')}\n`;
}

function blockText(block: Block): string {
  return block.kind === 'table' ? `${tableText(block)}\n\n` : paragraphText(block);
}

function paragraphText(block: Paragraph): string {
  const number = block.number === undefined ? '' : `${block.number.text} `;
  const pageGap = block.pageBreakBefore === true ? '\n\n\n' : '';
  return `${pageGap}${number}${contentText(block.content)}`;
}

function tableText(block: Table): string {
  return block.rows.map(rowText).join('\n');
}

function rowText({ cells }: TableRow): string {
  return `${cells.map((cell) => `\t${contentText(cell.content)}`).join('\n')}\n`;
}

/** The text a reader sees; used for dumps, plain text and titles. */
export function contentText(content: Content): string {
  if (typeof content === 'string') return content.replaceAll('\v', '\n');
  return content.map(inlineText).join('');
}

function inlineText(inline: Inline): string {
  if (typeof inline === 'string') return inline.replaceAll('\v', '\n');
  switch (inline.kind) {
    case 'deleted':
    case 'hidden':
    case 'footnote':
      return '';
    case 'text_box':
      return inline.lines.join('\n');
    case 'bookmark':
      return `[bookmark: ${inline.name}]`;
    default:
      return inline.text;
  }
}
