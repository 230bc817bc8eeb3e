/** A piece of a line, seen along one direction. */
export interface LinePiece {
  /** Where it lies across the direction, and from where to where along it. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
  /** How thick it is drawn. */
  readonly width: number;
}

/** Dots of one line lie at one place but for rounding: so near each other, and no wider in all. */
const sameRow = 0.1;
const widestRow = 0.5;
/** Two dots may lie above each other on a double line; so many in a row are a line. */
const fewest = 4;
/** Nearer than this they are one dot drawn twice. */
const smallestStep = 0.2;

/**
 * The dots that are part of a line in the direction looked at: in a row of dots, or beside a dash.
 * A dot shows no direction; seen as part of lines both ways, dots of a line along a row would bridge
 * the lines that go down.
 * @param gap between two pieces of one line, at most.
 */
export function dotsInLine<T extends LinePiece>(
  dots: readonly T[],
  dashes: readonly LinePiece[],
  gap: number,
): T[] {
  if (dots.length === 0) return [];
  const members = [
    ...dots.map((piece) => ({ piece, dot: piece })),
    ...dashes.map((piece) => ({ piece, dot: undefined })),
  ].sort((a, b) => a.piece.at - b.piece.at);
  const found: T[] = [];
  let row: typeof members = [];
  const close = (): void => {
    for (const dot of chained(row, gap)) found.push(dot);
    row = [];
  };
  for (const member of members) {
    const { at } = member.piece;
    const [first, last] = [row[0], row.at(-1)];
    const isNew =
      first && last && (at - last.piece.at > sameRow || at - first.piece.at > widestRow);
    if (isNew) close();
    row.push(member);
  }
  close();
  return found;
}

function* chained<T extends LinePiece>(
  row: { readonly piece: LinePiece; readonly dot: T | undefined }[],
  gap: number,
): Generator<T> {
  row.sort((a, b) => a.piece.from - b.piece.from);
  let chain: T[] = [];
  let [steps, end, start] = [0, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { piece, dot } of row) {
    if (piece.from - end > gap) {
      if (steps >= fewest) yield* chain;
      [chain, steps, start, end] = [[], 0, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
    }
    if (dot) chain.push(dot);
    if (!dot) steps += fewest;
    else if (piece.from - start > smallestStep) steps += 1;
    start = piece.from;
    end = Math.max(end, piece.to);
  }
  if (steps >= fewest) yield* chain;
}
