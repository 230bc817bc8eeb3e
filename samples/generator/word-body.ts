import type { Block, Inline, Paragraph, Table, TableCell } from './blocks.ts';

/** Notes met while the body is written; they become a part of their own. */
export interface WordNotes {
  readonly footnotes: string[];
  nextId: number;
}

const textWidth = 9070;
const revision = 'w:author="审核" w:date="2025-02-18T10:20:00Z"';

export function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

const fonts = '<w:rFonts w:eastAsia="仿宋" w:hint="eastAsia"/>';

function properties(bold: boolean, extra = ''): string {
  return `<w:rPr>${fonts}${bold ? '<w:b/>' : ''}${extra}<w:sz w:val="${bold ? 32 : 21}"/></w:rPr>`;
}

/** Text of a run: tabs and line breaks are elements of their own. */
function runText(text: string, tag: 'w:t' | 'w:delText'): string {
  return text
    .split(/(\t|\v|\n)/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      if (piece === '\t') return '<w:tab/>';
      if (piece === '\v' || piece === '\n') return '<w:br/>';
      return `<${tag} xml:space="preserve">${escapeXml(piece)}</${tag}>`;
    })
    .join('');
}

function run(text: string, bold = false): string {
  return text === '' ? '' : `<w:r>${properties(bold)}${runText(text, 'w:t')}</w:r>`;
}

/** A text box as Word writes it: a drawing, and the same again in VML for old readers. */
function textBox(lines: readonly string[]): string {
  const content = lines.map((line) => `<w:p>${run(line)}</w:p>`).join('');
  const box = `<w:txbxContent>${content}</w:txbxContent>`;
  return (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>' +
    '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">' +
    '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>' +
    '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>' +
    '<wp:extent cx="2160000" cy="360000"/><wp:wrapNone/><wp:docPr id="1" name="文本框 1"/>' +
    '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">' +
    `<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx>${box}</wps:txbx><wps:bodyPr/></wps:wsp>` +
    '</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>' +
    `<mc:Fallback><w:pict><v:shape style="width:170pt;height:28pt"><v:textbox>${box}</v:textbox></v:shape></w:pict></mc:Fallback>` +
    '</mc:AlternateContent></w:r>'
  );
}

function inlineXml(inline: Inline, bold: boolean, notes: WordNotes): string {
  if (typeof inline === 'string') return run(inline, bold);
  if (inline.kind === 'text_box') return textBox(inline.lines);
  const id = notes.nextId++;
  if (inline.kind === 'bookmark') {
    return `<w:bookmarkStart w:id="${id}" w:name="${inline.name}"/><w:bookmarkEnd w:id="${id}"/>`;
  }
  switch (inline.kind) {
    case 'deleted':
      return `<w:del w:id="${id}" ${revision}><w:r>${properties(bold)}${runText(inline.text, 'w:delText')}</w:r></w:del>`;
    case 'inserted':
      return `<w:ins w:id="${id}" ${revision}>${run(inline.text, bold)}</w:ins>`;
    case 'control':
      return `<w:sdt><w:sdtPr><w:id w:val="${id}"/><w:text/></w:sdtPr><w:sdtContent>${run(inline.text, bold)}</w:sdtContent></w:sdt>`;
    case 'hidden':
      return `<w:r>${properties(bold, '<w:vanish/>')}${runText(inline.text, 'w:t')}</w:r>`;
    case 'footnote':
      notes.footnotes.push(inline.text);
      return `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="${notes.footnotes.length}"/></w:r>`;
  }
}

/** Section properties; header and footer are those of the whole document. */
export function sectionXml(orientation: 'portrait' | 'landscape', references: string): string {
  const size =
    orientation === 'portrait'
      ? '<w:pgSz w:w="11906" w:h="16838"/>'
      : '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>';
  return `<w:sectPr>${references}${size}<w:pgMar w:top="1440" w:right="1418" w:bottom="1440" w:left="1418" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>`;
}

function paragraphXml(block: Paragraph, notes: WordNotes, references: string): string {
  const settings = [
    block.pageBreakBefore === true ? '<w:pageBreakBefore/>' : '',
    block.number === undefined
      ? ''
      : `<w:numPr><w:ilvl w:val="${block.number.level}"/><w:numId w:val="${block.number.list}"/></w:numPr>`,
    '<w:spacing w:line="360" w:lineRule="auto"/>',
    block.align === undefined ? '' : `<w:jc w:val="${block.align}"/>`,
    block.sectionEnd === undefined ? '' : sectionXml(block.sectionEnd, references),
  ];
  const runs = block.content.map((inline) => inlineXml(inline, block.bold === true, notes));
  const xml = `<w:p><w:pPr>${settings.join('')}</w:pPr>${runs.join('')}</w:p>`;
  if (block.controlled !== true) return xml;
  return `<w:sdt><w:sdtPr><w:id w:val="${notes.nextId++}"/></w:sdtPr><w:sdtContent>${xml}</w:sdtContent></w:sdt>`;
}

/** A cell's inlines as paragraphs: \n in a string starts the next one. */
function cellParagraphs(content: readonly Inline[]): Inline[][] {
  const paragraphs: Inline[][] = [[]];
  for (const inline of content) {
    if (typeof inline !== 'string') {
      paragraphs.at(-1)?.push(inline);
      continue;
    }
    const [first = '', ...rest] = inline.split('\n');
    paragraphs.at(-1)?.push(first);
    for (const line of rest) paragraphs.push([line]);
  }
  return paragraphs;
}

function cellXml(cell: TableCell, width: number, notes: WordNotes, references: string): string {
  const settings =
    `<w:tcW w:w="${width}" w:type="dxa"/>` +
    (cell.span > 1 ? `<w:gridSpan w:val="${cell.span}"/>` : '') +
    (cell.merge === 'start' ? '<w:vMerge w:val="restart"/>' : '') +
    (cell.merge === 'continue' ? '<w:vMerge/>' : '') +
    '<w:vAlign w:val="center"/>';
  const paragraphs = cellParagraphs(cell.content)
    .map((line) => `<w:p>${line.map((inline) => inlineXml(inline, false, notes)).join('')}</w:p>`)
    .join('');
  // A cell must end with a paragraph, also after a nested table.
  const nested =
    cell.nested === undefined ? '' : `${tableXml(cell.nested, notes, references)}<w:p/>`;
  return `<w:tc><w:tcPr>${settings}</w:tcPr>${paragraphs}${nested}</w:tc>`;
}

function tableXml(block: Table, notes: WordNotes, references: string): string {
  const width = Math.floor(textWidth / block.columns);
  const grid = `<w:gridCol w:w="${width}"/>`.repeat(block.columns);
  const rows = block.rows.map(({ cells, header }) => {
    const settings = header === true ? '<w:trPr><w:tblHeader/></w:trPr>' : '';
    const inner = cells.map((cell) => cellXml(cell, width * cell.span, notes, references)).join('');
    return `<w:tr>${settings}${inner}</w:tr>`;
  });
  return (
    '<w:tbl><w:tblPr><w:tblStyle w:val="a3"/><w:tblW w:w="0" w:type="auto"/><w:tblLayout w:type="fixed"/></w:tblPr>' +
    `<w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`
  );
}

/** The body's XML, without its last section properties; fills `notes` on the way. */
export function bodyXml(blocks: readonly Block[], notes: WordNotes, references: string): string {
  return blocks
    .map((block) =>
      block.kind === 'table'
        ? tableXml(block, notes, references)
        : paragraphXml(block, notes, references),
    )
    .join('');
}
