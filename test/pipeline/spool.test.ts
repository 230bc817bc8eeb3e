import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openSpool, spoolMembers } from '../../pipeline/spool.ts';

test('a place that can’t be written to is no fault of the archive', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'guidang-test-'));
  rmSync(folder, { recursive: true });
  const members = [{ path: '甲.txt', content: new Uint8Array(1) }];
  await expect(spoolMembers(members, folder)).rejects.toMatchObject({
    code: 'warehouse_unavailable',
  });
});

test('what a killed run left goes with the next one; what may be another’s stays a day', async () => {
  const now = new Date();
  const first = await openSpool(now);
  onTestFinished(first.close);
  const [, space = ''] = /guidang-\d+-(\w+)-\w{6}$/.exec(first.path) ?? [];
  const leave = (name: string): string => {
    const path = join(tmpdir(), name);
    mkdirSync(join(path, 'files-1'), { recursive: true });
    onTestFinished(() => rmSync(path, { recursive: true, force: true }));
    return path;
  };
  // Above the largest number a process may have.
  const dead = leave(`guidang-99999999-${space}-abcdef`);
  const living = leave(`guidang-${process.ppid}-${space}-abcdef`);
  const elsewhere = leave('guidang-99999999-elsewhere-abcdef');
  await (await openSpool(now)).close();
  expect([dead, living, elsewhere].map((path) => existsSync(path))).toEqual([false, true, true]);
  await (await openSpool(new Date(now.getTime() + 25 * 3_600_000))).close();
  expect([living, elsewhere].map((path) => existsSync(path))).toEqual([true, false]);
});
