/**
 * A time of the info group, given as its words: "yr=2024;mo=3;dy=1;hr=9;min=30;". RTF names no time
 * zone; the time is taken as it stands.
 *
 * @returns milliseconds since 1970, null where it is no time
 */
export function readTime(words: string): number | null {
  const parts = new Map(
    words.split(';').map((pair): [string, number] => {
      const [word = '', value] = pair.split('=');
      return [word, Number(value)];
    }),
  );
  const part = (word: string): number => parts.get(word) ?? 0;
  if (part('yr') < 1900 || part('mo') < 1 || part('dy') < 1) return null;
  const time = Date.UTC(
    part('yr'),
    part('mo') - 1,
    part('dy'),
    part('hr'),
    part('min'),
    part('sec'),
  );
  return Number.isNaN(time) ? null : time;
}
