import type { Cell } from '../../schemas/document.ts';
import type { Source } from '../../schemas/form.ts';
import { cellUnder, type GridRow } from '../grid.ts';
import type { Header } from '../recognition/headers.ts';
import { isBlank } from '../values/blank.ts';
import { readNumber } from '../values/number.ts';
import { cellSource, type FormContext, valueId, weakest } from './context.ts';

/** 总分 | 100 | 92: the row that closes the indicators. */
export function readTotalRow(row: GridRow, header: Header, context: FormContext): boolean {
  const first = row.cells.find((cell) => !isBlank(cell.text));
  const match = first && context.labels.exact('total_row', first.text);
  if (!first || !match) return false;
  const sources: Record<string, Source> = {};
  const cellFor = (code: string): Cell | undefined => {
    const column = header.columns.find((c) => c.code === code);
    if (!column) return undefined;
    // A ragged row is shorter by what its first cell spans: its columns count from the right.
    const shift = row.table.ragged ? header.row.cells.length - row.cells.length : 0;
    return shift > 0 ? row.at(column.range.from - shift) : cellUnder(row, column.range);
  };
  const read = (code: string): number | null => {
    const cell = cellFor(code);
    const value = cell && cell !== first ? readNumber(cell.text) : undefined;
    if (!cell || value === undefined) return null;
    sources[code] = cellSource(row.table, cell);
    return value;
  };
  let weight = read('weight');
  let score = read('score');
  if (weight === null && score === null) {
    // 总分 | 98: the columns above are no help; one figure is the score, two are points and score.
    const figures = row.cells.filter(
      (cell) => cell !== first && readNumber(cell.text) !== undefined,
    );
    const [points, reached] = figures.length === 1 ? [undefined, figures[0]] : figures;
    if (!reached || figures.length > 2) return row.cells.length > 1;
    const take = (cell: Cell | undefined, column: string): number | null => {
      if (!cell) return null;
      sources[column] = cellSource(row.table, cell, 'cell', 0.85);
      return readNumber(cell.text) ?? null;
    };
    weight = take(points, 'weight');
    score = take(reached, 'score');
  }
  context.form.form_totals.push({
    value_id: valueId(context, 'total'),
    confidence: weakest(sources),
    sources,
    weight,
    score,
  });
  return true;
}
