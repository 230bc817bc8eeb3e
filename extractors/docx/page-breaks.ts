import { shiftPages } from '../flow/flow.ts';
import { currentFlow, type Story } from './story.ts';

/**
 * Counts a page break. An explicit break and the one Word rendered for it (17.3.3.13) are one:
 * nothing stands between them.
 */
export function breakPage(story: Story): void {
  if (story.page === null || story.freshPage) return;
  story.page++;
  story.freshPage = true;
  if (currentFlow(story).items.length === story.sectionStart) story.sectionBroken = true;
}

/**
 * 17.6.22: the type of a section says how it begins, and is told at its end; what it held moves
 * on then by the page that its beginning broke, unless a rendered break told of that before.
 */
export function endSection(story: Story, type: string): void {
  const { items } = currentFlow(story);
  const breaks = !['continuous', 'nextColumn'].includes(type);
  if (breaks && story.page !== null && story.sectionStart > 0 && !story.sectionBroken) {
    shiftPages(items.slice(story.sectionStart), 1);
    story.page++;
  }
  story.sectionStart = items.length;
  story.sectionBroken = false;
}
