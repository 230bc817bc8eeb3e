import { viewBytes } from '../byte-view.ts';
import { operandNumber, operandSigned, type Sprm } from './sprm.ts';

/** A cell as a row defines it. */
export interface ShapedCell {
  /** 0 for no merge; what 1, 2 and 3 mean depends on the writer: see joinsPrevious. */
  horizontal: number;
  vertical: 'restart' | 'continue' | null;
}

/** A row's cells and where they begin and end: one edge more than cells, in twips. */
export interface RowShape {
  edges: number[];
  cells: ShapedCell[];
}

/** Word allows 63 cells in a row. */
const mostCells = 64;
/** What is left between text and border where nothing says it. */
const usualGap = 108;

/** The shape that a row's modifiers give ([MS-DOC] 2.6.3); null where they define no cells. */
export function readRowShape(sprms: readonly Sprm[]): RowShape | null {
  const row: Row = { edges: [], cells: [], gap: usualGap };
  for (const sprm of sprms) readers[sprm.code]?.(row, sprm);
  return row.cells.length === 0 ? null : { edges: row.edges, cells: row.cells };
}

interface Row extends RowShape {
  /** Half of the space between two cells' texts. */
  gap: number;
}

const readers: Readonly<Record<number, (row: Row, sprm: Sprm) => void>> = {
  38402: (row, sprm) => {
    row.gap = operandSigned(sprm, 0);
  },
  // sprmTDxaLeft: the text of the first cell begins here; the row moves along.
  38401: (row, sprm) => {
    const by = operandSigned(sprm, 0) - ((row.edges[0] ?? 0) + row.gap);
    row.edges = row.edges.map((edge) => edge + by);
  },
  54790: (row, sprm) => defineCells(row, sprm.operand, 10),
  54792: (row, sprm) => defineCells(row, sprm.operand, 20),
  30241: insertCells,
  22050: (row, { operand }) => {
    const [first = 0, end = 0] = operand;
    const removed = Math.max(0, Math.min(end, row.cells.length) - first);
    const width = (row.edges[first + removed] ?? 0) - (row.edges[first] ?? 0);
    row.cells.splice(first, removed);
    row.edges = row.edges
      .toSpliced(first, removed)
      .map((edge, index) => (index >= first ? edge - width : edge));
  },
  30243: (row, sprm) => {
    const [first = 0, end = 0] = sprm.operand;
    for (let i = first; i < Math.min(end, row.cells.length); i++) {
      widen(row, i, operandSigned(sprm, 2));
    }
  },
  22052: (row, sprm) => setMerge(row, sprm, (index) => (index === 0 ? 1 : 2)),
  22053: (row, sprm) => setMerge(row, sprm, () => 0),
  54827: (row, { operand }) => {
    const [index = 0, merge = 0] = operand;
    const cell = row.cells[index];
    if (cell) cell.vertical = merge === 0 ? null : merge === 1 ? 'continue' : 'restart';
  },
};

/** [MS-DOC] 2.9.325, TDefTableOperand: the number of cells, their edges, and each one's flags. */
function defineCells(row: Row, operand: Uint8Array, cellLength: number): void {
  const view = viewBytes(operand, 'table definition');
  const count = Math.min(operand[0] ?? 0, mostCells);
  if (1 + (count + 1) * 2 > operand.length) return;
  const flags = 1 + (count + 1) * 2;
  row.edges = Array.from({ length: count + 1 }, (_, index) => view.i16(1 + index * 2));
  row.cells = Array.from({ length: count }, (_, index) => {
    const at = flags + index * cellLength;
    return readCell(at + 2 <= operand.length ? view.u16(at) : 0);
  });
}

/** [MS-DOC] 2.9.330, TCGRF. */
function readCell(flags: number): ShapedCell {
  const vertical = (flags >> 5) & 3;
  return {
    horizontal: flags & 3,
    vertical: vertical === 0 ? null : vertical === 1 ? 'continue' : 'restart',
  };
}

function insertCells(row: Row, sprm: Sprm): void {
  const [first = 0, wanted = 0] = sprm.operand;
  const at = Math.min(first, row.cells.length);
  const count = Math.min(wanted, mostCells - row.cells.length);
  const width = Math.max(0, operandSigned(sprm, 2));
  if (count <= 0) return;
  const start = row.edges[at] ?? 0;
  const added = Array.from({ length: count }, (_, index) => start + (index + 1) * width);
  row.edges = [
    ...(row.edges.length === 0 ? [start] : row.edges.slice(0, at + 1)),
    ...added,
    ...row.edges.slice(at + 1).map((edge) => edge + count * width),
  ];
  row.cells.splice(at, 0, ...added.map((): ShapedCell => ({ horizontal: 0, vertical: null })));
}

function widen(row: Row, cell: number, width: number): void {
  const by = width - ((row.edges[cell + 1] ?? 0) - (row.edges[cell] ?? 0));
  row.edges = row.edges.map((edge, index) => (index > cell ? edge + by : edge));
}

function setMerge(row: Row, sprm: Sprm, merge: (index: number) => number): void {
  const value = operandNumber(sprm);
  const first = value & 0xff;
  row.cells.slice(first, value >> 8).forEach((cell, index) => {
    cell.horizontal = merge(index);
  });
}

/**
 * Which cells of a row go on the horizontal merge of the cell before. Word 97 wrote 1 for the first
 * cell of a merge and 2 for the others, [MS-DOC] 2.9.330 has it the other way round, and 3 is
 * always a first: the first of cells in a row that merge tells which it is.
 */
export function joinsPrevious(cells: readonly ShapedCell[]): boolean[] {
  let first = 0;
  return cells.map(({ horizontal }) => {
    if (horizontal === 0) {
      first = 0;
      return false;
    }
    if (first === 0) {
      first = horizontal;
      return false;
    }
    return horizontal !== first && horizontal !== 3;
  });
}
