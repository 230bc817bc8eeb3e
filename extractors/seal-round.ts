import type { Area } from './matrix.ts';

/** A round as large as a stamp, drawn in a colour. */
export interface Round extends Area {
  /** "#rrggbb" */
  readonly colour: string;
}

/** Sides of a stamp, in points: from 14 mm to 70. */
const stampSides = [40, 200] as const;

/** Rounds of a page; what is beyond is no page but an attack. */
const mostRounds = 200;

/**
 * Notes a stroked outline that may be a stamp's rim.
 *
 * @param straight the length of its straight sides
 */
export function noteRound(rounds: Round[], area: Area, straight: number, colour: string): void {
  const inColour = colour !== '' && !/^#(..)\1\1$/.test(colour);
  if (!inColour || rounds.length >= mostRounds) return;
  const [width, height] = [area.x1 - area.x0, area.y1 - area.y0];
  const isStamp = [width, height].every((side) => side >= stampSides[0] && side <= stampSides[1]);
  // A rounded box has straight sides.
  if (isStamp && straight < 0.3 * (width + height)) rounds.push({ ...area, colour });
}
