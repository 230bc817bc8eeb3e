import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeArchive } from './archive.ts';
import { printExpectedSamples, writeSamples } from './write-samples.ts';

/**
 * `main.js [SAMPLES]` writes SAMPLES/documents and SAMPLES/expected.json (default: samples).
 * `main.js archive DIRECTORY COUNT SEED` writes a benchmark archive.
 */
function main([first = 'samples', directory, count, seed]: readonly string[]): void {
  if (first === 'archive') {
    const numbers = [Number(count), Number(seed)];
    const [files = Number.NaN, start = Number.NaN] = numbers;
    if (directory === undefined || !numbers.every(Number.isSafeInteger)) {
      throw new TypeError('Expected archive DIRECTORY COUNT SEED');
    }
    writeArchive(directory, files, start);
    return;
  }
  writeSamples(join(first, 'documents'));
  writeFileSync(join(first, 'expected.json'), printExpectedSamples());
}

main(process.argv.slice(2));
