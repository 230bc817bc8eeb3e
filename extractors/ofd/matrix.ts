/** An affine map: x' = a·x + c·y + e, y' = b·x + d·y + f; y grows downwards. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle with its sides along the axes. */
export interface Area {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export function apply([a, b, c, d, e, f]: Matrix, { x, y }: Point): Point {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

/** The map that does `inner` first. */
export function compose(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [p, q, r, s, t, u] = inner;
  return [
    a * p + c * q,
    b * p + d * q,
    a * r + c * s,
    b * r + d * s,
    a * t + c * u + e,
    b * t + d * u + f,
  ];
}

export function translation(x: number, y: number): Matrix {
  return [1, 0, 0, 1, x, y];
}

/** How much longer an average line becomes. */
export function scaleOf([a, b, c, d]: Matrix): number {
  return Math.sqrt(Math.abs(a * d - b * c));
}

/** The smallest area that holds the points. */
export function areaOf(points: readonly Point[]): Area {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    x0 = Math.min(x0, x);
    y0 = Math.min(y0, y);
    x1 = Math.max(x1, x);
    y1 = Math.max(y1, y);
  }
  return { x0, y0, x1, y1 };
}

/** The area on the page of a rectangle mapped to it. */
export function mapArea(matrix: Matrix, { x0, y0, x1, y1 }: Area): Area {
  return areaOf([
    apply(matrix, { x: x0, y: y0 }),
    apply(matrix, { x: x1, y: y0 }),
    apply(matrix, { x: x1, y: y1 }),
    apply(matrix, { x: x0, y: y1 }),
  ]);
}
