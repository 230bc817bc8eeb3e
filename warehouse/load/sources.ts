import type { Box } from '../../schemas/document.ts';
import type { Source } from '../../schemas/form.ts';
import { insertValues } from '../insert-row.ts';
import type { CellRecord } from '../load-record.ts';
import type { Warehouse } from '../warehouse.ts';

const columns = [
  'value_no',
  'ordinal',
  'set_no',
  'table_no',
  'row_no',
  'column_no',
  'from_cell',
  'page',
  'x0',
  'y0',
  'x1',
  'y1',
  'raw_text',
  'method',
  'confidence',
];

type InsertSources = (valueNo: number, sources: Readonly<Record<string, Source>>) => void;

/** Stores where the columns of a value came from; what a cell of the document says is not repeated. */
export function sourceInserter(warehouse: Warehouse, cells: readonly CellRecord[]): InsertSources {
  const insert = insertValues(warehouse, 'source', columns);
  const setOf = columnSets(warehouse);
  const byPlace = new Map(cells.map((cell) => [place(cell), cell]));
  return (valueNo, sources) => {
    let ordinal = 0;
    for (const { names, source } of groupColumns(sources)) {
      insert([valueNo, ordinal, setOf(names), ...placeValues(source, byPlace.get(place(source)))]);
      ordinal += 1;
    }
  };
}

/** The values of `columns` from table_no on; `cell` is the cell at the source's place. */
function placeValues(source: Source, cell: CellRecord | undefined): unknown[] {
  const { table_no, row_no, column_no, page, box, raw_text, method, confidence } = source;
  const from = cell !== undefined && standsAt(cell, source);
  return [
    table_no,
    row_no,
    column_no,
    from ? 1 : 0,
    ...(from
      ? nowhere
      : [page, box?.x0 ?? null, box?.y0 ?? null, box?.x1 ?? null, box?.y1 ?? null]),
    cell?.text === raw_text ? null : raw_text,
    method,
    confidence,
  ];
}

const nowhere: readonly null[] = [null, null, null, null, null];

/** The number of a set of columns. Remembered for one load only: a load may be undone. */
function columnSets(warehouse: Warehouse): (names: readonly string[]) => number {
  const find = warehouse.prepare('SELECT set_no FROM column_set WHERE columns = ?').pluck();
  const add = warehouse.prepare('INSERT INTO column_set (columns) VALUES (?) RETURNING set_no');
  const known = new Map<string, number>();
  return (names) => {
    const text = JSON.stringify(names);
    const setNo = known.get(text) ?? (find.get(text) as number | undefined);
    const found = setNo ?? (add.pluck().get(text) as number);
    known.set(text, found);
    return found;
  };
}

function place(at: Pick<Source, 'table_no' | 'row_no' | 'column_no'>): string {
  return `${at.table_no}:${at.row_no}:${at.column_no}`;
}

function standsAt(cell: CellRecord, source: Source): boolean {
  return cell.page === source.page && sameBox(cell.box, source.box);
}

/** Columns that came from the same place share a row: a target's text, operator, value and unit. */
function groupColumns(sources: Readonly<Record<string, Source>>) {
  const groups: { names: string[]; source: Source }[] = [];
  for (const [name, source] of Object.entries(sources)) {
    const group = groups.find((known) => sameSource(known.source, source));
    if (group === undefined) groups.push({ names: [name], source });
    else group.names.push(name);
  }
  return groups;
}

function sameSource(a: Source, b: Source): boolean {
  if (a === b) return true;
  return (
    a.row_no === b.row_no &&
    a.column_no === b.column_no &&
    a.table_no === b.table_no &&
    a.page === b.page &&
    a.raw_text === b.raw_text &&
    a.method === b.method &&
    a.confidence === b.confidence &&
    sameBox(a.box, b.box)
  );
}

function sameBox(a: Box | null, b: Box | null): boolean {
  if (a === null || b === null) return a === b;
  return a.x0 === b.x0 && a.y0 === b.y0 && a.x1 === b.x1 && a.y1 === b.y1;
}
