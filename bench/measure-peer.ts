import { readFileSync } from 'node:fs';
import mammoth from 'mammoth';
import { defaultLimits } from '../extractors/extractor.ts';
import { detectDocument } from '../pipeline/stages/detect.ts';
import { archivePaths } from './archive-folder.ts';
import type { MeasureTask, PeerMeasure } from './measures.ts';
import { createStopwatch, type Stopwatch } from './stopwatch.ts';

const names = ['mammoth', 'extract'] as const;
/** Files read before the watch starts, so that compiling is not counted. */
const warmUp = 30;

/** mammoth's convertToHtml and the extractor, file by file in turn. */
export async function measurePeer(task: MeasureTask): Promise<PeerMeasure> {
  const paths = archivePaths(task.folder, task.files);
  const counted = paths.length > warmUp ? paths.slice(warmUp) : paths;
  const cold = createStopwatch(names);
  for (const path of paths.slice(0, warmUp)) await measureFile(path, cold);
  const watch = createStopwatch(names);
  for (const path of counted) await measureFile(path, watch);
  const { mammoth: peer, extract } = watch.totals();
  const { length } = counted;
  return { files: length, mammoth: peer / length, extract: extract / length };
}

async function measureFile(path: string, watch: Stopwatch<(typeof names)[number]>): Promise<void> {
  const buffer = readFileSync(path);
  const bytes = new Uint8Array(buffer);
  await watch.timeAsync('mammoth', () => mammoth.convertToHtml({ buffer }));
  await watch.timeAsync('extract', async () => {
    const { extractor } = await detectDocument(bytes, path);
    return extractor.extract(bytes, defaultLimits);
  });
}
