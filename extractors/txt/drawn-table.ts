import type { Leftover } from '../../schemas/document.ts';
import { decoration, type Line } from './lines.ts';
import type { CellText } from './ragged-table.ts';

/** A table drawn with box characters or upright bars, over lines from some start to before `next`. */
export interface DrawnTable {
  readonly rows: readonly (readonly CellText[])[];
  /** The frame: every character of it, so that nothing of the text is lost. */
  readonly frame: Leftover;
  readonly next: number;
}

type DrawnLine =
  | { readonly kind: 'rule'; readonly drawn: string }
  | { readonly kind: 'row'; readonly drawn: string; readonly cells: readonly string[] };

const boxUpright = /[\u2502\u2503\u2551\u251c-\u254b\u2550-\u256c]/;
const separators = /[|\uff5c\u2502\u2503\u2551\u251c-\u254b\u255e-\u256c]/;
const everyDrawn = /[|\uff5c\u2500-\u257f]/gu;
const boxRule = /^[\s\u2500-\u257f]+$/u;
/** `+----+----+` and the `| --- | :--: |` of Markdown. */
const asciiRule = /^\s*[|+][-+=|:\s]*[-=]{2}[-+=|:\s]*$/;

/**
 * Reads the table drawn from line `start` on: at least two rows, or one inside a frame.
 *
 * @returns undefined where the lines are no drawn table
 */
export function readDrawnTable(lines: readonly Line[], start: number): DrawnTable | undefined {
  const drawnLines: DrawnLine[] = [];
  for (let line = lines[start]; line; line = lines[start + drawnLines.length]) {
    const drawn = line.kind === 'text' ? readDrawnLine(line.text) : undefined;
    if (!drawn) break;
    drawnLines.push(drawn);
  }
  const written = drawnLines.filter((line) => line.kind === 'row');
  if (written.length === 0 || drawnLines.length < 2) return undefined;
  const page = lines[start]?.page ?? null;
  const rows = groupRows(drawnLines).map((cells) => cells.map((text) => ({ text, page })));
  const frame = drawnLines.map((line) => line.drawn).join('\n');
  return {
    rows,
    frame: decoration(frame, lines[start]?.no ?? 0, page),
    next: start + drawnLines.length,
  };
}

function readDrawnLine(text: string): DrawnLine | undefined {
  if (asciiRule.test(text)) return { kind: 'rule', drawn: text };
  const drawn = (text.match(everyDrawn) ?? []).join('');
  if (drawn === '') return undefined;
  if (boxRule.test(text)) return { kind: 'rule', drawn };
  const pieces = text.trim().split(separators);
  // A single bar may stand in any sentence: a row has a box character, or a bar at both its ends.
  const framed = pieces.length >= 3 && pieces[0] === '' && pieces.at(-1) === '';
  if (!boxUpright.test(text) && !framed) return undefined;
  if (pieces[0] === '') pieces.shift();
  if (pieces.at(-1) === '') pieces.pop();
  return { kind: 'row', drawn, cells: pieces.map((piece) => piece.replace(everyDrawn, '').trim()) };
}

/**
 * In a full grid (a rule between all rows) the lines between two rules are the lines of one row's
 * cells. With rules only around and below the head, each line is a row.
 */
function groupRows(lines: readonly DrawnLine[]): string[][] {
  const groups: (readonly string[])[][] = [[]];
  for (const line of lines) {
    if (line.kind === 'row') groups.at(-1)?.push(line.cells);
    else groups.push([]);
  }
  const filled = groups.filter((group) => group.length > 0);
  if (filled.length < 3) return filled.flat().map((cells) => [...cells]);
  return filled.flatMap(joinGroup);
}

function joinGroup(group: readonly (readonly string[])[]): string[][] {
  const [first = []] = group;
  if (group.some((cells) => cells.length !== first.length)) return group.map((cells) => [...cells]);
  return [
    first.map((_, column) =>
      group
        .map((cells) => cells[column] ?? '')
        .filter((text) => text !== '')
        .join('\n'),
    ),
  ];
}
