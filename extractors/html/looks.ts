import type { LeftoverReason } from '../../schemas/codes.ts';
import type { Script } from '../flow/script-digits.ts';
import { isSymbolFont } from '../flow/symbol.ts';
import { attribute, type PageElement } from './parse-page.ts';

/** One property of an element's style attribute, lower case; '' where it is not set. */
export function styleOf(element: PageElement, property: string): string {
  const style = attribute(element, 'style');
  return style ? (propertiesOf(style).get(property) ?? '') : '';
}

/** A page says the same of many elements, and is asked for many properties of each. */
const known = new Map<string, ReadonlyMap<string, string>>();
const mostKnown = 1000;
const longestKnown = 1000;

function propertiesOf(style: string): ReadonlyMap<string, string> {
  const already = known.get(style);
  if (already) return already;
  const properties = readStyle(style);
  if (known.size >= mostKnown) known.clear();
  if (style.length <= longestKnown) known.set(style, properties);
  return properties;
}

/** The first declaration of a property is the one that holds. */
function readStyle(style: string): ReadonlyMap<string, string> {
  const properties = new Map<string, string>();
  for (const declaration of style.toLowerCase().split(';')) {
    const colon = declaration.indexOf(':');
    const name = declaration.slice(0, Math.max(0, colon)).trim();
    if (!properties.has(name)) properties.set(name, declaration.slice(colon + 1).trim());
  }
  return properties;
}

/** The symbol font text in this element shows in; another font ends it. */
export function symbolFontOf(element: PageElement, outer: string | null): string | null {
  const family = styleOf(element, 'font-family') || (attribute(element, 'face') ?? '');
  if (family === '') return outer;
  const first = family.split(',')[0]?.replace(/["']/g, '').trim() ?? '';
  if (first === '') return outer;
  return isSymbolFont(first) ? first : null;
}

/** Where text in this element stands to its line; null on it. */
export function scriptOf(element: PageElement, outer: Script | null): Script | null {
  const style = styleOf(element, 'vertical-align');
  if (style !== '') return scripts.get(style) ?? (style === 'baseline' ? null : outer);
  if (isNoteMark(element)) return 'superscript';
  return scripts.get(element.tagName) ?? (isBlock(element) ? null : outer);
}

const scripts: ReadonlyMap<string, Script> = new Map([
  ['sup', 'superscript'],
  ['sub', 'subscript'],
  ['super', 'superscript'],
]);

/** Office programs raise note marks by the style sheet of the page they save. */
function isNoteMark(element: PageElement): boolean {
  return /\bMso(?:Foot|End)noteReference\b/.test(attribute(element, 'class') ?? '');
}

/** Why an element's text is no part of the page's body, if it certainly is not. */
export function asideReason(element: PageElement): LeftoverReason | null {
  const { tagName } = element;
  const byTag = asideTags.get(tagName);
  if (byTag) return byTag;
  if (tagName === 'option' && attribute(element, 'selected') === undefined) return 'hidden';
  if (tagName === 'dialog' && attribute(element, 'open') === undefined) return 'hidden';
  return officeReason(element) ?? (isHidden(element) ? 'hidden' : strikeReason(element));
}

const asideTags: ReadonlyMap<string, LeftoverReason> = new Map([
  ['button', 'decoration'],
  ['svg', 'decoration'],
  ['canvas', 'decoration'],
  ['audio', 'decoration'],
  ['video', 'decoration'],
  ['object', 'decoration'],
  ['rt', 'decoration'],
  ['rp', 'hidden'],
  ['annotation', 'hidden'],
  ['annotation-xml', 'hidden'],
  ['del', 'deleted_revision'],
  ['s', 'struck_out'],
  ['strike', 'struck_out'],
]);

/** Does an element whose text is set aside still stand in the grid of its table, empty? */
export function keepsPlace(element: PageElement): boolean {
  return /^(?:tr|td|th)$/.test(element.tagName) && !isGone(element);
}

function isGone(element: PageElement): boolean {
  return (
    attribute(element, 'hidden') !== undefined || styleOf(element, 'display').startsWith('none')
  );
}

function isHidden(element: PageElement): boolean {
  return (
    isGone(element) ||
    styleOf(element, 'visibility').startsWith('hidden') ||
    styleOf(element, 'mso-hide').startsWith('all')
  );
}

function strikeReason(element: PageElement): LeftoverReason | null {
  const lines = styleOf(element, 'text-decoration') || styleOf(element, 'text-decoration-line');
  return lines.includes('line-through') ? 'struck_out' : null;
}

/** Office programs mark the parts of a document they save as a page (mso-element). */
const officeElements: ReadonlyMap<string, LeftoverReason> = new Map([
  ['header', 'header'],
  ['footer', 'footer'],
  ['footnote-list', 'footnote'],
  ['endnote-list', 'footnote'],
  ['comment-list', 'comment'],
]);

function officeReason(element: PageElement): LeftoverReason | null {
  const part = officeElements.get(styleOf(element, 'mso-element'));
  if (part) return part;
  return /\bMsoCommentReference\b/.test(attribute(element, 'class') ?? '') ? 'comment' : null;
}

/** What a site's frame is called by those who write pages; it may still hold what matters. */
const frameNames =
  /^(?:nav|navbar|navigation|menu|mainmenu|topmenu|submenu|breadcrumbs?|crumbs?|sidebar|side-bar|footer|foot|copyright|pagination|pager|share|sharebar|toolbar|topbar|top-bar|toplink|friendlink|links)$/i;

const frameRoles =
  /^(?:navigation|banner|contentinfo|search|menu|menubar|toolbar|tablist|complementary)$/i;

/** Is the element, by its kind, role or name, the site's frame around the article? */
export function isSiteFrame(element: PageElement): boolean {
  const { tagName } = element;
  if (/^(?:nav|aside|footer|header)$/.test(tagName)) return true;
  if (!/^(?:div|ul|ol|section|p|form|menu|dl)$/.test(tagName)) return false;
  if (frameRoles.test(attribute(element, 'role') ?? '')) return true;
  const names = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`;
  return names.split(/\s+/).some((name) => frameNames.test(name));
}

const blocks: ReadonlySet<string> = new Set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul textarea title'.split(
    ' ',
  ),
);

/** Does it begin a line of its own? */
export function isBlock(element: PageElement): boolean {
  return (
    blocks.has(element.tagName) || /^(?:block|flex|grid|table)/.test(styleOf(element, 'display'))
  );
}

/** Does white space in it show as it is written? */
export function isPreformatted(element: PageElement, outer: boolean): boolean {
  if (/^(?:pre|textarea|listing|plaintext|xmp)$/.test(element.tagName)) return true;
  const space = styleOf(element, 'white-space');
  return space === '' ? outer : /^(?:pre|break-spaces)/.test(space) && space !== 'pre-line';
}
