import { createRequire } from 'node:module';

type Cut = (text: string, hmm: boolean) => string[];
let cut: Cut | undefined;

/**
 * The words of a Chinese text. jieba's dictionary takes a third of a second to load, so it is loaded
 * by the first label that needs it, and its user words stay out: they would be global to the process.
 */
export function wordsOf(text: string): string[] {
  cut ??= (createRequire(import.meta.url)('jieba-wasm') as { cut: Cut }).cut;
  return cut(text, false);
}
