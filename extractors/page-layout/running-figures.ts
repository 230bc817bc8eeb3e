/** Dates, times and batches named by a date, and what counts pages: they change as a matter of course. */
const expected = [
  /(?:19|20)\d{2}\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,2}\s*[日号]?/g,
  /\d{1,2}\s*月\s*\d{1,2}\s*[日号]/g,
  /(?<!\d)(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[0-2]\d[0-5]\d(?:[0-5]\d)?)?(?!\d)/g,
  /\d{1,2}[:时]\d{2}(?:[:分]\d{2}秒?)?分?/g,
  /[第共总]\s*\d+\s*[页张]|\d+\s*\/\s*\d+\s*页?|\bp(?:age)?[.:]?\s*\d+(?:\s*of\s*\d+)?/gi,
];

/** A line at the same place of two pages. */
export interface RunningText {
  readonly page: number;
  readonly text: string;
}

/** Whether a running line has a figure that is another one on another page, and counts no pages. */
export function hasOtherFigures(one: RunningText, other: RunningText): boolean {
  const [figures, others] = [figuresOf(one.text), figuresOf(other.text)];
  const pagesApart = one.page - other.page;
  return figures.some((figure, i) => {
    const beside = others[i];
    if (figure === beside) return false;
    const counts = /^\d{1,4}$/.test(figure) && Number(figure) - Number(beside) === pagesApart;
    return !counts;
  });
}

function figuresOf(text: string): string[] {
  const rest = expected.reduce(
    (left, pattern) => left.replace(pattern, ' '),
    text.normalize('NFKC'),
  );
  return rest.match(/[-+]?\d+(?:[.,]\d+)*/g) ?? [];
}
