import { compose, mapArea, translation } from '../matrix.ts';
import { type Pen, penWithin, spend } from './canvas.ts';
import { readClips } from './clips.ts';
import type { OfdElement } from './element-tree.ts';
import { opacityOf, readBoolean, readBox, readMatrix, readNumber } from './numbers.ts';
import { drawPath } from './path-object.ts';
import { drawText } from './text-object.ts';

/**
 * Draws what stands in a page, layer, block, composite unit or appearance (GB/T 33190-2016, 7.7 and
 * chapter 8). Elements of unknown names are blocks: text inside is text.
 */
export function drawContent(element: OfdElement, pen: Pen): void {
  for (const child of element.children) drawChild(child, pen);
}

function drawChild(child: OfdElement, pen: Pen): void {
  spend(pen.allowance, 1);
  const draw = drawings.get(child.name);
  if (draw) drawObject(child, pen, draw);
  else drawContent(child, child.name === 'Layer' ? penOfLayer(child, pen) : pen);
}

/** Clips that units within units may lay over each other; more let more show, never less. */
const mostClips = 32;

/** A layer's drawing parameters are those of its objects without their own (7.7). */
function penOfLayer(layer: OfdElement, pen: Pen): Pen {
  const drawParam = layer.attributes.get('DrawParam') ?? pen.drawParam;
  return { ...pen, drawParam, lineWidth: pen.resources.lineWidth(drawParam) ?? pen.lineWidth };
}

/** An object of its own: its box is its origin, its CTM leads from its space to the box (8.5). */
function drawObject(object: OfdElement, pen: Pen, draw: Drawing): void {
  const { attributes, children } = object;
  const box = readBox(attributes.get('Boundary'));
  const matrix = compose(pen.matrix, translation(box?.x0 ?? 0, box?.y0 ?? 0));
  const inner = compose(matrix, readMatrix(attributes.get('CTM')) ?? [1, 0, 0, 1, 0, 0]);
  const clips = readClips(object, [matrix, inner]);
  const own: Pen = {
    ...pen,
    matrix: inner,
    clips: clips.length > 0 ? [...pen.clips, ...clips].slice(0, mostClips) : pen.clips,
    drawParam: attributes.get('DrawParam') ?? pen.drawParam,
    lineWidth:
      readNumber(attributes.get('LineWidth')) ??
      pen.resources.lineWidth(attributes.get('DrawParam')) ??
      pen.lineWidth,
    opacity: pen.opacity * opacityOf(object),
    aside: pen.aside ?? (readBoolean(attributes.get('Visible'), true) ? null : 'hidden'),
  };
  draw(object, own, pen);
  // Clips and patterns may hold text of their own, which shows as a shape and not as itself.
  const shape: Pen = { ...own, aside: own.aside ?? 'decoration', unlined: true };
  for (const child of children) if (child.name !== 'TextCode') drawContent(child, shape);
}

function placeImage(image: OfdElement, { canvas, aside }: Pen, outer: Pen): void {
  const box = readBox(image.attributes.get('Boundary'));
  if (box && !aside) canvas.images.push(mapArea(outer.matrix, box));
}

function drawUnit(object: OfdElement, own: Pen): void {
  const unit = own.resources.unit(object.attributes.get('ResourceID') ?? '');
  if (unit) drawContent(unit.content, penWithin(own, {}));
  else own.canvas.missing++;
}

/** Draws an object with a pen in its own space, and one in the space around it. */
type Drawing = (object: OfdElement, own: Pen, outer: Pen) => void;

/** Objects by name; within a clipping area they go by shorter ones. */
const drawings: ReadonlyMap<string, Drawing> = new Map<string, Drawing>([
  ['TextObject', drawText],
  ['Text', drawText],
  ['PathObject', drawPath],
  ['Path', drawPath],
  ['ImageObject', placeImage],
  ['VideoObject', placeImage],
  ['CompositeObject', drawUnit],
]);
