import type { Leftover } from '../../schemas/document.ts';
import type { Limits } from '../extractor.ts';
import type { FlowItem } from '../flow/flow.ts';
import type { Script } from '../flow/script-digits.ts';
import { readSymbols } from '../flow/symbol.ts';
import { startAside, startSiteFrame, startWrittenNumber } from './asides.ts';
import { controlText } from './form-controls.ts';
import { partMenus } from './link-density.ts';
import { createList, nextNumber } from './list-numbers.ts';
import {
  asideReason,
  isBlock,
  isPreformatted,
  isSiteFrame,
  keepsPlace,
  scriptOf,
  styleOf,
  symbolFontOf,
} from './looks.ts';
import {
  attribute,
  isText,
  isUnshown,
  type PageElement,
  type PageTree,
  walkPage,
} from './parse-page.ts';
import {
  createReading,
  finishLine,
  type Leave,
  type Reading,
  setAside,
  topFrame,
} from './reading.ts';
import { addSheet } from './sheet-borders.ts';
import { startTable, startTablePart } from './tables.ts';

/** What a page holds, before its tables have their numbers. */
export interface PageContent {
  readonly items: readonly FlowItem[];
  readonly leftovers: readonly Leftover[];
  /** Numbers, bullets and form values that the page does not hold as text. */
  readonly generated: readonly string[];
}

/**
 * Reads a parsed page in one walk: blocks become paragraphs, tables grids, and what is no part of
 * the article is set aside with its reason.
 *
 * @throws IngestError document_too_deep, file_too_large
 */
export function readPage(page: PageTree, limits: Limits): PageContent {
  const reading = createReading(limits);
  const fonts: (string | null)[] = [null];
  const preformatted: boolean[] = [false];
  const scripts: (Script | null)[] = [null];
  walkPage(page, {
    enter(element) {
      if (element.tagName === 'style') addSheet(reading.borders, textOf(element));
      if (isUnshown(element)) return 'skip';
      const leave = startElement(reading, element);
      fonts.push(symbolFontOf(element, fonts.at(-1) ?? null));
      preformatted.push(isPreformatted(element, preformatted.at(-1) ?? false));
      scripts.push(scriptOf(element, scripts.at(-1) ?? null));
      return () => {
        leave?.();
        fonts.pop();
        preformatted.pop();
        scripts.pop();
      };
    },
    text(value) {
      const text = readSymbols(fonts.at(-1) ?? null, value);
      const frame = topFrame(reading);
      frame.line.add(text, preformatted.at(-1) ?? false, scripts.at(-1) ?? null);
      if (reading.openLinks > 0) frame.linked.push(text);
    },
  });
  finishLine(reading, reading.root);
  const { kept, menus } = partMenus(reading.root.flow.items, reading.links);
  for (const menu of menus) setAside(reading, menu, 'body', 'decoration');
  return { items: kept, leftovers: reading.leftovers, generated: reading.generated };
}

function startElement(reading: Reading, element: PageElement): Leave | null {
  const { tagName } = element;
  const reason = asideReason(element);
  if (reason) {
    const place = keepsPlace(element) ? startTablePart(reading, element) : null;
    const aside = startAside(reading, element, reason);
    return () => {
      aside();
      place?.();
    };
  }
  if (isSiteFrame(element)) return startSiteFrame(reading, element);
  const part = startTablePart(reading, element);
  if (part !== undefined) return part;
  if (styleOf(element, 'mso-list') === 'ignore') return startWrittenNumber(reading);
  const start = starts.get(tagName);
  if (start) return start(reading, element);
  return isBlock(element) ? startBlock(reading, element) : null;
}

type Start = (reading: Reading, element: PageElement) => Leave | null;

const starts: ReadonlyMap<string, Start> = new Map<string, Start>([
  ['a', startLink],
  ['br', breakLine],
  ['dir', startList],
  ['input', showControl],
  ['li', startListItem],
  ['menu', startList],
  ['ol', startList],
  ['table', startTable],
  ['title', (reading, element) => startAside(reading, element, 'header')],
  ['ul', startList],
]);

function startBlock(reading: Reading, element: PageElement): Leave {
  finishLine(reading);
  if (/^h[1-6]$/.test(element.tagName)) topFrame(reading).hasHeading = true;
  return () => finishLine(reading);
}

function startList(reading: Reading, element: PageElement): Leave {
  finishLine(reading);
  reading.lists.push(createList(element));
  return () => {
    finishLine(reading);
    reading.lists.pop();
  };
}

function startListItem(reading: Reading, element: PageElement): Leave {
  finishLine(reading);
  const frame = topFrame(reading);
  const number = nextNumber(reading.lists.at(-1), element);
  frame.number = number && { number, generated: true };
  return () => {
    finishLine(reading, frame);
    frame.number = null;
  };
}

function startLink(reading: Reading, element: PageElement): Leave | null {
  if (!leadsElsewhere(element)) return null;
  reading.openLinks++;
  topFrame(reading).links++;
  return () => {
    reading.openLinks--;
  };
}

/**
 * Bookmarks, links to a place in the same page (contents, notes) and links to documents, which are an
 * article's attachments, are text like any other; a link without a target is the end of a path.
 */
function leadsElsewhere(element: PageElement): boolean {
  const target = attribute(element, 'href');
  if (isDocumentName(textOf(element))) return false;
  if (target !== undefined) return !/^\s*#./.test(target) && !isDocumentName(target);
  return attribute(element, 'name') === undefined && attribute(element, 'id') === undefined;
}

function isDocumentName(target: string): boolean {
  const [path = ''] = target.split(/[?#]/, 1);
  return [target, path].some((name) => documentEnding.test(name.trim()));
}

const documentEnding = /\.(?:docx?|xlsx?|pptx?|wps|et|pdf|ofd|rtf|od[ts]|csv|txt|zip|rar|7z)$/i;

function breakLine(reading: Reading): null {
  topFrame(reading).line.breakLine();
  return null;
}

function showControl(reading: Reading, element: PageElement): null {
  const text = controlText(element);
  if (text !== '') {
    topFrame(reading).line.addShown(text);
    reading.generated.push(text);
  }
  return null;
}

function textOf(element: PageElement): string {
  return element.childNodes.map((node) => (isText(node) ? node.value : '')).join('');
}
