import type { LeftoverReason } from '../../schemas/codes.ts';
import { flowText } from '../flow/flow.ts';
import { holdsData, isLinkHeavy, sumLinks } from './link-density.ts';
import { isBlock } from './looks.ts';
import type { PageElement } from './parse-page.ts';
import {
  addItems,
  closeFrame,
  finishLine,
  type Leave,
  openFrame,
  placeOf,
  type Reading,
  setAside,
  topFrame,
} from './reading.ts';

/** Sets an element's text aside. One inside a line leaves the line as it is around it. */
export function startAside(reading: Reading, element: PageElement, reason: LeftoverReason): Leave {
  if (isBlock(element)) finishLine(reading);
  const frame = openFrame(reading);
  return () => setAside(reading, closeFrame(reading, frame), placeOf(element), reason);
}

/** More text than this, not in links, is content, whatever its element is called. */
const longestFrame = 500;

/**
 * Sets a part of the site's frame aside, unless it turns out to hold a table of data, a heading, or
 * much text of its own; then it is read like anything else.
 */
export function startSiteFrame(reading: Reading, element: PageElement): Leave {
  finishLine(reading);
  const frame = openFrame(reading);
  return () => {
    const items = closeFrame(reading, frame);
    const outer = topFrame(reading);
    const count = sumLinks(items, reading.links);
    const isFrame = isLinkHeavy(count) || (!frame.hasHeading && count.characters <= longestFrame);
    const data = items.some((item) => item.kind === 'table' && holdsData(item, reading.links));
    if (isFrame && !data && !belongsToArticle(element)) {
      setAside(reading, items, placeOf(element), 'decoration');
    } else addItems(outer, items);
    outer.hasHeading ||= frame.hasHeading;
  };
}

/** A header or footer of an article is part of it. */
function belongsToArticle(element: PageElement): boolean {
  if (!/^(?:header|footer)$/.test(element.tagName)) return false;
  for (let node = element.parentNode; node && 'tagName' in node; node = node.parentNode) {
    if (node.tagName === 'article' || node.tagName === 'main') return true;
  }
  return false;
}

/**
 * An automatic number that an office program wrote out as text, for browsers to show; it is the number
 * of its paragraph where it stands at its beginning.
 */
export function startWrittenNumber(reading: Reading): Leave {
  const frame = openFrame(reading);
  return () => {
    const raw = flowText(closeFrame(reading, frame));
    const text = raw.trim();
    const outer = topFrame(reading);
    if (outer.line.isEmpty() && !outer.number && text !== '') {
      const separator = raw === text ? '' : ' ';
      outer.number = { number: { text, separator }, generated: false };
    } else outer.line.add(raw, false);
  };
}
