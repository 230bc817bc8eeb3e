import type { Segment } from '../drawn-page.ts';
import type { Area } from '../matrix.ts';
import { barSegments } from './rulings.ts';

/** Strips this near to each other show one picture. */
const touching = 0.5;

/** A dot of a picture is no dot of a line: this long at least. */
const shortest = 5;

/**
 * Pictures as thin as a line are lines: some programs print borders so. Strips that touch each
 * other are a picture cut up.
 */
export function imageSegments(images: readonly Area[]): Segment[] {
  const thin = images.filter(
    (image) => lengthOf(image) >= shortest && barSegments(image).length > 0,
  );
  const across = thin.filter((image) => image.x1 - image.x0 > image.y1 - image.y0);
  const along = thin.filter((image) => image.x1 - image.x0 <= image.y1 - image.y0);
  return [
    ...alone(
      across,
      (image) => image.y0,
      (image) => image.y1,
    ),
    ...alone(
      along,
      (image) => image.x0,
      (image) => image.x1,
    ),
  ].flatMap(barSegments);
}

function lengthOf({ x0, y0, x1, y1 }: Area): number {
  return Math.max(x1 - x0, y1 - y0);
}

/** Those whose neighbours, in the order of their near sides, stay away. */
function alone(
  images: readonly Area[],
  near: (image: Area) => number,
  far: (image: Area) => number,
): Area[] {
  const sorted = images.toSorted((a, b) => near(a) - near(b));
  return sorted.filter((image, i) => {
    const before = sorted[i - 1];
    const after = sorted[i + 1];
    const meets = (one: Area | undefined, other: Area | undefined) =>
      one !== undefined &&
      other !== undefined &&
      near(other) - near(one) > 0.05 &&
      near(other) - far(one) < touching;
    return !meets(before, image) && !meets(image, after);
  });
}
