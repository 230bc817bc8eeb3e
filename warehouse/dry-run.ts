import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyWarehouse } from './copy-warehouse.ts';
import { type ViewDifference, viewDifference } from './view-difference.ts';
import { openWarehouse, type Warehouse } from './warehouse.ts';

export interface DryRun<T> {
  readonly result: T;
  readonly differences: readonly ViewDifference[];
}

/**
 * Does a run on a copy, tells what it would change, and throws the copy away. Where there is no
 * warehouse yet the run starts with an empty one; none is left behind.
 *
 * @param work what the run does with the copy; it need not close it
 * @throws IngestError `warehouse_unavailable` where the original can't be read
 */
export async function withDryRun<T>(
  path: string,
  work: (copy: Warehouse) => Promise<T>,
): Promise<DryRun<T>> {
  const folder = await mkdtemp(join(tmpdir(), 'guidang-dry-run-'));
  try {
    const before = existsSync(path) ? join(folder, 'before.db') : null;
    const after = join(folder, 'after.db');
    if (before !== null) {
      await copyWarehouse(path, before);
      // A warehouse of an earlier version is brought up to date here, not where the user has it.
      (await openWarehouse(before, { knownAs: path })).close();
      await copyWarehouse(before, after);
    }
    const copy = await openWarehouse(after);
    const result = await work(copy).finally(() => copy.close());
    return { result, differences: viewDifference(before, after) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
