import { type Block, paragraph } from '../blocks.ts';

/** A heading of a report, or running text (level 0). */
export interface ReportLine {
  readonly level: 0 | 1 | 2 | 3;
  readonly text: string;
}

/** How a report's headings are numbered: by Word itself, by hand, or as a careless reader dumps them. */
export interface Numbering {
  readonly kind: 'automatic' | 'typed' | 'careless';
  /** The Word list an automatically numbered report counts in. */
  readonly list: number;
}

export const typedNumbers: Numbering = { kind: 'typed', list: 1 };

const digits = '一二三四五六七八九十';

function numberText(level: 1 | 2 | 3, ordinal: number): string {
  const chinese = digits[ordinal - 1] ?? String(ordinal);
  if (level === 1) return `${chinese}、`;
  return level === 2 ? `（${chinese}）` : `${ordinal}.`;
}

/** 3、 for 三、 and （2） for （二）: what dumps make of every second automatic number. */
function carelessNumber(level: 1 | 2 | 3, ordinal: number): string {
  if (level === 3 || ordinal % 2 === 1) return numberText(level, ordinal);
  return level === 1 ? `${ordinal}、 ` : `（${ordinal}） `;
}

export function heading(level: 1 | 2 | 3, text: string): ReportLine {
  return { level, text };
}

export function text(...lines: readonly string[]): ReportLine[] {
  return lines.map((line) => ({ level: 0, text: line }));
}

/** Lines as paragraphs with their numbers. */
export function reportBlocks(lines: readonly ReportLine[], numbering: Numbering): Block[] {
  const counts = [0, 0, 0, 0];
  return lines.map(({ level, text: content }) => {
    if (level === 0) return paragraph(`　　${content}`);
    counts[level] = (counts[level] ?? 0) + 1;
    counts.fill(0, level + 1);
    const ordinal = counts[level] ?? 1;
    if (numbering.kind === 'automatic') {
      const number = { list: numbering.list, level: level - 1, text: numberText(level, ordinal) };
      return paragraph(content, { number });
    }
    const print = numbering.kind === 'typed' ? numberText : carelessNumber;
    return paragraph(`${print(level, ordinal)}${content}`);
  });
}
