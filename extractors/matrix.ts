/** An affine map as PDF and OFD write it: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** An upright rectangle on the page. */
export interface Area {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** The map that does `inner` first, then `outer`. */
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

export function mapX(matrix: Matrix, x: number, y: number): number {
  return matrix[0] * x + matrix[2] * y + matrix[4];
}

export function mapY(matrix: Matrix, x: number, y: number): number {
  return matrix[1] * x + matrix[3] * y + matrix[5];
}

export function apply(matrix: Matrix, { x, y }: Point): Point {
  return { x: mapX(matrix, x, y), y: mapY(matrix, x, y) };
}

export function translation(x: number, y: number): Matrix {
  return [1, 0, 0, 1, x, y];
}

/** The upright rectangle that holds a mapped one. */
export function mapArea(matrix: Matrix, { x0, y0, x1, y1 }: Area): Area {
  const [a, b, c, d, e, f] = matrix;
  return {
    x0: Math.min(a * x0, a * x1) + Math.min(c * y0, c * y1) + e,
    y0: Math.min(b * x0, b * x1) + Math.min(d * y0, d * y1) + f,
    x1: Math.max(a * x0, a * x1) + Math.max(c * y0, c * y1) + e,
    y1: Math.max(b * x0, b * x1) + Math.max(d * y0, d * y1) + f,
  };
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

/** What two areas share; empty (x1 < x0 or y1 < y0) where they don't meet. */
export function intersect(one: Area, other: Area): Area {
  return {
    x0: Math.max(one.x0, other.x0),
    y0: Math.max(one.y0, other.y0),
    x1: Math.min(one.x1, other.x1),
    y1: Math.min(one.y1, other.y1),
  };
}

export function contains(area: Area, x: number, y: number): boolean {
  return x >= area.x0 && x <= area.x1 && y >= area.y0 && y <= area.y1;
}

/** How much lengths grow: the square root of the area's growth. */
export function scaleOf(matrix: Matrix): number {
  return Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]));
}

/** Six finite numbers as a matrix, null for anything else. */
export function toMatrix(value: unknown): Matrix | null {
  const numbers = toNumbers(value);
  const [a, b, c, d, e, f] = numbers;
  if (
    a === undefined ||
    b === undefined ||
    c === undefined ||
    d === undefined ||
    e === undefined ||
    f === undefined
  ) {
    return null;
  }
  return [a, b, c, d, e, f];
}

/** An array of finite numbers, plain or typed; empty for anything else. */
export function toNumbers(value: unknown): readonly number[] {
  if (
    !Array.isArray(value) &&
    !(value instanceof Float32Array) &&
    !(value instanceof Float64Array)
  ) {
    return [];
  }
  const numbers = Array.from<unknown>(value);
  return numbers.every((number) => typeof number === 'number' && Number.isFinite(number))
    ? (numbers as number[])
    : [];
}
