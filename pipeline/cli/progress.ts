import { type Options, SingleBar } from 'cli-progress';
import type { FileResult } from '../loader.ts';
import type { CommandIo } from './command.ts';
import { message } from './messages.ts';

/** A bar on a terminal; silent elsewhere. */
export interface Progress {
  found(files: number): void;
  done(result: FileResult): void;
  /** Text above the bar. */
  note(text: string): void;
  stop(): void;
}

export function openProgress(io: CommandIo): Progress {
  if (!io.terminal) return { found() {}, done() {}, note: io.err, stop() {} };
  const words = (key: 'scanning' | 'remaining' | 'failures') => message(io.language, key);
  const options: Options = {
    format: `${words('scanning')} {bar} {value}/{total} | {percentage}% | ${words('remaining')} {eta_formatted} | ${words('failures')} {failed} | {file}`,
    hideCursor: true,
    etaBuffer: 200,
    fps: 8,
    stream: process.stderr,
  };
  const bar = new SingleBar(options);
  let failed = 0;
  let done = 0;
  bar.start(0, 0, { failed, file: '' });
  return {
    found: (files) => bar.setTotal(files),
    done(result) {
      done += 1;
      if (result.status === 'failed') failed += 1;
      bar.update(done, { failed, file: result.path.slice(-40) });
    },
    note(text) {
      process.stderr.write('\r\x1b[K');
      io.err(text);
    },
    stop: () => bar.stop(),
  };
}
