import { statSync } from 'node:fs';
import { ingest } from '../pipeline/ingest.ts';
import { defaultReadSettings } from '../pipeline/read-settings.ts';
import { openSpool } from '../pipeline/spool.ts';
import { loadVocabulary } from '../pipeline/vocabulary/user-dictionary.ts';
import { openPool } from '../pipeline/workers/pool.ts';
import { openWarehouse } from '../warehouse/warehouse.ts';
import { archivePaths } from './archive-folder.ts';
import type { MeasureTask, PipelineMeasure } from './measures.ts';
import { peakMemory } from './peak-memory.ts';

/** The whole pipeline as the command line runs it, from opening a new warehouse to closing it. */
export async function measurePipeline(task: MeasureTask): Promise<PipelineMeasure> {
  const paths = archivePaths(task.folder, task.files);
  const started = performance.now();
  const cpu = process.cpuUsage();
  const spool = await openSpool(new Date());
  const pool = openPool({
    jobs: task.jobs,
    vocabulary: loadVocabulary(task.database),
    settings: defaultReadSettings,
    timeLimitMs: 120_000,
    memoryLimitMb: 2_048,
    spool: spool.path,
  });
  const warehouse = await openWarehouse(task.database);
  const summary = await ingest(warehouse, pool, {
    paths,
    jobs: task.jobs,
    largestFile: 512 * 1024 ** 2,
    force: false,
    runId: 'bench',
    command: 'bench',
    now: () => new Date(),
  });
  warehouse.close();
  await pool.close();
  await spool.close();
  const { user, system } = process.cpuUsage(cpu);
  return {
    files: summary.files,
    seconds: (performance.now() - started) / 1_000,
    cpuSeconds: (user + system) / 1e6,
    peakMemory: peakMemory(),
    loaded: summary.loaded,
    forms: summary.forms,
    anomalies: summary.anomalies,
    databaseSize: statSync(task.database).size,
  };
}
