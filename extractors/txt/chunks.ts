import type { Line } from './lines.ts';

/** A cell of a dumped row: the line led by TAB and the plain lines after it. */
export interface DumpCell {
  readonly page: number | null;
  readonly paragraphs: readonly string[];
}

/** A run of lines without an empty one. In a dump: a row, or text, or text and the row after it. */
export interface Chunk {
  /** Empty lines before it. */
  readonly blanksBefore: number;
  readonly lines: readonly Line[];
  /** The lines before the first that is led by TAB. */
  readonly lead: readonly Line[];
  readonly cells: readonly DumpCell[];
}

/** Splits lines at the empty ones. */
export function chunkLines(lines: readonly Line[]): Chunk[] {
  const chunks: Chunk[] = [];
  let blanks = 0;
  let run: Line[] = [];
  const close = (): void => {
    if (run.length > 0) {
      chunks.push(toChunk(run, blanks));
      blanks = 0;
    }
    run = [];
  };
  for (const line of lines) {
    if (line.kind !== 'blank') {
      run.push(line);
      continue;
    }
    close();
    blanks++;
  }
  close();
  return chunks;
}

/** Takes apart a run of lines without an empty one. */
export function toChunk(lines: readonly Line[], blanksBefore: number): Chunk {
  const firstCell = lines.findIndex((line) => line.kind === 'cell');
  const lead = firstCell < 0 ? lines : lines.slice(0, firstCell);
  const cells: { page: number | null; paragraphs: string[] }[] = [];
  for (const line of lines.slice(lead.length)) {
    const open = cells.at(-1);
    if (line.kind === 'cell' || !open) cells.push({ page: line.page, paragraphs: [line.text] });
    else open.paragraphs.push(line.text);
  }
  return { blanksBefore, lines, lead, cells };
}

/** A lone TAB, or one with spaces only: in a dump, also what a vertical merge leaves below itself. */
export function isEmptyCell(cell: DumpCell | undefined): boolean {
  return cell?.paragraphs.every((paragraph) => paragraph.trim() === '') ?? false;
}
