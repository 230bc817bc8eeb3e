import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { ingest } from '../../pipeline/ingest.ts';
import type { FileResult } from '../../pipeline/loader.ts';
import { defaultReadSettings } from '../../pipeline/read-settings.ts';
import { openSpool } from '../../pipeline/spool.ts';
import { loadVocabulary } from '../../pipeline/vocabulary/user-dictionary.ts';
import { openPool, type UnderstandPool } from '../../pipeline/workers/pool.ts';
import { createRandom } from '../../samples/generator/random.ts';
import { openWarehouse, type Warehouse } from '../../warehouse/warehouse.ts';
import type { FuzzOptions } from './fuzz-options.ts';
import { mutate } from './mutate.ts';
import { timedPool } from './timed-pool.ts';

/** What came of the damaged files, and everything that must not come of any. */
export interface FuzzResult {
  readonly files: number;
  /** Outcomes by extension: "docx" → "loaded" or an error code → how many. */
  readonly outcomes: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Files that met no stable error code, were lost, or were loaded by half; kept in `kept`. */
  readonly faults: readonly string[];
  /** The files that took longest, the longest first; those over a second are kept in `kept`. */
  readonly slowest: readonly SlowFile[];
  readonly seconds: number;
}

export interface SlowFile {
  readonly kind: string;
  readonly path: string;
  readonly seconds: number;
}

/** Codes that say that a reader failed, or worked without end, not that a file is bad. */
const unnamed: ReadonlySet<string> = new Set(['internal_error', 'worker_crashed', 'time_limit']);
const batch = 500;
/** Seconds from which a file is worth a look. */
const slow = 1;
const slowestPerKind = 3;

/**
 * Loads damaged copies of the seeds into one warehouse, through the threads and limits of a real
 * run, and looks after each batch whether it is whole. The same options give the same files.
 *
 * @param stop ends the run after the batch at work
 */
export async function runFuzz(
  options: FuzzOptions,
  say: (text: string) => void,
  stop: AbortSignal,
): Promise<FuzzResult> {
  const started = performance.now();
  const seeds = options.seeds.flatMap(filesOf).sort();
  if (seeds.length === 0) throw new TypeError('Expected at least one file as a seed');
  const scratch = mkdtempSync(join(tmpdir(), 'guidang-fuzz-'));
  const spool = await openSpool(new Date());
  const warehouse = await openWarehouse(join(scratch, 'fuzz.db'));
  const threads = openPool({
    jobs: options.jobs,
    vocabulary: loadVocabulary(join(scratch, 'fuzz.db')),
    settings: defaultReadSettings,
    timeLimitMs: options.timeLimitMs,
    memoryLimitMb: 1_024,
    spool: spool.path,
  });
  const { pool, seconds: times } = timedPool(threads);
  const outcomes = new Map<string, Map<string, number>>();
  const faults: string[] = [];
  let slowest: SlowFile[] = [];
  let files = 0;
  try {
    for (let from = 0; from < options.files && !stop.aborted; from += batch) {
      const folder = join(scratch, String(from));
      const count = Math.min(batch, options.files - from);
      writeBatch(folder, seeds, from, count, options.seed);
      const results = await load(warehouse, pool, folder, options.jobs);
      const bad = [...review(results, folder, count, outcomes), ...halfLoaded(warehouse)];
      for (const path of bad) say(`fault: ${keep(path, options.kept)}`);
      faults.push(...bad);
      slowest = slowestOf([...slowest, ...slowFiles(times, options.kept)]);
      times.clear();
      files += count;
      say(`${from + count} of ${options.files}, ${faults.length} faults`);
      rmSync(folder, { recursive: true });
    }
  } finally {
    await pool.close();
    await spool.close();
    warehouse.close();
    rmSync(scratch, { recursive: true, force: true });
  }
  const seconds = (performance.now() - started) / 1_000;
  return { files, outcomes, faults, slowest, seconds };
}

function slowFiles(times: ReadonlyMap<string, number>, kept: string): SlowFile[] {
  return [...times].map(([path, seconds]) => {
    if (seconds > slow) keep(path, kept);
    return { kind: kindOf(path), path: basename(path), seconds };
  });
}

function slowestOf(files: readonly SlowFile[]): SlowFile[] {
  const left = new Map<string, number>();
  return files
    .toSorted((a, b) => b.seconds - a.seconds)
    .filter(({ kind }) => {
      const room = left.get(kind) ?? slowestPerKind;
      left.set(kind, room - 1);
      return room > 0;
    });
}

function kindOf(path: string): string {
  return extname(path).slice(1).toLowerCase();
}

function filesOf(path: string): string[] {
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}

/** File number n is made from the run's seed and n alone, so that one can be made again. */
function writeBatch(
  folder: string,
  seeds: readonly string[],
  from: number,
  count: number,
  seed: number,
): void {
  mkdirSync(folder);
  for (let number = from; number < from + count; number++) {
    const random = createRandom(seed * 1_000_003 + number);
    const source = seeds[number % seeds.length] ?? '';
    const other = seeds[random.int(0, seeds.length - 1)] ?? source;
    const damaged = mutate(read(source), read(other), random);
    writeFileSync(join(folder, `${number}-${basename(source)}`), damaged);
  }
}

function read(path: string): Uint8Array {
  const bytes = readFileSync(path);
  return bytes.length > 0 ? new Uint8Array(bytes) : new Uint8Array(1);
}

async function load(
  warehouse: Warehouse,
  pool: UnderstandPool,
  folder: string,
  jobs: number,
): Promise<FileResult[]> {
  const results: FileResult[] = [];
  await ingest(warehouse, pool, {
    paths: [folder],
    jobs,
    largestFile: 64 * 1024 ** 2,
    force: false,
    runId: folder,
    command: 'fuzz',
    now: () => new Date(),
    onFile: (result) => void results.push(result),
  });
  return results;
}

/** Counts the outcomes, and gives the files that ended in a way no file may. */
function review(
  results: readonly FileResult[],
  folder: string,
  count: number,
  outcomes: Map<string, Map<string, number>>,
): string[] {
  const bad: string[] = [];
  const seen = new Set<string>();
  for (const { path, status, error } of results) {
    const [outer = path] = path.split('!/');
    const outcome = error?.code ?? status;
    if (outer === path) {
      seen.add(path);
      const kind = kindOf(path);
      const counts = outcomes.get(kind) ?? new Map<string, number>();
      outcomes.set(kind, counts.set(outcome, (counts.get(outcome) ?? 0) + 1));
    }
    if (error && unnamed.has(error.code)) bad.push(`${outer}  ${error.code}: ${error.message}`);
  }
  if (seen.size !== count) bad.push(`${folder}  ${count - seen.size} files without a result`);
  return bad;
}

/** A document that failed has nothing loaded, and nothing points to what is not there. */
function halfLoaded(warehouse: Warehouse): string[] {
  const lost = warehouse.pluck<number>('SELECT count(*) FROM pragma_foreign_key_check')[0] ?? 0;
  const half = warehouse.pluck<string>(
    `SELECT DISTINCT d.path FROM documents d JOIN raw_cells USING (document_id)
      WHERE d.status <> 'loaded'
     UNION SELECT DISTINCT d.path FROM documents d JOIN forms USING (document_id)
      WHERE d.status <> 'loaded'`,
  );
  const bad = half.map((path) => `${path}  loaded by half`);
  return lost > 0 ? [...bad, `${lost} rows point to nothing`] : bad;
}

/** A file to look at later. */
function keep(fault: string, folder: string): string {
  const [path = ''] = fault.split('  ');
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(join(folder, basename(path)), readFileSync(path));
  } catch {
    return fault;
  }
  return `${fault}\n  kept in ${join(folder, basename(path))}`;
}
