import { cell, paragraph, row, table, titleLines } from '../../samples/generator/blocks.ts';
import { writeWord } from '../../samples/generator/word.ts';

/** What a small form differs in. */
export interface SmallForm {
  /** Label of the second column of its funding block; 2 万元 stand under it. */
  readonly secondColumn: string;
  /** The line below the table. */
  readonly signature: string;
  readonly goal: string;
}

export const plainForm: SmallForm = {
  secondColumn: '全年预算数',
  signature: '填报人：',
  goal: '完成道路养护。',
};

/** A Word file with a 项目支出绩效自评表 as short as can be. */
export function smallForm({ secondColumn, signature, goal }: SmallForm): Uint8Array {
  return writeWord([
    ...titleLines(['2023年度项目支出绩效自评表']),
    table(7, [
      row(cell('项目名称'), cell('道路养护', 6)),
      row(cell('主管部门'), cell('青石镇人民政府', 2), cell('实施单位'), cell('青石镇人民政府', 3)),
      row(
        cell('项目资金（万元）'),
        cell('年初预算数'),
        cell(secondColumn),
        cell('全年执行数'),
        cell('分值'),
        cell('执行率'),
        cell('得分'),
      ),
      row(...['年度资金总额', '10', '2', '12', '10', '100%', '10'].map((text) => cell(text))),
      row(cell('年度总体目标'), cell('预期目标', 3), cell('实际完成情况', 3)),
      row(cell(''), cell(goal, 3), cell('道路养护已经完成。', 3)),
    ]),
    paragraph(signature),
  ]);
}
