import {
  type Area,
  apply,
  areaOf,
  compose,
  identity,
  type Matrix,
  mapArea,
  translation,
} from '../matrix.ts';
import { childOf, childrenOf, type OfdElement } from './element-tree.ts';
import { readBox, readMatrix } from './numbers.ts';
import { readPath } from './path-data.ts';

/** What one clip lets through: areas of the page, any of which may hold what is seen. */
export type Clip = readonly Area[];

/** Clips and areas of one object that are looked at; those beyond let more show, never less. */
const most = 16;

/** A glyph of which less than this is left, in width or height, can't be read. */
const leastSeen = 0.3;

/**
 * An object's clips (GB/T 33190-2016, 8.4): what is seen lies in all of them, and in any area of
 * each. Their space is the object's; as writers differ on whether its CTM holds for them, both ways
 * are taken. A clip whose shape isn't known lets everything through.
 *
 * @param spaces from the clips' space to the page
 */
export function readClips(object: OfdElement, spaces: readonly Matrix[]): Clip[] {
  const clips: Clip[] = [];
  for (const list of childrenOf(object, 'Clips')) {
    for (const clip of childrenOf(list, 'Clip').slice(0, most)) {
      const areas = childrenOf(clip, 'Area');
      const known = areas.flatMap((area) => spaces.map((space) => shapeOf(area, space)));
      const shapes = known.filter((shape) => shape !== null);
      if (areas.length > most || shapes.length < known.length || shapes.length === 0) continue;
      clips.push(shapes);
    }
  }
  return clips;
}

/** The area around a clip's path; null where there is none or it can't be told. */
function shapeOf(area: OfdElement, space: Matrix): Area | null {
  const path = childOf(area, 'Path');
  if (!path || area.children.length > 1) return null;
  const box = readBox(path.attributes.get('Boundary'));
  const outer = compose(space, readMatrix(area.attributes.get('CTM')) ?? identity);
  const placed = compose(outer, translation(box?.x0 ?? 0, box?.y0 ?? 0));
  const own = compose(placed, readMatrix(path.attributes.get('CTM')) ?? identity);
  const subpaths = readPath(childOf(path, 'AbbreviatedData')?.text ?? '');
  const points = subpaths.flatMap((subpath) => subpath.points);
  if (points.length < 3) return null;
  const shape = areaOf(points.map((point) => apply(own, point)));
  if (points.every(({ straight }) => straight)) return shape;
  // A curve may reach beyond its ends.
  return box && union(shape, mapArea(outer, box));
}

function union(one: Area, other: Area): Area {
  return areaOf([
    { x: one.x0, y: one.y0 },
    { x: one.x1, y: one.y1 },
    { x: other.x0, y: other.y0 },
    { x: other.x1, y: other.y1 },
  ]);
}

/** True where the clips leave next to nothing of a glyph's box. */
export function isClippedAway(box: Area, clips: readonly Clip[]): boolean {
  return clips.some((areas) => !areas.some((area) => letsThrough(area, box)));
}

function letsThrough(area: Area, box: Area): boolean {
  const wide = Math.min(box.x1, area.x1) - Math.max(box.x0, area.x0);
  const high = Math.min(box.y1, area.y1) - Math.max(box.y0, area.y0);
  return wide > leastSeen * (box.x1 - box.x0) && high > leastSeen * (box.y1 - box.y0);
}
