import { clamp } from './numbers.ts';

/** A run of a path without a gap. */
export interface Subpath {
  /** Each with how it is reached from the one before; the first counts as straight. */
  readonly points: readonly {
    readonly x: number;
    readonly y: number;
    readonly straight: boolean;
  }[];
  readonly closed: boolean;
}

/** Operands of each command; the last two are where it ends (GB/T 33190-2016, 9.1, table 37). */
const operands: Readonly<Record<string, number>> = { S: 2, M: 2, L: 2, Q: 4, B: 6, A: 7, C: 0 };

const token = /[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/g;

interface OpenSubpath {
  readonly points: { x: number; y: number; straight: boolean }[];
  closed: boolean;
}

/** Reads an AbbreviatedData. A command repeated without its letter is taken as in SVG. */
export function readPath(data: string): Subpath[] {
  const subpaths: OpenSubpath[] = [];
  let command = '';
  let numbers: number[] = [];
  for (const [word] of data.matchAll(token)) {
    if (/[A-Za-z]/.test(word.charAt(0))) {
      command = word.toUpperCase();
      numbers = [];
      const current = subpaths.at(-1);
      if (command === 'C' && current) current.closed = true;
      continue;
    }
    numbers.push(clamp(Number(word)));
    if (numbers.length !== operands[command]) continue;
    const [x = 0, y = 0] = numbers.slice(-2);
    const isStart = command === 'S' || command === 'M';
    addPoint({ x, y, straight: isStart || command === 'L' }, isStart, subpaths);
    if (isStart) command = 'L';
    numbers = [];
  }
  return subpaths;
}

function addPoint(point: OpenSubpath['points'][number], isStart: boolean, to: OpenSubpath[]): void {
  const current = to.at(-1);
  if (isStart || !current) {
    to.push({ points: [point], closed: false });
  } else if (current.closed) {
    // What is drawn after closing goes on from where the run began.
    to.push({ points: [...current.points.slice(0, 1), point], closed: false });
  } else {
    current.points.push(point);
  }
}
