/**
 * Counting characters, to prove that nothing of a source is lost on the way. A character is what
 * a reader sees: compatibility forms folded (NFKC), white space and invisible characters left out.
 */

/** White space, and what text loses when it is normalized (schemas/text.ts). */
const unseen = /[\s\p{Cf}\p{Cc}]|\p{Variation_Selector}/u;

/** What a code point counts as: often itself, sometimes nothing ("　") or several ("㎡" → m, 2). */
const folded = new Map<number, readonly string[]>();

/**
 * Adds the characters of a text to a count. Folding works on each code point alone: a text cut
 * into runs counts the same as the whole.
 */
export function countCharacters(text: string, into: Record<string, number>): void {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if ((unit >= 0x4e00 && unit <= 0x9fff) || (unit > 0x20 && unit < 0x7f)) {
      add(text.charAt(i), into);
      continue;
    }
    const codePoint = text.codePointAt(i) ?? unit;
    if (codePoint > 0xffff) i++;
    for (const character of fold(codePoint)) add(character, into);
  }
}

function add(character: string, into: Record<string, number>): void {
  into[character] = (into[character] ?? 0) + 1;
}

function fold(codePoint: number): readonly string[] {
  let characters = folded.get(codePoint);
  if (!characters) {
    characters = [...String.fromCodePoint(codePoint).normalize('NFKC')].filter(
      (character) => !unseen.test(character),
    );
    folded.set(codePoint, characters);
  }
  return characters;
}

/**
 * Compares what a source holds with what was kept of it, character by character.
 *
 * @param source counts as countCharacters gives them
 * @param held every text of sections, cells and leftovers
 * @param generated text among `held` that the source does not hold as text
 * @returns characters of the source found nowhere, characters found that the source does not
 *   have, and some of these characters (missing ones first)
 */
export function unaccounted(
  source: Readonly<Record<string, number>>,
  held: Iterable<string>,
  generated: string,
): { missing: number; surplus: number; sample: string } {
  const kept: Record<string, number> = {};
  for (const text of held) countCharacters(text, kept);
  const made: Record<string, number> = {};
  countCharacters(generated, made);

  let missing = 0;
  let surplus = 0;
  const lost: string[] = [];
  const extra: string[] = [];
  for (const character of new Set([...Object.keys(source), ...Object.keys(kept)])) {
    const own = (kept[character] ?? 0) - (made[character] ?? 0);
    const difference = (source[character] ?? 0) - own;
    if (difference > 0) {
      missing += difference;
      lost.push(character);
    } else if (difference < 0) {
      surplus -= difference;
      extra.push(character);
    }
  }
  return { missing, surplus, sample: [...lost, ...extra].slice(0, 40).join('') };
}
