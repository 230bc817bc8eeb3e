import { median } from '../median.ts';
import type { PeerFile, PeerFormat } from './formats.ts';
import type { OpenTool } from './open-tool.ts';
import type { TimedOutput } from './output.ts';
import { readingsOf } from './readings.ts';
import { addScores, type Score, scoreNothing, scoreReading } from './score.ts';

/** How a tool did on the files of a format. */
export interface ToolResult {
  readonly tool: string;
  readonly format: PeerFormat;
  readonly files: number;
  /** Files it could not read. */
  readonly failed: number;
  /** By which rule its output was made into tables; null where nothing was scored. */
  readonly rule: string | null;
  readonly score: Score | null;
  /** A document, in milliseconds; null where it read none. */
  readonly ms: number | null;
}

/** Files read before times count, so that compiling is not counted. */
const warmUp = 5;

/** Every tool on every file of a format, `rounds` times in turn. */
export async function compareFormat(
  format: PeerFormat,
  files: readonly PeerFile[],
  tools: readonly OpenTool[],
  rounds: number,
): Promise<ToolResult[]> {
  const results = tools.map((tool) => ({ tool, ...emptyRecord(files.length) }));
  for (const { tool } of results) if (tool.reads === 'one') await tool.read(files.slice(0, warmUp));
  for (let round = 0; round < rounds; round += 1) {
    for (const result of results.filter(({ tool }) => tool.reads === 'all')) {
      note(result, 0, await result.tool.read(files), files, round);
    }
    for (const [index, file] of files.entries()) {
      for (const result of results.filter(({ tool }) => tool.reads === 'one')) {
        const outputs = await result.tool.read([file]);
        if (round === 0) result.doubts[index] = await doubtsOf(result.tool, file);
        note(result, index, outputs, files, round);
      }
    }
  }
  return results.map((result) => summarize(format, files, result));
}

interface ToolRecord {
  readonly times: number[][];
  readonly scores: Map<string, Score>[];
  readonly doubts: (readonly string[])[];
}

function emptyRecord(files: number): ToolRecord {
  return {
    times: Array.from({ length: files }, () => []),
    scores: Array.from({ length: files }, () => new Map()),
    doubts: Array.from({ length: files }, () => []),
  };
}

/** A file that can't be read has no doubts either. */
async function doubtsOf(tool: OpenTool, { path }: PeerFile): Promise<readonly string[]> {
  return tool.doubts(path).catch(() => []);
}

/** Times of every round; what was read is the same in each, and scored once. */
function note(
  record: ToolRecord,
  from: number,
  outputs: readonly (TimedOutput | Error)[],
  files: readonly PeerFile[],
  round: number,
): void {
  for (const [offset, timed] of outputs.entries()) {
    if (timed instanceof Error) continue;
    const index = from + offset;
    record.times[index]?.push(timed.ms);
    const truth = files[index]?.truth;
    if (round > 0 || !truth) continue;
    const { output } = timed;
    const doubts = record.doubts[index] ?? [];
    const whole =
      output.kind === 'grids' ? { ...output, doubts: [...output.doubts, ...doubts] } : output;
    for (const [rule, reading] of Object.entries(readingsOf(whole))) {
      record.scores[index]?.set(rule, scoreReading(truth, reading));
    }
  }
}

function summarize(
  format: PeerFormat,
  files: readonly PeerFile[],
  { tool, times, scores }: ToolRecord & { tool: OpenTool },
): ToolResult {
  const read = times.filter((each) => each.length > 0).map(median);
  const best = bestRule(files, scores);
  return {
    tool: tool.name,
    format,
    files: files.length,
    failed: files.length - read.length,
    rule: best?.rule ?? null,
    score: best?.score ?? null,
    ms: read.length === 0 ? null : read.reduce((sum, each) => sum + each, 0) / read.length,
  };
}

/** The rule that finds most; a file that could not be read counts as lost under each. */
function bestRule(
  files: readonly PeerFile[],
  scores: readonly ReadonlyMap<string, Score>[],
): { rule: string; score: Score } | null {
  let best: { rule: string; score: Score } | null = null;
  for (const rule of new Set(scores.flatMap((each) => [...each.keys()]))) {
    const score = addScores(
      files.flatMap(({ truth }, index) =>
        truth ? [scores[index]?.get(rule) ?? scoreNothing(truth)] : [],
      ),
    );
    if (!best || score.found > best.score.found) best = { rule, score };
  }
  return best;
}
