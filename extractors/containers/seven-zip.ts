import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { SevenZipModule, SevenZipModuleFactory, SevenZipModuleOptions } from '7z-wasm';
import { IngestError } from '../../schemas/ingest-error.ts';

/** What a call of 7-Zip printed, and how it ended. */
export interface SevenZipRun {
  /** 0, 1 with warnings, 2 with errors; null where the program stopped by a fault of its own. */
  readonly status: number | null;
  readonly output: readonly string[];
  readonly errors: readonly string[];
  /** Files written below /out, in the order they were begun. */
  readonly files: readonly WrittenFile[];
}

export interface WrittenFile {
  /** Below /out. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

type CompiledProgram = object;

/** Node has it; the types of this Node version do not. */
const { WebAssembly: webAssembly } = globalThis as unknown as {
  WebAssembly: {
    compile(program: Uint8Array): Promise<CompiledProgram>;
    instantiate(program: CompiledProgram, imports: object): Promise<object>;
    readonly RuntimeError: new () => Error;
  };
};

interface Loaded {
  readonly start: SevenZipModuleFactory;
  readonly program: CompiledProgram;
}

let loading: Promise<Loaded> | undefined;

/** The program is compiled once, and started anew for every call: it keeps state in its memory. */
async function load(): Promise<Loaded> {
  const require = createRequire(import.meta.url);
  const program = await webAssembly.compile(await readFile(require.resolve('7z-wasm/7zz.wasm')));
  return { start: require('7z-wasm') as SevenZipModuleFactory, program };
}

/** emscripten's hook to lend it a compiled program; the package's types leave it out. */
interface StartOptions extends Partial<SevenZipModuleOptions> {
  instantiateWasm(
    imports: object,
    started: (instance: object, program: CompiledProgram) => void,
  ): object;
}

/**
 * The package lets every start of the program watch for uncaught exceptions of the process, for good:
 * none is of its concern.
 */
async function startQuietly(start: SevenZipModuleFactory, options: StartOptions) {
  const watching = new Set(process.listeners('uncaughtException'));
  try {
    return await start(options);
  } finally {
    for (const listener of process.listeners('uncaughtException')) {
      if (!watching.has(listener)) process.off('uncaughtException', listener);
    }
  }
}

/**
 * Runs 7-Zip over an archive in memory: it stands at /in/archive, files are written below /out. The
 * program sees no other file, and nothing of this machine.
 *
 * @param most bytes it may write, or what says so by the first of them
 * @param names what stands in /in/names: a list of members, one a line
 * @throws IngestError archive_too_large, memory_limit
 */
export async function runSevenZip(
  archive: Uint8Array,
  args: readonly string[],
  most: WriteLimit,
  names: string | null = null,
): Promise<SevenZipRun> {
  loading ??= load();
  const { start, program } = await loading;
  const output: string[] = [];
  const errors: string[] = [];
  const options: StartOptions = {
    print: (line) => void output.push(line),
    printErr: (line) => void errors.push(line),
    // It asks for a password where it has none; there is no one to answer.
    stdin: () => 0,
    quit: (_code, exit) => {
      throw exit;
    },
    instantiateWasm(imports, started) {
      const starting = webAssembly.instantiate(program, imports);
      void starting.then((instance) => started(instance, program));
      return {};
    },
  };
  const module = await startQuietly(start, options);
  module.FS.mkdir('/in');
  module.FS.mkdir('/out');
  module.FS.createDataFile('/in', 'archive', archive, true, false, true);
  if (names !== null) module.FS.writeFile('/in/names', names);
  limitWrites(module, most);
  const status = call(module, args);
  return { status, output, errors, files: writtenFiles(module) };
}

/** Bytes that may be written, or what says so by the first of them. */
export type WriteLimit = number | ((start: Uint8Array) => number);

/** What an archive declares may be a lie: what is written is held to the limit itself. */
function limitWrites({ FS }: SevenZipModule, limit: WriteLimit): void {
  const { write, ftruncate } = FS;
  let written = 0;
  let said = 0;
  let most = typeof limit === 'number' ? limit : null;
  FS.write = (stream, buffer, offset, length, position, canOwn) => {
    if (isBelowOut(stream)) {
      if (typeof limit !== 'number') {
        most ??= limit(new Uint8Array(buffer.buffer, buffer.byteOffset + offset, length));
      }
      written += length;
      if (most !== null && written > most) {
        throw new IngestError('archive_too_large', `more than ${most} bytes after inflation`);
      }
    } else {
      said += length;
      if (said > longestOutput) {
        throw new IngestError('archive_too_large', 'an archive of millions of members');
      }
    }
    return write.call(FS, stream, buffer, offset, length, position, canOwn);
  };
  // Room is asked for beforehand, by the size declared: a file grows by what is written as well.
  FS.ftruncate = (fd, length) => {
    if (length <= mostRoom) ftruncate.call(FS, fd, length);
  };
}

/** Listings are text: long ones are of archives with millions of members. */
const longestOutput = 64 * 1024 * 1024;

const mostRoom = 64 * 1024 * 1024;

/** The program's messages are written the same way. */
function isBelowOut(stream: object): boolean {
  return 'path' in stream && String(stream.path).startsWith('/out/');
}

function call(module: SevenZipModule, args: readonly string[]): number | null {
  try {
    module.callMain([...args]);
    return 0;
  } catch (error) {
    if (error instanceof IngestError) throw error;
    const status = error instanceof Object && 'status' in error ? error.status : undefined;
    if (typeof status === 'number') return status;
    if (error instanceof RangeError || /memory|OOM/i.test(String(error))) {
      throw new IngestError('memory_limit', `archive: ${String(error)}`, { cause: error });
    }
    // A trap of the program: its input is damaged in a way it does not foresee.
    if (error instanceof webAssembly.RuntimeError || typeof error === 'number') return null;
    throw error;
  }
}

function writtenFiles({ FS }: SevenZipModule): WrittenFile[] {
  const found: { path: string; order: number }[] = [];
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const name of FS.readdir(`/out${folder}`)) {
      if (name === '.' || name === '..') continue;
      const path = `${folder}/${name}`;
      const { mode, ino } = FS.lstat(`/out${path}`);
      if (FS.isDir(mode)) folders.push(path);
      else if (FS.isFile(mode)) found.push({ path, order: ino });
    }
  }
  return found
    .sort((a, b) => a.order - b.order)
    .map(({ path }) => ({ path: path.slice(1), bytes: FS.readFile(`/out${path}`) }));
}
