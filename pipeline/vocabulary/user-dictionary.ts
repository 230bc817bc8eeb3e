import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { builtInVocabulary } from '../../schemas/built-in-vocabulary.ts';
import { type LabelConcept, UserDictionary } from '../../schemas/vocabulary.ts';
import { buildLabelIndex } from './label-index.ts';

/** A user's dictionary that can't be used; says which entry is wrong. */
export class DictionaryError extends Error {
  override readonly name = 'DictionaryError';
}

/** The dictionary that belongs to a warehouse: guidang.db → guidang.labels.json beside it. */
export function dictionaryPath(databasePath: string): string {
  const name = basename(databasePath).replace(/\.(?:db|sqlite3?)$/i, '');
  return join(dirname(databasePath), `${name}.labels.json`);
}

/**
 * The built-in labels and, where it exists, the user's own.
 *
 * @throws DictionaryError for a file that is no dictionary, or contradicts the built-in labels
 */
export function loadVocabulary(databasePath: string): readonly LabelConcept[] {
  const own = readUserDictionary(dictionaryPath(databasePath));
  if (own.concepts.length > 0) requireConsistent(own, dictionaryPath(databasePath));
  const synonyms = own.concepts.map((concept) => ({
    ...builtInVocabulary.find((c) => c.kind === concept.kind && c.code === concept.code),
    ...concept,
  }));
  return [...builtInVocabulary, ...synonyms];
}

export function readUserDictionary(path: string): UserDictionary {
  if (!existsSync(path)) return { version: 1, concepts: [] };
  try {
    return UserDictionary.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new DictionaryError(`${path}: ${detail}`, { cause });
  }
}

/** Adds a synonym to the user's dictionary, written whole or not at all. */
export function acceptLabel(
  databasePath: string,
  concept: Omit<LabelConcept, 'labels'>,
  label: string,
): void {
  const path = dictionaryPath(databasePath);
  const own = readUserDictionary(path);
  const same = own.concepts.find((c) => c.kind === concept.kind && c.code === concept.code);
  const rest = own.concepts.filter((c) => c !== same);
  const labels = [...new Set([...(same?.labels ?? []), label])];
  const next: UserDictionary = { version: 1, concepts: [...rest, { ...concept, labels }] };
  requireConsistent(next, path);
  writeFileSync(`${path}.new`, `${JSON.stringify(next, null, 2)}\n`);
  renameSync(`${path}.new`, path);
}

/** A dictionary gives synonyms: its codes are those of the built-in labels, which it can't contradict. */
function requireConsistent(own: UserDictionary, path: string): void {
  const stranger = own.concepts.find(
    ({ kind, code }) => !builtInVocabulary.some((c) => c.kind === kind && c.code === code),
  );
  if (stranger)
    throw new DictionaryError(`${path}: "${stranger.code}" is no code of ${stranger.kind}`);
  try {
    buildLabelIndex([...builtInVocabulary, ...own.concepts]);
  } catch (cause) {
    throw new DictionaryError(
      `${path}: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
  }
}
