import type { FlowItem } from './flow.ts';

/** Takes the page from everything: where not all breaks are known, their count tells no page. */
export function forgetPages(items: readonly FlowItem[]): void {
  for (const item of items) {
    item.page = null;
    if (item.kind === 'paragraph') continue;
    for (const cell of item.cells) {
      cell.page = null;
      forgetPages(cell.nested);
    }
  }
}
