import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareArchive } from './archive-folder.ts';
import { measureApart } from './measure-apart.ts';
import type {
  FloorMeasure,
  Measures,
  MeasureTask,
  PeerMeasure,
  PipelineMeasure,
  StagesMeasure,
} from './measures.ts';
import type { BenchOptions } from './options.ts';

/** Pipeline and floor over the same files, one after the other. */
export interface Round {
  readonly pipeline: PipelineMeasure;
  readonly floor: FloorMeasure;
}

export interface BenchResult {
  readonly rounds: readonly Round[];
  /** A tenth of the files, a run a round. */
  readonly small: readonly PipelineMeasure[];
  readonly stages: StagesMeasure;
  readonly peer: PeerMeasure;
}

/** Files for what is measured a document at a time: more would only take longer. */
const sample = 200;

/** Measures everything; the machine's load is shared out by taking turns. */
export async function runBench(
  options: BenchOptions,
  say: (text: string) => void,
): Promise<BenchResult> {
  const { files, jobs } = options;
  say(`preparing ${files} Word files`);
  const folder = prepareArchive(files);
  const small: PipelineMeasure[] = [];
  const rounds: Round[] = [];
  for (let round = 1; round <= options.rounds; round += 1) {
    const few = Math.max(1, Math.ceil(files / 10));
    say(`round ${round} of ${options.rounds}: pipeline over ${few} and ${files} files, then floor`);
    small.push(await apart(['pipeline'], { folder, jobs, files: few }).then((m) => m.pipeline));
    rounds.push(await apart(['pipeline', 'floor'], { folder, jobs, files }));
  }
  say('stages one by one, then mammoth');
  const task = { folder, jobs, files: Math.min(files, sample) };
  const { stages } = await apart(['stages'], task);
  const { peer } = await apart(['peer'], task);
  return { rounds, small, stages, peer };
}

/** Measures in turn around one warehouse, which is thrown away. */
async function apart<Kind extends keyof Measures>(
  kinds: readonly Kind[],
  task: Omit<MeasureTask, 'database'>,
): Promise<Pick<Measures, Kind>> {
  const scratch = mkdtempSync(join(tmpdir(), 'guidang-bench-'));
  try {
    const found: Partial<Pick<Measures, Kind>> = {};
    for (const kind of kinds) {
      found[kind] = await measureApart(kind, { ...task, database: join(scratch, 'bench.db') });
    }
    return found as Pick<Measures, Kind>;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
