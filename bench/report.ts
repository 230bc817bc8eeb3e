import type { RunMeasure, StageName } from './measures.ts';
import { median } from './median.ts';
import type { BenchResult } from './run-bench.ts';

const megabyte = 2 ** 20;

/** What was measured, as lines for a person: ratios first, for times are this machine's own. */
export function reportLines(result: BenchResult): string[] {
  return [
    ...wholeLines(result),
    '',
    ...memoryLines(result),
    '',
    ...stageLines(result),
    '',
    ...peerLines(result),
  ];
}

function wholeLines({ rounds }: BenchResult): string[] {
  const wall = rounds.map(({ pipeline, floor }) => pipeline.seconds / floor.seconds);
  const cpu = rounds.map(({ pipeline, floor }) => pipeline.cpuSeconds / floor.cpuSeconds);
  const [first] = rounds;
  const files = first?.pipeline.files ?? 0;
  const loaded = Math.min(...rounds.map(({ pipeline }) => pipeline.loaded));
  return [
    `Whole pipeline against the floor, ${files} files (${loaded} loaded), median of ${rounds.length}`,
    `  wall time    ${ratio(median(wall))}   rounds ${wall.map(ratio).join(', ')}`,
    `  CPU time     ${ratio(median(cpu))}   rounds ${cpu.map(ratio).join(', ')}`,
    `  pipeline     ${speed(rounds.map(({ pipeline }) => pipeline))}`,
    `  floor        ${speed(rounds.map(({ floor }) => floor))}`,
    `  a document   ${each(first?.floor.rows, files)} rows, ${each(first?.floor.elements, files)} XML elements, ${each((first?.pipeline.databaseSize ?? 0) / 1024, files)} KB of warehouse`,
  ];
}

function memoryLines({ rounds, small }: BenchResult): string[] {
  const large = rounds.map(({ pipeline }) => pipeline);
  const [less, more] = [peakOf(small), peakOf(large)];
  return [
    'Peak memory of the pipeline, all its threads included (RSS)',
    `  ${ratio(more / less)}   ${memory(less)} for ${small[0]?.files} files, ${memory(more)} for ${large[0]?.files}`,
  ];
}

function stageLines({ stages }: BenchResult): string[] {
  const { perDocument: ms, files } = stages;
  const floor = ms.floorParse + ms.floorInsert;
  const names: readonly StageName[] = ['extract', 'recognise', 'map', 'check', 'load', 'across'];
  const all = names.reduce((sum, name) => sum + ms[name], 0);
  const line = (name: string, time: number, note = ''): string =>
    `  ${name.padEnd(11)} ${ratio(time / floor)}   ${time.toFixed(2).padStart(6)} ms   ${(1_000 / time).toFixed(0).padStart(6)} documents/s${note}`;
  const against: Partial<Record<StageName, number>> = {
    extract: ms.floorParse,
    load: ms.floorInsert,
  };
  return [
    `Stages in one thread, against the floor of a document (${files} files, in turn)`,
    ...names.map((name) => {
      const own = against[name];
      return line(
        name,
        ms[name],
        own === undefined ? '' : `   ${ratio(ms[name] / own)} its own floor`,
      );
    }),
    line('together', all),
    line(
      'floor',
      floor,
      `   ${ms.floorParse.toFixed(2)} unzip and parse, ${ms.floorInsert.toFixed(2)} insert`,
    ),
  ];
}

function peerLines({ peer }: BenchResult): string[] {
  return [
    `Reading alone against mammoth.convertToHtml (${peer.files} files, in turn)`,
    `  ${ratio(peer.extract / peer.mammoth)}   extract ${peer.extract.toFixed(2)} ms, mammoth ${peer.mammoth.toFixed(2)} ms a document`,
  ];
}

function ratio(value: number): string {
  return `${value.toFixed(2)}×`;
}

function speed(runs: readonly RunMeasure[]): string {
  const rate = median(runs.map(({ files, seconds }) => files / seconds));
  const seconds = median(runs.map((run) => run.seconds));
  const cpu = median(runs.map((run) => run.cpuSeconds));
  const cores = median(runs.map((run) => run.cpuSeconds / run.seconds));
  return `${rate.toFixed(1)} documents/s   ${seconds.toFixed(2)} s, ${cpu.toFixed(2)} s of CPU on ${cores.toFixed(2)} cores`;
}

function peakOf(runs: readonly RunMeasure[]): number {
  return median(runs.map(({ peakMemory }) => peakMemory));
}

function memory(bytes: number): string {
  return `${Math.round(bytes / megabyte)} MB`;
}

function each(total: number | undefined, files: number): string {
  return Math.round((total ?? 0) / Math.max(1, files)).toString();
}
