import { parseArgs } from 'node:util';
import { type PeerFormat, peerFormats } from './formats.ts';
import { tools } from './tools.ts';

export interface PeersOptions {
  /** Generated documents beside the samples. */
  readonly generate: number;
  /** How often each tool reads each file. */
  readonly rounds: number;
  /** Formats to compare, as the report names them; empty for all. */
  readonly formats: readonly PeerFormat[];
  /** Tools to compare; empty for all. */
  readonly tools: readonly string[];
  /** Folders of files to compare instead of samples and generated ones. */
  readonly folders: readonly string[];
}

const usage =
  'npm run peers -- [--generate N] [--rounds N] [--format FORMAT]… [--tool NAME]… [FOLDER]…';

/** @throws TypeError for an argument that is unknown or no whole number, and for an unknown name */
export function readPeersOptions(args: readonly string[]): PeersOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      generate: { type: 'string', default: '40' },
      rounds: { type: 'string', default: '3' },
      format: { type: 'string', multiple: true, default: [] },
      tool: { type: 'string', multiple: true, default: [] },
    },
  });
  const number = (name: 'generate' | 'rounds', pattern: RegExp): number => {
    const text = values[name];
    if (pattern.test(text)) return Number(text);
    throw new TypeError(`Expected --${name} to be a whole number, got ${text}. Usage: ${usage}`);
  };
  return {
    generate: number('generate', /^(?:0|[1-9]\d{0,4})$/),
    rounds: number('rounds', /^[1-9]\d{0,2}$/),
    formats: known('format', values.format, peerFormats),
    tools: known(
      'tool',
      values.tool,
      tools.map(({ name }) => name),
    ),
    folders: positionals,
  };
}

function known<Name extends string>(
  option: string,
  given: readonly string[],
  names: readonly Name[],
): Name[] {
  return given.map((text) => {
    const name = names.find((each) => each === text);
    if (name) return name;
    throw new TypeError(`Expected --${option} to be one of ${names.join(', ')}, got ${text}`);
  });
}
