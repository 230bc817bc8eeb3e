import { compose, identity, mapArea, toMatrix, toNumbers } from '../matrix.ts';
import { initialState, noPaint, paintOf, pattern } from './graphics-state.ts';
import { type PathUse, paintPath, paintShading } from './paint-path.ts';
import { showText } from './paint-text.ts';
import { clipTo, type Painter, paint, restore, save, transform } from './painter.ts';

type Operator = (painter: Painter, args: readonly unknown[]) => void;

/**
 * What each operator does to the page, by pdf.js's name for it. Operators that are not named here
 * (dashes, joins, colour spaces, dependencies) change nothing that is read.
 */
export const operators: Readonly<Record<string, Operator>> = {
  save,
  restore,
  transform: (painter, args) => transform(painter, toMatrix(args) ?? identity),
  clip: startClip,
  eoClip: startClip,
  constructPath,
  shadingFill: paintShading,
  setLineWidth: (painter, [width]) => {
    painter.state.lineWidth = number(width);
  },
  setGState,

  setFillRGBColor: (painter, [colour]) => {
    painter.state.fill = paintOf(colour);
  },
  setStrokeRGBColor: (painter, [colour]) => {
    painter.state.stroke = paintOf(colour);
  },
  setFillColorN: (painter) => {
    painter.state.fill = pattern;
  },
  setStrokeColorN: (painter) => {
    painter.state.stroke = pattern;
  },
  setFillTransparent: (painter) => {
    painter.state.fill = noPaint;
  },
  setStrokeTransparent: (painter) => {
    painter.state.stroke = noPaint;
  },

  beginText: (painter) => {
    painter.textMatrix = identity;
    painter.lineMatrix = identity;
  },
  setCharSpacing: (painter, [spacing]) => {
    painter.state.charSpacing = number(spacing);
  },
  setWordSpacing: (painter, [spacing]) => {
    painter.state.wordSpacing = number(spacing);
  },
  setHScale: (painter, [percent]) => {
    painter.state.horizontalScale = number(percent) / 100;
  },
  setLeading: (painter, [leading]) => {
    painter.state.leading = number(leading);
  },
  setFont: (painter, [name, size]) => setFont(painter, name, size),
  setTextRenderingMode: (painter, [mode]) => {
    painter.state.renderMode = number(mode);
  },
  setTextRise: (painter, [rise]) => {
    painter.state.rise = number(rise);
  },
  moveText: (painter, [x, y]) => moveLine(painter, number(x), number(y)),
  setLeadingMoveText: (painter, [x, y]) => {
    painter.state.leading = -number(y);
    moveLine(painter, number(x), number(y));
  },
  setTextMatrix: (painter, [matrix]) => {
    painter.lineMatrix = toMatrix(matrix) ?? identity;
    painter.textMatrix = painter.lineMatrix;
  },
  nextLine: (painter) => moveLine(painter, 0, -painter.state.leading),
  showText: (painter, [string]) => {
    if (Array.isArray(string)) showText(painter, string);
  },

  // Here the tag is a name object, with properties it is a string.
  beginMarkedContent: (painter, [tag]) => {
    const name = typeof tag === 'object' && tag !== null && 'name' in tag ? tag.name : tag;
    painter.marks.push(name === 'Artifact' ? 'artifact' : 'other');
  },
  beginMarkedContentProps: (painter, [tag, group]) => {
    if (tag === 'OC') painter.marks.push(painter.isShown(group) ? 'other' : 'not-shown');
    else painter.marks.push(tag === 'Artifact' ? 'artifact' : 'other');
  },
  endMarkedContent: (painter) => {
    painter.marks.pop();
  },

  paintFormXObjectBegin: (painter, [matrix, box]) => {
    paint(painter);
    save(painter);
    painter.state.ctm = compose(painter.state.ctm, toMatrix(matrix) ?? identity);
    clipToBox(painter, box);
  },
  paintFormXObjectEnd: restore,
  beginGroup,
  endGroup: restore,
  beginAnnotation,
  endAnnotation: startAnew,
};

function startClip(painter: Painter): void {
  painter.clipping = true;
}

/** @param args the painting operator's number, the path, and its bounds */
function constructPath(painter: Painter, [operator, paths]: readonly unknown[]): void {
  const path = Array.isArray(paths) ? paths[0] : null;
  const use = pathUses.get(number(operator)) ?? { fill: false, stroke: false };
  if (path instanceof Float32Array) paintPath(painter, path, use);
  else painter.clipping = false;
}

/** ISO 32000-1, table 60; the numbers are pdf.js's. */
const pathUses: ReadonlyMap<number, PathUse> = new Map([
  [20, { fill: false, stroke: true }],
  [21, { fill: false, stroke: true }],
  [22, { fill: true, stroke: false }],
  [23, { fill: true, stroke: false }],
  [24, { fill: true, stroke: true }],
  [25, { fill: true, stroke: true }],
  [26, { fill: true, stroke: true }],
  [27, { fill: true, stroke: true }],
]);

function setGState(painter: Painter, [entries]: readonly unknown[]): void {
  if (!Array.isArray(entries)) return;
  for (const [key, value] of entries.filter(Array.isArray)) {
    if (key === 'LW') painter.state.lineWidth = number(value);
    else if (key === 'Font' && Array.isArray(value)) setFont(painter, value[0], value[1]);
    else if (key === 'CA') painter.state.strokeAlpha = number(value);
    else if (key === 'ca') painter.state.fillAlpha = number(value);
    else if (key === 'BM') painter.state.opaqueBlend = value === 'source-over';
    else if (key === 'SMask' && value === true) painter.state.opaqueBlend = false;
  }
}

function setFont(painter: Painter, name: unknown, size: unknown): void {
  painter.state.font = typeof name === 'string' ? painter.fontOf(name) : null;
  painter.state.fontSize = number(size);
}

function moveLine(painter: Painter, x: number, y: number): void {
  painter.lineMatrix = compose(painter.lineMatrix, [1, 0, 0, 1, x, y]);
  painter.textMatrix = painter.lineMatrix;
}

function clipToBox(painter: Painter, box: unknown): void {
  const [x0, y0, x1, y1] = toNumbers(box);
  if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return;
  clipTo(painter, mapArea(painter.state.ctm, { x0, y0, x1, y1 }));
}

/** A transparency group: its form, matrix included, follows as a form of its own. */
function beginGroup(painter: Painter, [group]: readonly unknown[]): void {
  paint(painter);
  save(painter);
  const { state } = painter;
  if (typeof group === 'object' && group !== null) {
    const { smask, bbox, matrix } = group as Record<string, unknown>;
    if (smask) state.inMask = true;
    const { ctm } = state;
    state.ctm = compose(ctm, toMatrix(matrix) ?? identity);
    clipToBox(painter, bbox);
    state.ctm = ctm;
  }
  state.groupAlpha *= state.fillAlpha;
  state.fillAlpha = 1;
  state.strokeAlpha = 1;
}

/** What an annotation looks like is drawn onto the finished page (ISO 32000-1, 12.5.5). */
function beginAnnotation(painter: Painter, args: readonly unknown[]): void {
  // Its own layer is named before it begins.
  const isNotShown = painter.marks.at(-1) === 'not-shown';
  startAnew(painter);
  if (isNotShown) painter.marks.push('not-shown');
  const [id, rect, toRect, matrix] = args;
  painter.annotation = painter.annotations.get(String(id)) ?? '';
  clipToBox(painter, rect);
  painter.state.ctm = compose(
    compose(painter.base, toMatrix(toRect) ?? identity),
    toMatrix(matrix) ?? identity,
  );
}

function startAnew(painter: Painter): void {
  painter.saved.length = 0;
  painter.marks.length = 0;
  painter.clipping = false;
  painter.annotation = null;
  painter.state = initialState(painter.base, painter.page);
}

function number(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}
