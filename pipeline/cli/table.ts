import Table from 'cli-table3';
import { stringify } from 'csv-stringify/sync';

export const tableFormats = ['table', 'csv', 'json', 'markdown'] as const;
export type TableFormat = (typeof tableFormats)[number];

export interface Rows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

const text = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : typeof value === 'bigint'
      ? value.toString()
      : String(value);

/**
 * A spreadsheet takes a cell that begins with = + - @ for a formula. Figures stay figures; anything
 * else that begins so gets the apostrophe that makes it text.
 */
export function csvSafe(value: unknown): string {
  const plain = text(value);
  return /^[=+\-@\t\r]/.test(plain) && !/^[-+]?\d+(?:\.\d+)?$/.test(plain) ? `'${plain}` : plain;
}

/** Rows as a person or a program wants them. */
export function formatRows({ columns, rows }: Rows, format: TableFormat): string {
  switch (format) {
    case 'json':
      return JSON.stringify(
        rows.map((row) =>
          Object.fromEntries(columns.map((column, i) => [column, jsonValue(row[i])])),
        ),
        null,
        2,
      );
    case 'csv':
      return stringify([[...columns], ...rows.map((row) => row.map(csvSafe))]).trimEnd();
    case 'markdown': {
      const line = (cells: readonly string[]) =>
        `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', '<br>')).join(' | ')} |`;
      return [
        line(columns),
        line(columns.map(() => '---')),
        ...rows.map((row) => line(row.map(text))),
      ].join('\n');
    }
    case 'table': {
      const figures = (i: number) =>
        rows.every((row) => row[i] === null || typeof row[i] === 'number');
      const table = new Table({
        head: [...columns],
        style: { head: [], border: [] },
        colAligns: columns.map((_, i) => (figures(i) ? 'right' : 'left')),
        // No rule between rows: an answer of fifty rows is read by eye.
        chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
      });
      for (const row of rows) table.push(row.map((cell) => shorten(text(cell))));
      return table.toString();
    }
  }
}

function jsonValue(value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}

/** On a terminal a long text is cut; the other formats keep it whole. */
function shorten(value: string): string {
  const flat = value.replace(/\s*\n\s*/g, ' ');
  return flat.length > 60 ? `${flat.slice(0, 59)}…` : flat;
}
