import fc from 'fast-check';
import { expect, test } from 'vitest';
import { column, type Row, read, xlsx } from './workbook-file.ts';

const value = fc.oneof(
  { weight: 4, arbitrary: fc.constant(undefined) },
  { weight: 3, arbitrary: fc.constantFrom('预算', '执行数', '|甲', '|', '_乙', '填报人：', '12') },
  { weight: 1, arbitrary: fc.integer({ min: -999, max: 999 }) },
);
const merge = fc
  .tuple(fc.nat(7), fc.nat(7), fc.nat(3), fc.nat(3))
  .map(([c, r, width, height]) => `${column(c)}${r + 1}:${column(c + width)}${r + 1 + height}`);
const hiddenColumn = fc.nat(7).map((c) => `<col min="${c + 1}" max="${c + 1}" hidden="1"/>`);

/** Rows of any shape, with merges that may overlap, columns that may be hidden. */
const sheet = fc.record({
  rows: fc.array(fc.array(value, { maxLength: 8 }), { maxLength: 12 }),
  merges: fc.array(merge, { maxLength: 5 }),
  columns: fc.array(hiddenColumn, { maxLength: 2 }),
});

test('no text of a sheet is lost or stands twice, and every table is a whole grid', async () => {
  await fc.assert(
    fc.asyncProperty(sheet, async ({ rows, merges, columns }) => {
      const before = columns.length > 0 ? `<cols>${columns.join('')}</cols>` : '';
      const bytes = xlsx([{ rows: rows as readonly Row[], merges, before }]);
      // The reading itself is held to its accounts.
      const { value: document } = await read(bytes);
      for (const block of document.blocks) {
        if (block.kind !== 'table') continue;
        const covered = block.cells.reduce((sum, c) => sum + c.rowSpan * c.columnSpan, 0);
        expect(covered).toBe(block.rows * block.columns);
        const places = new Set<string>();
        for (const c of block.cells) {
          for (let r = c.row; r < c.row + c.rowSpan; r++) {
            for (let k = c.column; k < c.column + c.columnSpan; k++) places.add(`${r} ${k}`);
          }
        }
        expect(places.size).toBe(covered);
      }
    }),
    { numRuns: 300 },
  );
});
