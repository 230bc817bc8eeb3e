import { countCharacters } from '../accounting.ts';
import { readSymbols } from '../flow/symbol.ts';
import { symbolFontOf } from './looks.ts';
import { isUnshown, type PageTree, walkPage } from './parse-page.ts';

/** Counts every character of a page's text nodes, whatever becomes of them. */
export function countPage(page: PageTree, into: Record<string, number>): void {
  const fonts: (string | null)[] = [null];
  walkPage(page, {
    enter(element) {
      if (isUnshown(element)) return 'skip';
      fonts.push(symbolFontOf(element, fonts.at(-1) ?? null));
      return () => void fonts.pop();
    },
    text(value) {
      countCharacters(readSymbols(fonts.at(-1) ?? null, value), into);
    },
  });
}
