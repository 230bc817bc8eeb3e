import type { LeftoverReason } from '../../schemas/codes.ts';
import type { Leftover } from '../../schemas/document.ts';
import { compose, translation } from '../matrix.ts';
import { readableText } from '../readable-text.ts';
import { emptyCanvas, type Pen } from './canvas.ts';
import { drawContent } from './draw-content.ts';
import { childrenOf, type OfdElement, textOfChild } from './element-tree.ts';
import { readBoolean, readBox } from './numbers.ts';
import type { OfdDocument } from './ofd-document.ts';
import type { OfdPackage, OfdPart } from './ofd-package.ts';

/** The parts with a page's annotations, by the page's ID (GB/T 33190-2016, chapter 15). */
export interface Annotations {
  readonly ofPage: ReadonlyMap<string, readonly string[]>;
  /** Locations that lead nowhere. */
  readonly missing: readonly string[];
}

export function readAnnotations(source: OfdPackage, { part }: OfdDocument): Annotations {
  const ofPage = new Map<string, string[]>();
  const missing: string[] = [];
  for (const { text } of childrenOf(part.root, 'Annotations')) {
    if (text.trim() === '') continue;
    const list = source.locate(text, part.name);
    if (list === null) {
      missing.push(text.trim());
      continue;
    }
    for (const page of childrenOf(source.read(list).root, 'Page')) {
      const location = textOfChild(page, 'FileLoc') ?? '';
      const own = location === '' ? null : source.locate(location, list);
      const id = page.attributes.get('PageID') ?? '';
      if (own === null) missing.push(location);
      else ofPage.set(id, [...(ofPage.get(id) ?? []), own]);
    }
  }
  return { ofPage, missing };
}

/** What an annotation says is none of the page's own text, wherever it is laid. */
const reasons: Readonly<Record<string, LeftoverReason>> = { Watermark: 'watermark', Stamp: 'seal' };

function annotsOf(part: OfdPart): OfdElement[] {
  return childrenOf(part.root, 'Annot');
}

/** Draws the looks of a page's annotations. */
export function drawAnnotations(part: OfdPart, pen: Pen): void {
  for (const annot of annotsOf(part)) {
    const aside = reasonOf(annot);
    for (const looks of annot.children) {
      const box = readBox(looks.attributes.get('Boundary'));
      const matrix = compose(pen.matrix, translation(box?.x0 ?? 0, box?.y0 ?? 0));
      drawContent(looks, { ...pen, matrix, aside, unlined: true });
      if (!mayStrike(annot, aside)) continue;
      const canvas = emptyCanvas();
      drawContent(looks, { ...pen, canvas, matrix });
      pen.canvas.strikes.push(...canvas.segments);
    }
  }
}

/** Lines drawn by hand or by a tool for it; an underline passes below the text and crosses none. */
function mayStrike({ attributes }: OfdElement, aside: LeftoverReason | null): boolean {
  if (aside !== 'comment') return false;
  const kind = attributes.get('Type') ?? '';
  return kind === 'Path' || /strike|delete|删/i.test(attributes.get('Subtype') ?? '');
}

/** How many notes are typed on a page, as a form is filled in: they are text of the page. */
export function typedNotesOf(part: OfdPart): number {
  return annotsOf(part).filter((annot) => reasonOf(annot) === null).length;
}

/** A note typed on the page is no seal, even where a writer files it among the stamps. */
function isTyped(attributes: OfdElement['attributes']): boolean {
  return /free\s*text|typewriter/i.test(attributes.get('Subtype') ?? '');
}

function reasonOf({ attributes }: OfdElement): LeftoverReason | null {
  if (!readBoolean(attributes.get('Visible'), true)) return 'hidden';
  if (isTyped(attributes)) return null;
  return reasons[attributes.get('Type') ?? ''] ?? 'comment';
}

/** What people wrote beside a page. */
export function remarksOf(part: OfdPart, page: number): Leftover[] {
  return annotsOf(part).flatMap((annot) =>
    childrenOf(annot, 'Remark')
      .filter(({ text }) => text.trim() !== '')
      .map(({ text }) => ({
        page,
        location: part.name,
        text: readableText(text.trim()),
        reason: 'comment',
      })),
  );
}
