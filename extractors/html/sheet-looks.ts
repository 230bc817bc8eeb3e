import { attribute, type PageElement, type PageTree, walkPage } from './parse-page.ts';

/** What the rules of a page's style sheets say of a class or an id, for one kind of element or any. */
interface SheetRule {
  readonly tag: string;
  readonly declarations: readonly string[];
}

/** Longer sheets are of a site's framework. */
const inspected = 200_000;

/** No declaration that is looked for is longer. */
const longest = 200;

/** ".x", "td.x" or "#x": selectors that hold wherever the element stands. */
const selector = /^([a-z]\w*)?([.#][\w-]+)$/;

/** What tells text that counts from text that does not, or says where it stands. */
const kept =
  /^(?:display:none|text-decoration(?:-line)?:[^;]*line-through|vertical-align:su(?:per|b)|font-family:.{1,80})/;

/**
 * Writes what style sheets say of classes and ids into the style attributes of their elements, behind
 * what stands there: struck-out text, raised digits, symbol fonts, hidden rows. Rules for print or
 * narrow screens, and those that depend on other elements, are left out.
 *
 * @param page is changed
 */
export function applySheets(page: PageTree): void {
  const rules = new Map<string, SheetRule[]>();
  walkPage(page, {
    enter(element) {
      if (element.tagName === 'style') readSheet(element, rules);
      return null;
    },
    text() {},
  });
  if (rules.size === 0) return;
  walkPage(page, {
    enter(element) {
      applyRules(element, rules);
      return null;
    },
    text() {},
  });
}

function readSheet(element: PageElement, rules: Map<string, SheetRule[]>): void {
  const sheet = element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
  const heads: string[] = [];
  const plain = sheet.slice(0, inspected).replace(/\/\*[\s\S]*?(?:\*\/|$)|<!--|-->/g, '');
  let before = '';
  for (const piece of plain.split(/([{}])/)) {
    if (piece === '{') heads.push(before);
    else if (piece === '}') {
      const head = heads.pop();
      if (head !== undefined && heads.length === 0) addRule(head, before, rules);
    } else before = piece;
  }
}

function addRule(head: string, body: string, rules: Map<string, SheetRule[]>): void {
  const declarations = body
    .split(';')
    .filter((one) => one.length <= longest)
    .map((one) =>
      one
        .trim()
        .toLowerCase()
        .replace(/\s*:\s*/, ':'),
    )
    .filter((one) => kept.test(one));
  if (declarations.length === 0) return;
  for (const part of head.slice(head.lastIndexOf(';') + 1).split(',')) {
    const [, tag = '', name] = selector.exec(part.trim().toLowerCase()) ?? [];
    if (name === undefined) continue;
    const known = rules.get(name);
    if (known) known.push({ tag, declarations });
    else rules.set(name, [{ tag, declarations }]);
  }
}

function applyRules(element: PageElement, rules: ReadonlyMap<string, readonly SheetRule[]>): void {
  const id = attribute(element, 'id');
  const names = (attribute(element, 'class') ?? '').toLowerCase().split(/\s+/);
  const own = [...names.map((name) => `.${name}`), `#${id?.toLowerCase() ?? ''}`]
    .flatMap((name) => rules.get(name) ?? [])
    .filter(({ tag }) => tag === '' || tag === element.tagName)
    .flatMap(({ declarations }) => declarations)
    .filter((one) => one !== 'display:none' || mayHide(element));
  if (own.length === 0) return;
  // The first declaration of a property is the one that holds: the element's own, then the last rule's.
  const rest = own.reverse().join(';');
  const style = element.attrs.find(({ name }) => name === 'style');
  if (style) style.value = `${style.value};${rest}`;
  else element.attrs.push({ name: 'style', value: rest });
}

/** Larger parts that a sheet hides, such as the leaves of tabs, are what a script shows. */
function mayHide({ tagName }: PageElement): boolean {
  return /^(?:tr|td|th|span|font|b|i|em|strong|sup|sub)$/.test(tagName);
}
