import type { Notice } from '../../schemas/notice.ts';
import type { Finding } from './rule.ts';

/**
 * What a reader met that may have cost or changed a figure: the value stands in the warehouse, or is
 * missing there, and only the page can tell.
 */
const doubts: ReadonlySet<string> = new Set([
  'characters-replaced',
  'characters-unread',
  'columns-askew',
  'figure-broken-over-lines',
  'formula-error',
  'formula-without-value',
  'row-cut-by-page',
  'running-figures',
  'struck-out-doubtful',
  'table-columns-moved',
  'table-split-over-pages',
  'text-clipped',
  'text-over-rows',
  'text-overprinted',
]);

/** Places named in one finding; the rest are counted. */
const mostNamed = 3;

/** One finding for each kind of doubt a reader had about the document. */
export function* readingDoubts(notices: readonly Notice[]): Iterable<Finding> {
  for (const code of doubts) {
    const places = notices.filter((notice) => notice.code === code);
    if (places.length === 0) continue;
    const named = places.slice(0, mostNamed).map(({ message }) => message.replace(/。$/u, ''));
    const more = places.length > mostNamed ? `等共${places.length}处` : '';
    yield {
      form: null,
      field: code,
      actual: String(places.length),
      message: `${named.join('；')}${more}。`,
      // The doubt is about a place of the page: no value of it may have been loaded at all.
      evidence: [],
    };
  }
}
