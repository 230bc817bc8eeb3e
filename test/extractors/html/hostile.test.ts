import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultLimits } from '../../../extractors/extractor.ts';
import { readPage } from './read.ts';

describe('a hostile page', () => {
  test('may nest ten thousand elements', async () => {
    const read = await readPage(`${'<div>'.repeat(10_000)}深${'</div>'.repeat(10_000)}`);
    expect(read.paragraphs).toEqual(['深']);
  });

  test('is refused where it nests more than a parser can walk in good time', async () => {
    await expect(readPage('<div>'.repeat(30_000))).rejects.toMatchObject({
      code: 'document_too_deep',
    });
  });

  test('is refused where misnested tags make it grow without end', async () => {
    const open = Array.from({ length: 400 }, (_, i) => `<b id=${i}>`).join('');
    await expect(
      readPage(`<p>${open}${'<p>x'.repeat(500)}`, { ...defaultLimits, elements: 50_000 }),
    ).rejects.toMatchObject({ code: 'file_too_large' });
  });

  test('may call its elements like parts of the language', async () => {
    const read = await readPage(
      '<constructor>甲</constructor><ol type=constructor><li>乙</ol><p style="constructor:x;mso-element:constructor">丙</p><p class=__proto__>丁',
    );
    expect(read.paragraphs).toEqual(['甲', '1.乙', '丙', '丁']);
  });

  test('is refused where it holds no text', async () => {
    await expect(readPage('<html><body><img alt=图><p>&nbsp;</body>')).rejects.toMatchObject({
      code: 'no_text',
    });
  });
});

const pieces = fc.array(
  fc.constantFrom(
    ...[
      '<table border=1>',
      '<table>',
      '</table>',
      '<tr>',
      '<td rowspan=2>',
      '<td colspan=3>',
      '<td>',
    ],
    ...['<thead>', '<tfoot>', '<caption>', '<p>', '</p>', '<ol>', '<ul>', '<li>', '</ol>', '<br>'],
    ...[
      '<s>',
      '</s>',
      '<nav>',
      '</nav>',
      '<a href=x>',
      '</a>',
      '<b>',
      '</b>',
      '<div hidden>',
      '<td style="text-decoration:line-through">',
      '<tr style="visibility:hidden">',
      '</div>',
    ],
    ...[
      '甲',
      '1.5',
      ' ',
      '\n',
      '&nbsp;',
      '≥95%',
      '<select><option>',
      '<button>',
      '<h1>',
      '<pre>',
      '<ruby><rt>',
    ],
    ...[
      '<input type=checkbox>',
      '<input value=v>',
      "<span style='mso-list:Ignore'>",
      '</span>',
      '<svg><text>',
    ],
  ),
  { maxLength: 60 },
);

test('no character of any page is lost or told twice, and no grid position has two cells', async () => {
  await fc.assert(
    fc.asyncProperty(pieces, async (parts) => {
      const read = await readPage(`<title>题</title>${parts.join('')}`);
      expect(read.lost).toBe('');
      for (const { cells, rows, columns } of read.tables) {
        const taken = new Set<string>();
        for (const { row, column, rowSpan, columnSpan } of cells) {
          expect(row + rowSpan).toBeLessThanOrEqual(rows);
          expect(column + columnSpan).toBeLessThanOrEqual(columns);
          for (let y = row; y < row + rowSpan; y++) {
            for (let x = column; x < column + columnSpan; x++) {
              expect(taken.has(`${y} ${x}`)).toBe(false);
              taken.add(`${y} ${x}`);
            }
          }
        }
      }
    }),
    { numRuns: 400 },
  );
});
