/** Text as a pattern that matches only itself. */
export const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** One of several words, a longer one before the ones it begins with. */
export function alternatives(
  words: readonly string[],
  pattern: (word: string) => string = quoted,
): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map(pattern)
    .join('|');
}
