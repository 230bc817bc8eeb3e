import { readFileSync } from 'node:fs';
import { documentIdOf } from '../pipeline/understand.ts';
import { archivePaths } from './archive-folder.ts';
import { parseFloor } from './floor-parse.ts';
import { openFloorRows } from './floor-rows.ts';
import type { FloorMeasure, MeasureTask } from './measures.ts';
import { peakMemory } from './peak-memory.ts';

/**
 * What cannot be spared: read, unzip and parse every file, insert the rows that the pipeline made
 * of it. One thread; finding these rows in the pipeline's warehouse is not counted.
 */
export async function measureFloor(task: MeasureTask): Promise<FloorMeasure> {
  const floor = openFloorRows(task.database, `${task.database}.floor`);
  let milliseconds = 0;
  let cpuMicroseconds = 0;
  let rowCount = 0;
  let elements = 0;
  const counted = (work: () => void): void => {
    const started = performance.now();
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    cpuMicroseconds += user + system;
    milliseconds += performance.now() - started;
  };
  for (const path of archivePaths(task.folder, task.files)) {
    const rows = floor.read(documentIdOf(readFileSync(path)));
    for (const table of rows) rowCount += table.rows.length;
    counted(() => {
      elements += parseFloor(readFileSync(path)).elements;
      floor.insert(rows);
    });
  }
  counted(() => floor.close());
  return {
    files: task.files,
    seconds: milliseconds / 1_000,
    cpuSeconds: cpuMicroseconds / 1e6,
    peakMemory: peakMemory(),
    rows: rowCount,
    elements,
  };
}
