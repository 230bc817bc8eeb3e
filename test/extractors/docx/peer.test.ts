import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import mammoth from 'mammoth';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { docx } from '../../../extractors/docx/docx.ts';
import { defaultLimits } from '../../../extractors/extractor.ts';
import type { Table } from '../../../schemas/document.ts';
import { p, tables, tbl, tc, tr, wordFile } from './word-file.ts';

/** Each table's rows as the spans and texts of their cells, innermost tables included, in order. */
type Outline = [rowSpan: number, columnSpan: number, text: string][][];

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}

/** The tables of mammoth's HTML. */
async function peerOutlines(bytes: Uint8Array): Promise<Outline[]> {
  const { value: html } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    {
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      ignoreEmptyParagraphs: false,
    },
  );
  const outlines: Outline[] = [];
  const open: Outline[] = [];
  const cells: [number, number, string][] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'table') {
      const outline: Outline = [];
      outlines.push(outline);
      open.push(outline);
    } else if (name === 'tr') open.at(-1)?.push([]);
    else if (name === 'td' || name === 'th') {
      const { rowspan = 1, colspan = 1 } = attributes;
      const cell: [number, number, string] = [Number(rowspan), Number(colspan), ''];
      open.at(-1)?.at(-1)?.push(cell);
      cells.push(cell);
    }
  });
  parser.on('text', (text) => {
    const cell = cells.at(-1);
    if (cell) cell[2] += squeeze(text);
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'table') open.pop();
    if (name === 'td' || name === 'th') cells.pop();
  });
  parser.write(`<html>${html}</html>`).close();
  return outlines;
}

function outlineOf(table: Table): Outline {
  return Array.from({ length: table.rows }, (_, row) =>
    table.cells
      .filter((cell) => cell.row === row)
      .map((cell) => [cell.rowSpan, cell.columnSpan, squeeze(cell.text)]),
  );
}

async function expectSameGrids(bytes: Uint8Array): Promise<void> {
  const { value } = await docx.extract(bytes, defaultLimits);
  expect(tables(value).map(outlineOf)).toEqual(await peerOutlines(bytes));
}

test('an independent reader sees the same spans and texts', async () => {
  const restart = '<w:vMerge w:val="restart"/>';
  await expectSameGrids(
    wordFile(
      p('前') +
        tbl(
          4,
          tr(tc('a', `<w:gridSpan w:val="2"/>${restart}`), tc('b', restart), tc('c')),
          tr(
            tc('<w:p/>', '<w:gridSpan w:val="2"/><w:vMerge/>'),
            tc('<w:p/>', '<w:vMerge/>'),
            tc('d'),
          ),
          tr(tc('e'), tc('f', '<w:gridSpan w:val="3"/>')),
        ) +
        tbl(1, tr(tc(`${tbl(2, tr(tc('内'), tc('嵌')))}<w:p/>`))),
    ),
  );
});

const dev = join(import.meta.dirname, '../../../../shared/eval/dev');

describe.skipIf(!existsSync(dev))('on sample documents', () => {
  const samples = existsSync(dev) ? readdirSync(dev).filter((name) => name.endsWith('.docx')) : [];

  test('every document that both can read has the same grids', async () => {
    let compared = 0;
    for (const name of samples) {
      const bytes = readFileSync(join(dev, name));
      const readable = await docx.extract(bytes, defaultLimits).then(
        ({ value }) => value.generated === '' && value.leftovers.length === 0,
        () => false,
      );
      if (!readable) continue;
      await expectSameGrids(bytes);
      compared++;
    }
    expect(compared).toBeGreaterThan(3);
  });
});
