/** Thousands in groups of three, or no groups; at most one decimal point. */
const wholeFigure = /^[-+−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;
/** No figure is longer. */
const longest = 40;

export interface CutFigure {
  readonly head: string;
  readonly tail: string;
  /** What the break is at: at a point or comma, no figure ends or begins. */
  readonly at: 'point' | 'comma' | 'digit';
}

/** Whether a text is one proper figure. */
export function isFigure(text: string): boolean {
  return wholeFigure.test(text);
}

/** The parts of a figure that a line break can have cut here: joined they are one proper figure. */
export function cutFigure(before: string, after: string): CutFigure | undefined {
  const head = /[-+−]?\d[\d.,]*$/.exec(before.slice(-longest))?.[0];
  const tail = /^[.,]?\d[\d.,]*/.exec(after.slice(0, longest))?.[0].replace(/[.,]$/, '');
  if (head === undefined || tail === undefined || !wholeFigure.test(head + tail)) return undefined;
  return { head, tail, at: markAt(head.slice(-1) + tail.slice(0, 1)) };
}

function markAt(around: string): CutFigure['at'] {
  if (around.includes('.')) return 'point';
  return around.includes(',') ? 'comma' : 'digit';
}
