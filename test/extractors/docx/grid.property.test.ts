import fc from 'fast-check';
import { expect, test } from 'vitest';
import { read, tables, tbl, tc, tr, wordFile } from './word-file.ts';

interface Area {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
}

/** Cuts a grid into areas, each as large as its wish allows. */
function cut(
  rows: number,
  columns: number,
  wishes: readonly (readonly [number, number])[],
): Area[] {
  const taken = Array.from({ length: rows }, () => new Array<boolean>(columns).fill(false));
  const areas: Area[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (taken[row]?.[column]) continue;
      const [tall, wide] = wishes[areas.length % wishes.length] ?? [1, 1];
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
  return areas;
}

function write(rows: number, columns: number, areas: readonly Area[]): string {
  const lines = Array.from({ length: rows }, (_, row) => {
    const inRow = areas
      .map((area, index) => ({ ...area, index }))
      .filter((area) => area.row <= row && row < area.row + area.rowSpan)
      .sort((a, b) => a.column - b.column);
    return tr(
      ...inRow.map((area) => {
        const begins = area.row === row;
        const span = `<w:gridSpan w:val="${area.columnSpan}"/>`;
        const merge = begins ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>';
        const properties = span + (area.rowSpan > 1 ? merge : '');
        return tc(begins ? `格${area.index}` : '<w:p/>', properties);
      }),
    );
  });
  return tbl(columns, ...lines);
}

test('any grid of merged cells comes back as it was written', async () => {
  const wish = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }));
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 1, max: 8 }),
      fc.array(wish, { minLength: 1, maxLength: 12 }),
      async (rows, columns, wishes) => {
        const areas = cut(rows, columns, wishes);
        const { value, notices } = await read(wordFile(write(rows, columns, areas)));
        const [table] = tables(value);
        expect(notices).toEqual([]);
        expect([table?.rows, table?.columns]).toEqual([rows, columns]);
        expect(
          table?.cells.map(({ row, column, rowSpan, columnSpan, text }) => [
            { row, column, rowSpan, columnSpan },
            text,
          ]),
        ).toEqual(areas.map((area, index) => [area, `格${index}`]));
      },
    ),
    { numRuns: 60 },
  );
});
