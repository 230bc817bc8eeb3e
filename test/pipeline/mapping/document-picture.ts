import { mapForms } from '../../../pipeline/stages/map.ts';
import { recognize } from '../../../pipeline/stages/recognize.ts';
import { buildLabelIndex } from '../../../pipeline/vocabulary/label-index.ts';
import { builtInVocabulary } from '../../../schemas/built-in-vocabulary.ts';
import type { Block, Cell, ExtractedDocument } from '../../../schemas/document.ts';
import type { MappedForm } from '../../../schemas/form.ts';

export const labels = buildLabelIndex(builtInVocabulary);

/**
 * A document drawn as text: a line is a paragraph; lines that begin with | are a table, whose cell
 * holding only < goes on the one to its left, and ^ the one above. ↵ is a line break in a cell. A
 * line of --- ends a table, so that another may follow at once. Leading `1、#` is an automatic number.
 */
export function drawn(picture: string, ragged = false): ExtractedDocument {
  const blocks: Block[] = [];
  let rows: string[] = [];
  let tableNo = 0;
  const closeTable = () => {
    if (rows.length > 0) blocks.push(tableOf(rows, ++tableNo, ragged));
    rows = [];
  };
  for (const line of picture.split('\n').map((l) => l.trim())) {
    if (line.startsWith('|')) rows.push(line);
    else {
      closeTable();
      const [number, text] = line.includes('#') ? line.split('#', 2) : [null, line];
      if (line !== '' && line !== '---')
        blocks.push({ kind: 'paragraph', text: text ?? '', number: number ?? null, page: null });
    }
  }
  closeTable();
  return {
    format: 'docx',
    extractor: 'drawn',
    pages: null,
    modifiedAt: null,
    blocks,
    leftovers: [],
    generated: '',
    sourceCharacters: {},
  };
}

function tableOf(lines: readonly string[], tableNo: number, ragged: boolean): Block {
  const grid = lines.map((line) =>
    line
      .replace(/^\||\|$/g, '')
      .split('|')
      .map((text) => text.trim()),
  );
  const cells: Cell[] = grid.flatMap((row, r) =>
    row.flatMap((text, c) =>
      text === '<' || text === '^' ? [] : [cellAt(grid, r, c, text.replaceAll('↵', '\n'))],
    ),
  );
  const columns = Math.max(...grid.map((row) => row.length));
  return {
    kind: 'table',
    tableNo,
    rows: grid.length,
    columns,
    cells,
    ragged,
    parent: null,
    page: null,
  };
}

function cellAt(grid: readonly string[][], row: number, column: number, text: string): Cell {
  const spanned = (values: readonly (string | undefined)[], mark: string) => {
    const end = values.findIndex((value) => value !== mark);
    return 1 + (end < 0 ? values.length : end);
  };
  return {
    row,
    column,
    rowSpan: spanned(
      grid.slice(row + 1).map((r) => r[column]),
      '^',
    ),
    columnSpan: spanned(grid[row]?.slice(column + 1) ?? [], '<'),
    text,
    page: null,
    box: null,
    confidence: 1,
  };
}

/** The forms of a drawn document, read. */
export function readDrawn(picture: string, ragged = false): MappedForm[] {
  const document = drawn(picture, ragged);
  const forms = recognize(document, labels).value;
  return mapForms({ document, forms, documentId: 'drawn', fileName: 'drawn.docx' }, labels).value;
}

/** Lines and measures of a form's amounts, in 元: total.executed=1200. */
export function amountsOf(form: MappedForm | undefined): string[] {
  return (form?.amounts ?? []).map(
    (a) => `${a.line_code}.${a.measure}=${a.amount_fen === null ? '?' : a.amount_fen / 100}`,
  );
}

/** An indicator on one line: level 1/level 2/name: target → actual (weight, score). */
export function indicatorsOf(form: MappedForm | undefined): string[] {
  return (form?.indicators ?? []).map(
    (i) =>
      `${i.level1_code}/${i.level2_code}/${i.level3}: ${i.target_raw} → ${i.actual_raw} (${i.weight}, ${i.score})`,
  );
}
