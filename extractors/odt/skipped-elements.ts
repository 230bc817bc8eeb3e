/** What holds no text of the document, though it may hold characters. */
const skipped: ReadonlySet<string> = new Set([
  // Who wrote a note or changed something, and when.
  'dc:creator',
  'dc:date',
  'meta:creator-initials',
  'meta:date-string',
  'loext:sender-initials',
  'office:change-info',
  // A note's mark is counted, as page numbers are.
  'text:note-citation',
  // What is said of pictures to those who do not see them.
  'svg:title',
  'svg:desc',
  'office:binary-data',
  'office:scripts',
  'office:forms',
  'office:event-listeners',
  // How indexes are made; what they show stands beside it.
  'text:table-of-content-source',
  'text:illustration-index-source',
  'text:table-index-source',
  'text:object-index-source',
  'text:user-index-source',
  'text:alphabetical-index-source',
  'text:bibliography-source',
  'table:desc',
  'table:title',
]);

export function isSkipped(name: string): boolean {
  return skipped.has(name);
}
