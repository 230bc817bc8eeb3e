import { describe, expect, test } from 'vitest';
import { understand } from '../../../pipeline/understand.ts';
import { buildLabelIndex } from '../../../pipeline/vocabulary/label-index.ts';
import { builtInVocabulary } from '../../../schemas/built-in-vocabulary.ts';
import type { Block, Table } from '../../../schemas/document.ts';
import { docxFile, htmlFile, odtFile, rtfFile } from './flow-files.ts';
import { factsOf, fold } from './form-facts.ts';
import { type LaidPage, layOutForm } from './laid-pages.ts';
import { type OfdHabits, ofdFile } from './ofd-file.ts';
import { type FormTable, oneForm, oneFormFacts } from './one-form.ts';
import { paperPdf } from './paper-pdf.ts';
import { sheetFile } from './sheet-file.ts';
import { findOffice, word97 } from './word-97.ts';

const labels = buildLabelIndex(builtInVocabulary);

const expected = oneFormFacts.map((line) => line.split(' ').map(fold).join(' '));

/** Papers on which the table breaks at different rows; the last two cut a row through. */
const papers = [
  { height: 842, cutsRows: false },
  { height: 620, cutsRows: false },
  { height: 480, cutsRows: false },
  { height: 500, cutsRows: true },
  { height: 610, cutsRows: true },
];

/**
 * Where a label merged over two rows is cut after the first, all that is drawn is a label and, on
 * the next page, a blank cell.
 */
const cutsMerge = / 480 /;

/** How a converter, an editor and a form filler write OFD. */
const habits: readonly OfdHabits[] = [
  { lines: 'bars', text: 'points' },
  { lines: 'template', text: 'single' },
  { lines: 'stroked', text: 'averaged' },
];

const carriers: readonly (readonly [string, string, () => Uint8Array])[] = [
  ['docx', 'form.docx', () => docxFile(oneForm)],
  ['rtf', 'form.rtf', () => rtfFile(oneForm)],
  ['odt', 'form.odt', () => odtFile(oneForm)],
  ['html', 'form.html', () => htmlFile(oneForm)],
  ['xlsx', 'form.xlsx', () => sheetFile(oneForm, 'xlsx')],
  ['xls', 'form.xls', () => sheetFile(oneForm, 'biff8')],
  ['ods', 'form.ods', () => sheetFile(oneForm, 'ods')],
  ...habits.map(
    (habit) =>
      [
        `ofd with ${habit.lines} and ${habit.text}`,
        'form.ofd',
        () => ofdFile(layOutForm(oneForm, { height: 620, cutsRows: false }), habit),
      ] as const,
  ),
  ...papers.flatMap((paper) => {
    const name = `${paper.height} points high${paper.cutsRows ? ', a row cut through' : ''}`;
    return [
      [`ofd ${name}`, 'form.ofd', () => ofdFile(layOutForm(oneForm, paper))],
      [`pdf ${name}`, 'form.pdf', () => paperPdf(layOutForm(oneForm, paper))],
    ] as const;
  }),
];

const formTable = oneForm.find((block) => block.kind === 'table');

/** A table's cells as places, spans and texts. */
function gridOf(table: Pick<Table, 'cells'> | FormTable | undefined): string[] {
  return (table?.cells ?? []).map(
    ({ row, column, rowSpan, columnSpan, text }) =>
      `${row},${column} ${rowSpan}×${columnSpan} ${fold(text)}`,
  );
}

function gridsOf(blocks: readonly Block[]): string[][] {
  return blocks.flatMap((block) => (block.kind === 'table' ? [gridOf(block)] : []));
}

describe('one form says the same', () => {
  test.each(carriers)('as %s', async (carrier, name, write) => {
    const understood = await understand(write(), name, { labels });
    expect(factsOf(understood.forms ?? [])).toEqual(expected);
    expect(understood.unaccountedCharacters).toBe(0);
    if (cutsMerge.test(carrier)) return;
    expect(gridsOf(understood.document?.blocks ?? [])).toEqual([gridOf(formTable)]);
  });

  const office = findOffice();
  test.skipIf(office === null)(
    'as doc',
    async () => {
      const bytes = word97(office ?? '', rtfFile(oneForm));
      const understood = await understand(bytes, 'form.doc', { labels });
      expect(factsOf(understood.forms ?? [])).toEqual(expected);
      expect(understood.unaccountedCharacters).toBe(0);
    },
    150_000,
  );

  test('on papers whose breaks fall into different rows, and through rows', () => {
    const pagesOf = (height: number, cutsRows: boolean): LaidPage[] =>
      layOutForm(oneForm, { height, cutsRows });
    const whole = papers.filter(({ cutsRows }) => !cutsRows);
    const firsts = whole.map(({ height }) => pagesOf(height, false)[1]?.texts[0]?.text);
    expect(new Set(firsts).size).toBe(whole.length);
    for (const { height } of papers.filter(({ cutsRows }) => cutsRows)) {
      const [uncut, cut] = [pagesOf(height, false)[0], pagesOf(height, true)[0]];
      expect(cut?.texts.length).toBeGreaterThan(uncut?.texts.length ?? Infinity);
    }
  });
});
