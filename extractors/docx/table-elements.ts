import { addTable, flowText } from '../flow/flow.ts';
import {
  addRow,
  createTableBuilder,
  finishTable,
  isCovered,
  type SourceCell,
  type TableBuilder,
} from '../flow/table-builder.ts';
import { isOn, readInteger } from '../xml/xml-stream.ts';
import type { Closer, Opener } from './run-elements.ts';
import {
  addLeftover,
  addNotice,
  closeFlow,
  currentFlow,
  openFlow,
  popAside,
  pushAside,
  type Story,
} from './story.ts';

/** Word knows 63 columns; far more than that is damage, and would make grids of any size. */
const widestSpan = 1000;

/** Tables, rows and cells (ECMA-376 part 1, 17.4). */
export const tableOpeners: Readonly<Record<string, Opener>> = {
  'w:tbl': (story) => {
    story.tables.push(createTableBuilder());
  },
  'w:gridCol': (story, attributes) => {
    const builder = story.tables.at(-1);
    if (!builder) return;
    builder.gridColumns++;
    builder.widths.push(Math.max(0, readInteger(attributes.get('w:w')) ?? 0));
  },
  'w:tr': openRow,
  'w:trPr': (story) => story.properties.push('row'),
  'w:gridBefore': withRow((row, value) => {
    row.before = readSpan(value, 0);
  }),
  'w:gridAfter': withRow((row, value) => {
    row.after = readSpan(value, 0);
  }),
  'w:hidden': (story, attributes) => {
    if (story.properties.at(-1) !== 'row' || !isOn(attributes.get('w:val'))) return;
    story.aside ??= 'hidden';
  },
  'w:tc': openCell,
  'w:tcPr': (story) => story.properties.push('cell'),
  'w:gridSpan': (story, attributes) => {
    const cell = openedCell(story);
    const value = attributes.get('w:val');
    if (!cell) return;
    cell.span = readSpan(value, 1);
    if (value !== undefined && readInteger(value) !== cell.span) {
      addNotice(story, 'grid-span-invalid', `单元格跨列数 ${value} 不合理，按 ${cell.span} 列处理`);
    }
  },
  'w:vMerge': withCell((cell, value) => {
    cell.verticalMerge = value === 'restart' ? 'restart' : 'continue';
  }),
  'w:hMerge': withCell((cell, value) => {
    cell.horizontalMerge = value === 'restart' ? 'restart' : 'continue';
  }),
  'w:cellMerge': (story, attributes) => {
    // 17.13.5.3: a merge under revision, taken as accepted.
    const cell = openedCell(story);
    const merge = attributes.get('w:vMerge');
    if (cell && merge) cell.verticalMerge = merge === 'rest' ? 'restart' : 'continue';
  },
  'w:cellDel': (story) => {
    if (openedCell(story)) story.aside ??= 'deleted_revision';
  },
};

export const tableClosers: Readonly<Record<string, Closer>> = {
  'w:tbl': (story) => {
    const builder = story.tables.pop();
    if (builder) addTable(currentFlow(story), finishTable(builder));
  },
  'w:tr': closeRow,
  'w:trPr': closeProperties,
  'w:tc': closeCell,
  'w:tcPr': closeCellProperties,
};

function closeProperties(story: Story): void {
  story.properties.pop();
}

/** A merged-away cell is not laid out: its text is not seen, its paragraphs do not count. */
function closeCellProperties(story: Story): void {
  closeProperties(story);
  const builder = story.tables.at(-1);
  if (!builder?.row || !builder.cell || !isCovered(builder, builder.row, builder.cell)) return;
  builder.cell.covered = true;
  story.aside ??= 'hidden';
}

function withRow(
  set: (row: NonNullable<TableBuilder['row']>, value: string | undefined) => void,
): Opener {
  return (story, attributes) => {
    const row = story.tables.at(-1)?.row;
    if (row && story.properties.at(-1) === 'row') set(row, attributes.get('w:val'));
  };
}

function withCell(set: (cell: SourceCell, value: string | undefined) => void): Opener {
  return (story, attributes) => {
    const cell = openedCell(story);
    if (cell) set(cell, attributes.get('w:val'));
  };
}

/** The cell whose properties are being read. */
function openedCell(story: Story): SourceCell | null {
  return story.properties.at(-1) === 'cell' ? (story.tables.at(-1)?.cell ?? null) : null;
}

function readSpan(value: string | undefined, least: number): number {
  return Math.min(widestSpan, Math.max(least, readInteger(value) ?? least));
}

function openRow(story: Story): void {
  pushAside(story, null);
  story.rowPages.push({ start: story.page, last: story.page });
  const builder = story.tables.at(-1);
  if (builder) builder.row = { before: 0, after: 0, cells: [] };
}

function closeRow(story: Story): void {
  popAside(story);
  story.page = story.rowPages.pop()?.last ?? story.page;
  const builder = story.tables.at(-1);
  if (!builder?.row) return;
  const { row } = builder;
  builder.row = null;
  const { covered, orphans } = addRow(builder, row);
  const index = builder.table.rows - 1;
  for (const { column, text } of covered) {
    const table = { table: builder.table, row: index, column };
    story.leftovers.push({ text, reason: 'hidden', page: story.page, table });
  }
  for (const column of orphans) {
    story.notices.push({
      code: 'merge-without-start',
      message: '单元格续接上方的合并，但上方没有合并的起点，按独立单元格处理',
      at: `${story.setting.part} 行${index + 1} 列${column + 1}`,
    });
  }
}

function openCell(story: Story): void {
  pushAside(story, null);
  openFlow(story);
  // Each cell of a row broken across pages tells the break again.
  const start = story.rowPages.at(-1)?.start ?? story.page;
  story.page = start;
  const builder = story.tables.at(-1);
  if (!builder) return;
  builder.cell = {
    span: 1,
    verticalMerge: null,
    horizontalMerge: null,
    covered: false,
    flow: currentFlow(story),
    page: start,
  };
}

function closeCell(story: Story): void {
  const builder = story.tables.at(-1);
  const aside = builder?.cell?.covered ? null : story.aside;
  popAside(story);
  const gone = (aside ?? story.aside) !== null;
  const flow = closeFlow(story);
  const pages = story.rowPages.at(-1);
  if (pages && story.page !== null) pages.last = Math.max(pages.last ?? 1, story.page);
  if (builder?.row && builder.cell?.flow === flow && !gone) builder.row.cells.push(builder.cell);
  else addLeftover(story, flowText(flow.items), 'unread');
  if (builder) builder.cell = null;
}
