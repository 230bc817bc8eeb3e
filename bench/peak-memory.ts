import { existsSync, readFileSync } from 'node:fs';

const status = '/proc/self/status';

/**
 * The most memory this process ever held, its threads included, in bytes.
 *
 * Linux carries getrusage's maximum over from the process that started this one, so its own high
 * water mark is read where there is one.
 */
export function peakMemory(): number {
  const own = existsSync(status) ? /VmHWM:\s*(\d+) kB/.exec(readFileSync(status, 'utf8')) : null;
  return Number(own?.[1] ?? process.resourceUsage().maxRSS) * 1024;
}
