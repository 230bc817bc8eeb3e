import { setApartClipped } from '../clipped-figures.ts';
import type { DrawnPage, Glyph } from '../drawn-page.ts';
import { plainGlyph } from '../inked-glyph.ts';
import type { Matrix } from '../matrix.ts';
import { setApartOverprinted } from '../overprinted.ts';
import { markSeals } from '../seal-text.ts';
import { strikeOut } from '../struck-out.ts';
import { markTiledText } from '../tiled-text.ts';
import { type Allowance, type Canvas, emptyCanvas, type Pen, penWithin, spend } from './canvas.ts';
import { isClippedAway } from './clips.ts';
import { coveredGlyphs } from './covered-glyphs.ts';
import { drawContent } from './draw-content.ts';
import { childOf, childrenOf, type OfdElement } from './element-tree.ts';
import { boxOf, locationsOfResources, type OfdDocument } from './ofd-document.ts';
import type { OfdPackage, OfdPart } from './ofd-package.ts';
import type { PartText } from './part-text.ts';
import { type Resources, readResources } from './resources.ts';
import { setUpright } from './set-upright.ts';
import { isWatermark } from './text-aside.ts';

/** Points in a millimetre. */
const points = 72 / 25.4;

/** A page as drawn, and what of it could not be. */
export interface PageDrawing {
  readonly drawn: DrawnPage;
  /** What the page and each template took their composite units from. */
  readonly resources: ReadonlyMap<PartText, Resources>;
  /** An image stands for the page, which holds next to no text. */
  readonly isPicture: boolean;
  /** Composite units that are drawn and not there. */
  readonly missing: number;
  /** Lines that may be crossing out text. */
  readonly doubtful: number;
  /** Places where texts lie on each other. */
  readonly places: number;
  /** Figures that are cut off, as the file has them. */
  readonly clipped: readonly string[];
}

/**
 * Draws a page (GB/T 33190-2016, 7.7): the templates under it, its own content, the templates over
 * it, and last what `annotate` lays on top.
 *
 * @param pageNo 1-based
 * @throws IngestError document_incomplete, document_too_deep, archive_too_large
 */
export function drawPage(
  source: OfdPackage,
  document: OfdDocument,
  page: OfdPart,
  pageNo: number,
  allowance: Allowance,
  annotate: (pen: Pen) => void,
): PageDrawing {
  const canvas = emptyCanvas();
  const matrix: Matrix = [points, 0, 0, points, 0, 0];
  const pen: Pen = {
    canvas,
    resources: resourcesOf(source, page, document.resources),
    allowance,
    matrix,
    lineWidth: null,
    drawParam: undefined,
    opacity: 1,
    aside: null,
    unlined: false,
    clips: [],
    depth: 0,
  };
  const resources = new Map<PartText, Resources>();
  drawLayers({ source, document, resources }, page, pen);
  annotate(pen);
  const box = boxOf(childOf(page.root, 'Area')) ?? document.box;
  const size = { width: (box.x1 - box.x0) * points, height: (box.y1 - box.y0) * points };
  const asWritten = { page: pageNo, ...size, ...finish(canvas, size) };
  const upright = setUpright(asWritten, canvas.turned);
  const notes = setUpright({ ...asWritten, segments: canvas.strikes, glyphs: [] }, canvas.turned);
  const { page: clean, doubtful } = strikeOut(upright, notes.segments);
  const { page: single, places } = setApartOverprinted(clean);
  const { page: drawn, figures } = setApartClipped(single);
  const picture = isPicture(canvas, size);
  const { missing } = canvas;
  return { drawn, resources, isPicture: picture, missing, doubtful, places, clipped: figures };
}

function resourcesOf(source: OfdPackage, page: OfdPart, outer: Resources): Resources {
  const own = locationsOfResources(page.root);
  return own.length === 0 ? outer : readResources(source, own, page.name, outer);
}

interface Layering {
  readonly source: OfdPackage;
  readonly document: OfdDocument;
  readonly resources: Map<PartText, Resources>;
}

/** A page's content between its templates, which are pages themselves. */
function drawLayers(layering: Layering, page: OfdPart, pen: Pen): void {
  const { source, document } = layering;
  layering.resources.set(page.text, pen.resources);
  const templates = childrenOf(page.root, 'Template').flatMap((use) => {
    const template = document.template(use.attributes.get('TemplateID') ?? '');
    const zOrder = use.attributes.get('ZOrder') ?? template?.zOrder ?? 'Background';
    return template ? [{ part: template.page, over: zOrder.toLowerCase() === 'foreground' }] : [];
  });
  spend(pen.allowance, 1 + templates.length);
  const draw = (over: boolean): void => {
    for (const template of templates.filter((each) => each.over === over)) {
      const resources = resourcesOf(source, template.part, pen.resources);
      drawLayers(layering, template.part, penWithin(pen, { resources }));
    }
  };
  draw(false);
  for (const child of page.root.children) {
    if (child.name !== 'Template') drawContent(inDrawingOrder(child), pen);
  }
  draw(true);
}

const heights: Readonly<Record<string, number>> = { Background: 0, Body: 1, Foreground: 2 };

/** Layers from the lowest to the highest (7.7, table 13); in their own order where they are level. */
function inDrawingOrder(content: OfdElement): OfdElement {
  const heightOf = (layer: OfdElement): number =>
    heights[layer.attributes.get('Type') ?? 'Body'] ?? 1;
  const children = content.children.toSorted((a, b) => heightOf(a) - heightOf(b));
  return { ...content, children };
}

/** Share of a page that images cover where they stand for it: without any text, or with a little. */
const aPicture = 0.03;
const wholePage = 0.5;

/** Text this short beside such an image is a stamp or a page number, not the page's text. */
const fewCharacters = 30;

function isPicture(
  { glyphs, images }: Canvas,
  { width, height }: { readonly width: number; readonly height: number },
): boolean {
  const text = glyphs.filter(({ aside }) => !aside).length;
  if (text >= fewCharacters) return false;
  let covered = 0;
  for (const { x0, y0, x1, y1 } of images) {
    const across = Math.min(x1, width) - Math.max(x0, 0);
    const down = Math.min(y1, height) - Math.max(y0, 0);
    covered += Math.max(0, across) * Math.max(0, down);
  }
  return covered >= (text === 0 ? aPicture : wholePage) * width * height;
}

/** Says of every glyph of a page whether it is part of its text. */
function finish(
  { glyphs, segments, fills, covers, rounds }: Canvas,
  { width, height }: { readonly width: number; readonly height: number },
): Pick<DrawnPage, 'glyphs' | 'segments' | 'fills'> {
  markSeals(glyphs, rounds);
  markTiledText(glyphs);
  const covered = coveredGlyphs(glyphs, covers);
  const page = [{ x0: 0, y0: 0, x1: width, y1: height }];
  const finished = glyphs.map((glyph): Glyph => {
    if (glyph.aside) return plainGlyph(glyph);
    if (covered.has(glyph)) return { ...plainGlyph(glyph), aside: 'hidden' };
    if (isWatermark(glyph)) return { ...plainGlyph(glyph), aside: 'watermark' };
    const isInk = glyph.x1 > glyph.x0 && glyph.y1 > glyph.y0;
    const clipped = isInk && isClippedAway(glyph, [page]);
    return { ...plainGlyph(glyph), ...(clipped && { aside: 'hidden', clipped }) };
  });
  return { glyphs: finished, segments, fills };
}
