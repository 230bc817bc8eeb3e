import type { PagePicture } from '../../extractors/extractor.ts';
import type { Block, Cell, Table } from '../../schemas/document.ts';
import type { Understood } from '../understand.ts';

/**
 * A document as a page to look at, complete in itself: the pages' pictures with the cells drawn
 * over them, then everything read, in reading order. No script; nothing is fetched.
 */
export function inspectionPage(understood: Understood, pictures: readonly PagePicture[]): string {
  const { fileName, format, document } = understood;
  const blocks = document?.blocks ?? [];
  const tables = blocks.filter((block) => block.kind === 'table');
  const body = [
    `<h1>${escapeHtml(fileName)}</h1>`,
    `<p class="about">${escapeHtml([format, document?.extractor, understood.documentId].join('  '))}</p>`,
    ...pictures.map((picture) => pageFigure(picture, tables)),
    '<section>',
    ...blocks.map(blockHtml),
    '</section>',
    leftoverList(understood),
  ];
  return `<!doctype html>
<html lang="zh"><head><meta charset="utf-8"><title>${escapeHtml(fileName)}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<style>${style}</style></head>
<body>
${body.join('\n')}
</body></html>
`;
}

const style = `
body{font:14px/1.5 system-ui,sans-serif;margin:1.5rem;color:#1b1f24;background:#f4f5f7}
.about{color:#667;font-variant-numeric:tabular-nums}
figure{margin:0 0 1.5rem}figcaption{color:#667}
.page{position:relative;background:#fff;box-shadow:0 1px 4px #0003}
.page img,.page a{position:absolute}.page img{inset:0;width:100%;height:100%}
.page a{box-sizing:border-box;border:1px solid #1769e0aa;background:#1769e012;color:inherit}
.page a:hover,.page a:focus{background:#ffd54a66;outline:none}
table{border-collapse:collapse;background:#fff;margin:.5rem 0 1rem}
td{border:1px solid #b8bec8;padding:.2rem .5rem;white-space:pre-wrap;vertical-align:top}
td:target{background:#ffd54a}caption{text-align:left;color:#667}
section p{margin:.2rem 0;white-space:pre-wrap}dt{color:#667}dd{white-space:pre-wrap}`;

/** Boxes are placed by shares of the page, so that the picture may be shown at any size. */
function pageFigure(picture: PagePicture, tables: readonly Table[]): string {
  const { page, width, height, mediaType, data } = picture;
  const source = `data:${mediaType};base64,${Buffer.from(data).toString('base64')}`;
  const boxes = tables.flatMap((table) =>
    table.cells
      .filter((cell) => cell.page === page && cell.box)
      .map((cell) => boxHtml(table, cell, picture)),
  );
  return `<figure><figcaption>第 ${page} 页</figcaption>
<div class="page" style="width:${(width * 4) / 3}px;height:${(height * 4) / 3}px">
<img alt="第 ${page} 页" src="${source}">
${boxes.join('\n')}
</div></figure>`;
}

function boxHtml(table: Table, cell: Cell, { width, height }: PagePicture): string {
  const { box } = cell;
  if (!box) return '';
  const share = (part: number, whole: number): string => `${((part / whole) * 100).toFixed(3)}%`;
  const place = [
    `left:${share(box.x0, width)}`,
    `top:${share(box.y0, height)}`,
    `width:${share(box.x1 - box.x0, width)}`,
    `height:${share(box.y1 - box.y0, height)}`,
  ].join(';');
  const title = `${cellName(table, cell)}\n${cell.text}`;
  return `<a href="#${cellId(table, cell)}" style="${place}" title="${escapeHtml(title)}"></a>`;
}

function blockHtml(block: Block): string {
  if (block.kind === 'table') return tableHtml(block);
  return `<p>${escapeHtml((block.number ?? '') + block.text)}</p>`;
}

function tableHtml(table: Table): string {
  const rows = Array.from({ length: table.rows }, (): string[] => []);
  for (const cell of table.cells) rows[cell.row]?.push(cellHtml(table, cell));
  const lines = rows.map((cells) => `<tr>${cells.join('')}</tr>`);
  const inside = table.parent ? `，在表 ${table.parent.tableNo} 内` : '';
  const caption = `表 ${table.tableNo}：${table.rows}×${table.columns}${inside}`;
  return `<table><caption>${caption}</caption>\n${lines.join('\n')}\n</table>`;
}

function cellHtml(table: Table, cell: Cell): string {
  const spans = [
    cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : '',
    cell.columnSpan > 1 ? ` colspan="${cell.columnSpan}"` : '',
  ].join('');
  return `<td id="${cellId(table, cell)}"${spans} title="${cellName(table, cell)}">${escapeHtml(cell.text)}</td>`;
}

function leftoverList({ document }: Understood): string {
  const leftovers = document?.leftovers ?? [];
  if (leftovers.length === 0) return '';
  const items = leftovers.map(
    ({ reason, location, text }) =>
      `<dt>${escapeHtml(`${reason}  ${location}`)}</dt><dd>${escapeHtml(text)}</dd>`,
  );
  return `<h2>剩余文本</h2><dl>${items.join('\n')}</dl>`;
}

function cellName(table: Table, cell: Cell): string {
  return `表 ${table.tableNo} 行 ${cell.row + 1} 列 ${cell.column + 1}`;
}

function cellId(table: Table, cell: Cell): string {
  return `t${table.tableNo}r${cell.row + 1}c${cell.column + 1}`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
