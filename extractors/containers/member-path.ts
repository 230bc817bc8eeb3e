/** Longer names are no names; the ending, which says what a file is, is kept. */
const longestName = 200;
const deepestPath = 32;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
const unseen = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/**
 * A member's path as people read it: forward slashes, and no "..", drive letter, leading slash or
 * invisible character.
 */
export function memberPath(raw: string): string {
  const names = raw
    .replaceAll('\\', '/')
    .split('/')
    .map((name) => shorten(name.replace(unseen, '').trim()))
    .filter((name) => name !== '' && !/^\.+$/.test(name));
  if (/^[a-z]:/i.test(names[0] ?? '')) names[0] = (names[0] ?? '').slice(2);
  const path = names
    .filter((name) => name !== '')
    .slice(-deepestPath)
    .join('/');
  return path === '' ? '未命名' : path;
}

function shorten(name: string): string {
  if (name.length <= longestName) return name;
  const ending = /\.[^.]{1,10}$/.exec(name)?.[0] ?? '';
  return name.slice(0, longestName - ending.length) + ending;
}

/** What macOS adds to an archive for itself: a shadow of every file. */
export function isResourceFork(path: string): boolean {
  return /(?:^|\/)__MACOSX\//.test(path);
}
