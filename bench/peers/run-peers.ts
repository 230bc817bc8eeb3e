import { compareFormat, type ToolResult } from './compare-format.ts';
import { type PeerFile, peerFormats } from './formats.ts';
import { givenFiles } from './given-files.ts';
import { type OpenTool, openTool } from './open-tool.ts';
import type { PeersOptions } from './peers-options.ts';
import { prepareFiles } from './prepare-files.ts';
import { tools } from './tools.ts';

export interface PeersResult {
  readonly results: readonly ToolResult[];
  /** Names of tools that aren't installed. */
  readonly skipped: readonly string[];
  /** Milliseconds to start, by tool; of programs that are started for each call. */
  readonly starts: ReadonlyMap<string, number>;
}

/** Every tool that is installed on the same files, format by format. */
export async function runPeers(
  options: PeersOptions,
  say: (text: string) => void,
): Promise<PeersResult> {
  const files = await filesFor(options, say);
  const open = new Map<string, OpenTool>();
  const skipped: string[] = [];
  try {
    for (const tool of tools) {
      if (options.tools.length > 0 && !options.tools.includes(tool.name)) continue;
      const opened = await openTool(tool);
      if (opened) open.set(tool.name, opened);
      else skipped.push(tool.name);
    }
    const results: ToolResult[] = [];
    for (const format of peerFormats) {
      const ofFormat = files.filter((file) => file.format === format);
      if (ofFormat.length === 0) continue;
      say(`${format}: ${ofFormat.length} files`);
      const able = tools.flatMap(({ name, formats }) => {
        const tool = open.get(name);
        return tool && formats.includes(format) ? [tool] : [];
      });
      results.push(...(await compareFormat(format, ofFormat, able, options.rounds)));
    }
    return { results, skipped, starts: startsOf([...open.values()]) };
  } finally {
    for (const tool of open.values()) tool.close();
  }
}

async function filesFor(
  { folders, generate, formats }: PeersOptions,
  say: (text: string) => void,
): Promise<PeerFile[]> {
  const wanted = formats.length > 0 ? formats : peerFormats;
  if (folders.length === 0) return prepareFiles(generate, wanted, say);
  return folders.flatMap(givenFiles).filter(({ format }) => wanted.includes(format));
}

function startsOf(open: readonly OpenTool[]): Map<string, number> {
  return new Map(
    open.filter(({ startMs }) => startMs > 0).map(({ name, startMs }) => [name, startMs]),
  );
}
