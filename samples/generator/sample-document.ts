import { type Block, paragraph } from './blocks.ts';
import type { ExpectedForm, Form } from './forms/form.ts';
import { printMoney } from './money.ts';
import type { WordOptions } from './word.ts';

/** A sample: what is in it, and what should be found in it. */
export interface SampleDocument {
  readonly fileName: string;
  /** docx, a tab-led dump in UTF-8, or plain text in GB18030. */
  readonly format: 'docx' | 'dump' | 'gb18030';
  readonly parts: readonly (Form | readonly Block[])[];
  readonly word?: Partial<WordOptions>;
  /** Codes of the mistakes made on purpose. */
  readonly anomalies: readonly string[];
}

function isForm(part: Form | readonly Block[]): part is Form {
  return 'expected' in part;
}

export function blocksOf({ parts }: SampleDocument): Block[] {
  return parts.flatMap((part) => (isForm(part) ? part.blocks : part));
}

export function formsOf({ parts }: SampleDocument): ExpectedForm[] {
  return parts.filter(isForm).map(({ expected }) => expected);
}

/** 附件1 on a line of its own, on a new page after the first. */
export function attachment(text: string, firstPage = false): Block[] {
  return [paragraph(text, firstPage ? {} : { pageBreakBefore: true })];
}

export function note(...lines: readonly string[]): Block[] {
  return lines.map((line) => paragraph(line));
}

/** The figures that targets and outcomes name, in 万元. */
export function moneyWords(amounts: {
  readonly annual: number;
  readonly executed: number;
}): Record<string, string> {
  return {
    annual: printMoney(amounts.annual, 'plain'),
    executed: printMoney(amounts.executed, 'plain'),
  };
}
