import { declarations, mainXml, p, pack, r, tc } from '../docx/word-file.ts';

const office = 'http://schemas.openxmlformats.org';
const relationTypes = `${office}/officeDocument/2006/relationships`;
const relations = (list: string): string =>
  `<Relationships xmlns="${office}/package/2006/relationships">${list}</Relationships>`;
const relation = (type: string, target: string): string =>
  `<Relationship Id="${type}" Type="${relationTypes}/${type}" Target="${target}"/>`;
const contentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** What draws the document: numbers that look random, the same for the same seed. */
interface Draw {
  /** A whole number from the least up to the most. */
  number(least: number, most: number): number;
  chance(share: number): boolean;
  /** A text that no other has. */
  text(): string;
}

function createDraw(seed: number): Draw {
  let state = seed * 7919;
  let texts = 0;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return {
    number: (least, most) => least + Math.floor(next() * (most - least + 1)),
    chance: (share) => next() < share,
    text: () => `第${++texts}段文字`,
  };
}

/**
 * A .docx of paragraphs, lists, and tables with merged cells and tables inside, of hidden, struck
 * and deleted text, such as an office program can open.
 */
export function randomDocument(seed: number): Uint8Array {
  const draw = createDraw(seed);
  let body = '';
  for (let part = draw.number(2, 4); part > 0; part--) {
    body += p(draw.text());
    for (let count = draw.number(0, 3); count > 0; count--) body += paragraph(draw);
    body += table(draw, 0);
  }
  body += p(draw.text());
  return pack({
    '[Content_Types].xml': `<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${contentType}.document.main+xml"/><Override PartName="/word/numbering.xml" ContentType="${contentType}.numbering+xml"/></Types>`,
    '_rels/.rels': relations(relation('officeDocument', 'word/document.xml')),
    'word/_rels/document.xml.rels': relations(relation('numbering', 'numbering.xml')),
    'word/numbering.xml': numbering(draw),
    'word/document.xml': mainXml(body),
  });
}

const formats = [
  'decimal',
  'chineseCountingThousand',
  'upperLetter',
  'lowerRoman',
  'decimalEnclosedCircle',
  'ideographTraditional',
  'decimalFullWidth',
];

function numbering(draw: Draw): string {
  const level = (number: number, format: string, text: string): string =>
    `<w:lvl w:ilvl="${number}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const lists = [1, 2].map((id) => {
    const first = formats[draw.number(0, formats.length - 1)] ?? 'decimal';
    const levels =
      level(0, first, '%1、') + level(1, 'decimal', '（%2）') + level(2, 'decimal', '%2.%3');
    return `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${levels}</w:abstractNum>`;
  });
  const instances = [1, 2].map(
    (id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`,
  );
  return `<w:numbering ${declarations}>${lists.join('')}${instances.join('')}</w:numbering>`;
}

function paragraph(draw: Draw): string {
  const text = draw.text();
  const kinds = [
    () =>
      p(
        text,
        `<w:numPr><w:ilvl w:val="${draw.number(0, 2)}"/><w:numId w:val="${draw.number(1, 2)}"/></w:numPr>`,
      ),
    () => `<w:p>${r(text, '<w:vanish/>')}${r('可见')}</w:p>`,
    () => `<w:p>${r(text, '<w:strike/>')}${r('有效')}</w:p>`,
    () => `<w:p>${r('100')}${r('1', '<w:vertAlign w:val="superscript"/>')}${r(text)}</w:p>`,
    () => `<w:p>${r(text)}<w:r><w:br/></w:r>${r('换行')}<w:r><w:tab/></w:r>${r('制表')}</w:p>`,
    () =>
      `<w:p><w:del w:id="1" w:author="a" w:date="2024-01-01T00:00:00Z"><w:r><w:delText>旧</w:delText></w:r></w:del>${r(text)}</w:p>`,
  ];
  const kind = draw.chance(0.4) ? kinds[draw.number(0, kinds.length - 1)] : undefined;
  return kind?.() ?? p(text);
}

interface Area {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
}

function table(draw: Draw, depth: number): string {
  const { areas, rows, columns } = cut(draw);
  const widths = Array.from({ length: columns }, () => draw.number(3, 30) * 50);
  const sum = (from: number, count: number): number =>
    widths.slice(from, from + count).reduce((total, width) => total + width, 0);
  const lines = Array.from({ length: rows }, (_, row) => {
    const inRow = areas
      .filter((area) => area.row <= row && row < area.row + area.rowSpan)
      .sort((a, b) => a.column - b.column);
    const cells = inRow.map((area) => {
      const begins = area.row === row;
      const merge = begins ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>';
      const width = `<w:tcW w:w="${sum(area.column, area.columnSpan)}" w:type="dxa"/>`;
      const span = `<w:gridSpan w:val="${area.columnSpan}"/>`;
      return tc(
        begins ? inside(draw, depth) : '<w:p/>',
        width + span + (area.rowSpan > 1 ? merge : ''),
      );
    });
    return `<w:tr>${cells.join('')}</w:tr>`;
  });
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  return `<w:tbl><w:tblPr><w:tblW w:w="${sum(0, columns)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${lines.join('')}</w:tbl>`;
}

function inside(draw: Draw, depth: number): string {
  let content = paragraph(draw);
  if (draw.chance(0.3)) content += paragraph(draw);
  if (depth < 2 && draw.chance(0.04)) content += table(draw, depth + 1) + p(draw.text());
  return content;
}

/**
 * Cuts a grid into areas at random. A row in which nothing begins, and a line between columns at
 * which nothing does, can be told from no cell, so there are none.
 */
function cut(draw: Draw): { areas: Area[]; rows: number; columns: number } {
  const rows = draw.number(1, 9);
  const columns = draw.number(1, 9);
  const taken = Array.from({ length: rows }, () => new Array<boolean>(columns).fill(false));
  const areas: Area[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (taken[row]?.[column]) continue;
      const wide = draw.chance(0.4) ? draw.number(1, 4) : 1;
      const tall = draw.chance(0.35) ? draw.number(1, 4) : 1;
      let columnSpan = 1;
      while (
        columnSpan < wide &&
        column + columnSpan < columns &&
        !taken[row]?.[column + columnSpan]
      ) {
        columnSpan++;
      }
      const rowSpan = Math.min(tall, rows - row);
      for (let y = row; y < row + rowSpan; y++) taken[y]?.fill(true, column, column + columnSpan);
      areas.push({ row, column, rowSpan, columnSpan });
    }
  }
  const rowLines = [...new Set(areas.map((area) => area.row))].sort((a, b) => a - b);
  const columnLines = [...new Set(areas.map((area) => area.column))].sort((a, b) => a - b);
  const within = (lines: readonly number[], from: number, span: number): number =>
    lines.filter((line) => line >= from && line < from + span).length;
  return {
    rows: rowLines.length,
    columns: columnLines.length,
    areas: areas.map(({ row, column, rowSpan, columnSpan }) => ({
      row: rowLines.indexOf(row),
      column: columnLines.indexOf(column),
      rowSpan: within(rowLines, row, rowSpan),
      columnSpan: within(columnLines, column, columnSpan),
    })),
  };
}
