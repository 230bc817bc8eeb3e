import { dataDictionary } from '../schemas/data-dictionary.ts';
import type { Warehouse } from './warehouse.ts';

/** What tells of a run or of a place on disk, not of a document's content. */
const circumstances: ReadonlySet<string> = new Set([
  'path',
  'file_name',
  'run_id',
  'ingested_at',
  'seen_at',
]);
const circumstantialViews: ReadonlySet<string> = new Set([
  'document_copies',
  'runs',
  'data_dictionary',
]);

/**
 * The content of the public views, a line a row, sorted: equal for two warehouses that hold the same
 * documents, whatever order, run or folder they came in.
 */
export function* canonicalDump(warehouse: Warehouse): Iterable<string> {
  for (const { view, columns } of dataDictionary) {
    if (circumstantialViews.has(view)) continue;
    const kept = columns.map(({ column }) => column).filter((name) => !circumstances.has(name));
    const read = warehouse.sqlite.prepare(`SELECT ${kept.join(', ')} FROM ${view}`).raw();
    const lines: string[] = [];
    for (const row of read.iterate()) lines.push(`${view}\t${JSON.stringify(row)}`);
    yield* lines.sort();
  }
}

export interface DumpDifference {
  /** Lines only the second dump has. */
  readonly added: readonly string[];
  /** Lines only the first dump has. */
  readonly removed: readonly string[];
}

/** Compares two dumps as bags of lines. */
export function diffDumps(before: Iterable<string>, after: Iterable<string>): DumpDifference {
  const left = new Map<string, number>();
  for (const line of before) left.set(line, (left.get(line) ?? 0) + 1);
  const added: string[] = [];
  for (const line of after) {
    const count = left.get(line) ?? 0;
    if (count === 0) added.push(line);
    else left.set(line, count - 1);
  }
  const removed = [...left].flatMap(([line, count]) => Array<string>(count).fill(line));
  return { added, removed };
}

/** The difference of two dumps as lines a person reads: "- " what went, "+ " what came. */
export function describeDifference(before: Iterable<string>, after: Iterable<string>): string[] {
  const { added, removed } = diffDumps(before, after);
  return [...removed.map((line) => `- ${line}`), ...added.map((line) => `+ ${line}`)];
}
