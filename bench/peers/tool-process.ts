import { doubtsOf } from './guidang.ts';
import { type Library, libraries } from './libraries.ts';
import type { TimedOutput } from './output.ts';
import type { ToolAnswer, ToolRequest } from './tool-protocol.ts';

let library: Library | undefined;

async function answer(request: ToolRequest): Promise<TimedOutput | readonly string[] | null> {
  if ('open' in request) {
    library = await libraries[request.open]();
    return null;
  }
  if ('doubts' in request) return doubtsOf(request.doubts);
  if (!library) throw new Error('Expected a library to be opened before it reads');
  const started = performance.now();
  const output = await library(request.read);
  return { output, ms: performance.now() - started };
}

process.on('message', (request) => {
  answer(request as ToolRequest).then(
    (value) => send({ value }),
    (error: NodeJS.ErrnoException) =>
      send({ error: String(error.message ?? error), code: error.code ?? null }),
  );
});

function send(message: ToolAnswer): void {
  process.send?.(message);
}
