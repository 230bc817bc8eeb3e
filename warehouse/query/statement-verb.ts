/** What hides words from a reader of SQL: comments, strings and quoted names. */
const hidden = /--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|\[[^\]]*\]/g;

/**
 * What a statement does, in lower case: the first word, or behind EXPLAIN and WITH the one that they
 * introduce, since `WITH … DELETE` deletes. Null where there is none.
 */
export function statementVerb(sql: string): string | null {
  const bare = sql.replace(hidden, (found) => (/^[-/]/.test(found) ? ' ' : ' x '));
  const words = bare.toLowerCase().match(/[\p{L}_][\p{L}\p{N}_$]*|[^\s\p{L}_]/gu) ?? [];
  const start = /^\s*explain\s+query\s+plan\b/i.test(bare) ? 3 : words[0] === 'explain' ? 1 : 0;
  const first = words[start] ?? null;
  return first === 'with' ? verbBehindWith(words.slice(start + 1)) : first;
}

/** Behind the bracket that ends a common table stands the verb; behind one of column names, AS. */
function verbBehindWith(words: readonly string[]): string | null {
  let depth = 0;
  for (const [i, word] of words.entries()) {
    if (word === '(') depth += 1;
    if (word !== ')') continue;
    depth -= 1;
    const next = words[i + 1];
    if (depth === 0 && next !== undefined && next !== 'as' && next !== ',') return next;
  }
  return null;
}
