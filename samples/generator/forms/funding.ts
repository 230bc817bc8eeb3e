import { cell, coveredCell, row, startCell, type TableRow } from '../blocks.ts';
import type { Fen } from '../money.ts';
import { type Layout, label, printAmount, printScore } from './layout.ts';

/** A row of a funding block; null is a blank cell. */
export interface FundingLine {
  readonly label: string;
  readonly initial: Fen | null;
  readonly annual: Fen | null;
  readonly executed: Fen | null;
  readonly weight: number | null;
  readonly rate: string;
  readonly score: number | null;
}

/** A figure that shares a cell with its label. */
export interface LabelledAmount {
  readonly label: string;
  readonly amount: Fen | null;
}

const width = (layout: Layout): number => layout.columns.length + 1;

/** The heading row; `side` is the label beside the whole block. */
export function fundingHeading(side: string, layout: Layout): TableRow {
  const names = ['年初|预算数', '全年|预算数', '全年|执行数', '分值', '执行率', '得分'];
  return row(
    startCell(label(side, layout)),
    cell('', width(layout) - 7),
    ...names.map((name) => cell(label(name, layout))),
  );
}

export function fundingRow(line: FundingLine, layout: Layout): TableRow {
  return row(
    coveredCell(),
    cell(line.label, width(layout) - 7),
    cell(printAmount(line.initial, layout)),
    cell(printAmount(line.annual, layout)),
    cell(printAmount(line.executed, layout)),
    cell(printScore(line.weight, layout)),
    cell(line.rate === '' ? layout.noValue : line.rate),
    cell(printScore(line.score, layout)),
  );
}

export function amountsOf(lines: readonly FundingLine[]): number {
  return lines
    .flatMap(({ initial, annual, executed }) => [initial, annual, executed])
    .filter((value) => value !== null).length;
}

function labelled({ label: name, amount }: LabelledAmount, layout: Layout): string {
  return `${name}：${amount === null ? '' : printAmount(amount, layout)}`;
}

/** Income on the left, expenditure on the right, each label sharing its cell with its figure. */
export function compositionRows(
  income: readonly LabelledAmount[],
  expenditure: readonly LabelledAmount[],
  layout: Layout,
): TableRow[] {
  const left = Math.floor(layout.columns.length / 2);
  const right = layout.columns.length - left;
  return income.map((item, index) => {
    const other = expenditure[index];
    return row(
      coveredCell(),
      cell(labelled(item, layout), left),
      cell(other === undefined ? '' : labelled(other, layout), right),
    );
  });
}

/** 年度总体目标 with what was expected and what came of it. */
export function goalRows(expected: string, actual: string, layout: Layout): TableRow[] {
  const left = Math.floor(layout.columns.length / 2);
  const right = layout.columns.length - left;
  return [
    row(
      startCell(label('年度|总体|目标', layout)),
      cell('预期目标', left),
      cell('实际完成情况　', right),
    ),
    row(coveredCell(), cell(`　　${expected}`, left), cell(`　${actual}`, right)),
  ];
}
