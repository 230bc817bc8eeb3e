import { describe, expect, test } from 'vitest';
import { drawing, mm, packageFile, page, text } from './package-file.ts';
import { read } from './read.ts';

const columns = [20, 60, 100, 140];
const rows = [30, 40, 50, 60, 70];

/** A rectangle filled with a colour, its whole box. */
function filled(x: number, y: number, width: number, height: number, colour: string): string {
  return `<ofd:PathObject Boundary="${x} ${y} ${width} ${height}" Stroke="false" Fill="true"><ofd:FillColor Value="${colour}"/><ofd:AbbreviatedData>M 0 0 L ${width} 0 L ${width} ${height} L 0 ${height} C</ofd:AbbreviatedData></ofd:PathObject>`;
}

function cellsOf(draw: (x: number, y: number, row: number, column: number) => string): string {
  return rows
    .slice(0, -1)
    .flatMap((y, row) => columns.slice(0, -1).map((x, column) => draw(x, y, row, column)))
    .join('');
}

describe('filled rectangles', () => {
  test('draw the cells of a table without lines, in colours or white on a ground', async () => {
    // One cell stands over the two of the other columns, one beside three rows.
    const tiles = (colour: string): string =>
      cellsOf((x, y, row, column) => {
        if (column === 0) return row > 1 ? '' : filled(x, y, 39.6, row === 1 ? 29.6 : 9.6, colour);
        if (row > 0) return filled(x, y, 39.6, 9.6, colour);
        return column === 1 ? filled(x, y, 79.6, 9.6, colour) : '';
      });
    const shown = cellsOf((x, y, row, column) =>
      (column === 0 && row > 1) || (row === 0 && column > 1)
        ? ''
        : text(x + 2, y + 2, 4, `${row}${column}.50`),
    );
    for (const background of [
      tiles('220 230 241'),
      filled(19.6, 29.6, 120.4, 40.4, '0 0 0') + tiles('255 255 255'),
    ]) {
      const { value } = await read(packageFile([page(background + shown)]));
      const [table] = value.blocks;
      const cells = table?.kind === 'table' ? table.cells : [];
      expect(value.blocks).toHaveLength(1);
      expect(cells).toHaveLength(9);
      expect(cells).toContainEqual(
        expect.objectContaining({ row: 0, column: 1, columnSpan: 2, text: '01.50' }),
      );
      expect(cells).toContainEqual(
        expect.objectContaining({ row: 1, column: 0, rowSpan: 3, text: '10.50' }),
      );
    }
  });

  test('are given as far as their object shows them; thin ones are lines, clear ones nothing', async () => {
    const cut = `<ofd:PathObject Boundary="20 30 40 10" Stroke="false" Fill="true"><ofd:FillColor Value="255"/><ofd:AbbreviatedData>M 0 0 L 40 0 L 40 100 L 0 100 C</ofd:AbbreviatedData></ofd:PathObject>`;
    const clear = filled(20, 50, 40, 10, '0 0 0').replace('Value', 'Alpha="0" Value');
    const drawn = await drawing(
      packageFile([page(cut + clear + filled(20, 80, 100, 0.5, '0 0 0'))]),
    );
    expect(drawn.pages[0]?.segments).toHaveLength(1);
    const [only, more] = drawn.pages[0]?.fills ?? [];
    expect(more).toBeUndefined();
    expect(only?.white).toBe(true);
    expect([only?.x0, only?.x1, only?.y0].map(mm)).toEqual([20, 60, 30]);
    expect(mm(only?.y1)).toBeLessThan(41);
  });

  test('turn with a page whose text lies on its side', async () => {
    const lying = `<ofd:TextObject Boundary="50 20 10 100" Size="5" CTM="0 1 -1 0 5 0"><ofd:TextCode X="0" Y="0" DeltaX="5 5 5">部门预算</ofd:TextCode></ofd:TextObject>`;
    const drawn = await drawing(packageFile([page(filled(10, 20, 30, 5, '200') + lying)]));
    const { width = 0, fills = [] } = drawn.pages[0] ?? {};
    expect(mm(width)).toBe(297);
    expect(fills).toHaveLength(1);
    expect([mm(fills[0]?.x0), mm(fills[0]?.x1), mm(fills[0]?.y0), mm(fills[0]?.y1)]).toEqual([
      20, 25, 170, 200,
    ]);
  });
});
