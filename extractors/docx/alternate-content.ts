import { isUnderstood } from '../xml/namespaces.ts';

/**
 * Chooses between the branches of mc:AlternateContent (ECMA-376 part 3): the first Choice
 * that holds anything understood, else the Fallback; never two of them.
 */
export interface AlternateContent {
  /** @returns whether the element is to be skipped with all it holds */
  skips(name: string): boolean;
  close(name: string): void;
}

export function createAlternateContent(): AlternateContent {
  const taken: boolean[] = [];
  return {
    skips(name) {
      const last = taken.length - 1;
      if (name === 'mc:AlternateContent') taken.push(false);
      else if (name === 'mc:Choice' || name === 'mc:Fallback') return taken[last] === true;
      else if (last >= 0 && taken[last] === false && isUnderstood(name)) taken.fill(true);
      return false;
    },
    close(name) {
      if (name === 'mc:AlternateContent') taken.pop();
    },
  };
}
