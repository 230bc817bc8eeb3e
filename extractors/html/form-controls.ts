import { attribute, type PageElement } from './parse-page.ts';

/** What an input shows without holding it as text: its value, its tick. '' where it shows nothing. */
export function controlText(element: PageElement): string {
  if (element.tagName !== 'input') return '';
  const type = (attribute(element, 'type') ?? 'text').trim().toLowerCase();
  if (type === 'checkbox' || type === 'radio') {
    return attribute(element, 'checked') === undefined ? '□' : '☑';
  }
  // Commands and what is sent along unseen are no part of the document.
  if (/^(?:hidden|submit|reset|button|image|file|password)$/.test(type)) return '';
  return attribute(element, 'value') ?? '';
}
