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
    noticeList(understood),
    ...pictures.map((picture) => pageFigure(picture, tables)),
    '<section>',
    ...blocks.map(blockHtml),
    '</section>',
    leftoverList(understood),
  ];
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeHtml(fileName)}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<style>${style}</style></head>
<body><main>
${body.join('\n')}
</main></body></html>
`;
}

const style = `
body{font:15px/1.55 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#1b1f24;background:#f1f3f6;margin:0}
main{max-width:1180px;margin:0 auto;padding:1.5rem}
h1{font-size:1.35rem;margin:0;overflow-wrap:anywhere}h2{font-size:1rem;margin:1.5rem 0 .25rem}
.about{color:#59626e;margin:.2rem 0 1rem;overflow-wrap:anywhere;font-size:.85rem}
.notices{margin:0 0 1.5rem;padding:.6rem 1rem .6rem 2rem;background:#fff6dd;border-left:4px solid #d99a00}
figure{margin:0 0 2rem}figcaption,caption,dt{color:#59626e;font-size:.85rem;text-align:left}
.page{position:relative;max-width:100%;background:#fff;box-shadow:0 1px 5px #0004}
.page img{position:absolute;inset:0;width:100%;height:100%}
.page a{position:absolute;box-sizing:border-box;border:1px solid #1769e0;background:#1769e014;color:inherit;text-decoration:none}
.page a:hover,.page a:focus{background:#ffd54a59;border-color:#b26a00;outline:2px solid #b26a00;z-index:1}
.page a:hover::after,.page a:focus::after{content:attr(aria-label);position:absolute;left:0;top:calc(100% + 4px);width:max-content;max-width:24rem;padding:.35rem .6rem;background:#1b1f24;color:#fff;font-size:13px;white-space:pre-wrap;overflow-wrap:anywhere;border-radius:3px;pointer-events:none}
table{border-collapse:collapse;background:#fff;margin:.5rem 0 1rem}
td{border:1px solid #aeb6c2;padding:.2rem .5rem;white-space:pre-wrap;vertical-align:top;scroll-margin:4rem}
td:target{background:#ffd54a}
section p{margin:.25rem 0;white-space:pre-wrap}dd{margin:0 0 .4rem 1.5rem;white-space:pre-wrap}
@media print{body{background:#fff;font-size:10pt}main{max-width:none;padding:0}
figure{break-after:page;break-inside:avoid}.page{box-shadow:none}
.page a{background:none;border-width:.5pt}tr,dd{break-inside:avoid}}`;

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
<div class="page" style="width:${((width * 4) / 3).toFixed(1)}px;aspect-ratio:${width.toFixed(2)}/${height.toFixed(2)}">
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
  return `<a href="#${cellId(table, cell)}" style="${place}" aria-label="${escapeHtml(title)}"></a>`;
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

function noticeList({ notices }: Understood): string {
  if (notices.length === 0) return '';
  const items = notices.map(({ message }) => `<li>${escapeHtml(message)}</li>`);
  return `<h2>提示</h2><ul class="notices">${items.join('\n')}</ul>`;
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
