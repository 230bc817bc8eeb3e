import type { MappedForm } from '../../schemas/form.ts';
import type { DocumentForms, Finding } from './rule.ts';

/**
 * Asks which unread pages a finding may come of: what is missing in a form may stand there.
 *
 * @returns for a finding about the whole document, all of them
 */
export function unreadPagesOf({
  forms,
  unreadPages = [],
}: DocumentForms): (finding: Finding) => readonly number[] {
  if (unreadPages.length === 0) return () => [];
  const pages = new Map(
    forms.map((form) => [form, unreadPages.filter((page) => isPart(page, form))]),
  );
  return ({ form }) => (form ? (pages.get(form) ?? []) : unreadPages);
}

/** A form goes on over the page after it; one without a title may have begun on the page before. */
function isPart(page: number, { page_from, page_to, title }: MappedForm): boolean {
  if (page_from === null || page_to === null) return true;
  const first = title === null ? page_from - 1 : page_from;
  return first <= page && page <= page_to + 1;
}
