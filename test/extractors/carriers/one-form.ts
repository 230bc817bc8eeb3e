/** A form as its reader sees it, before any file format: what the writers beside this file write. */
export type FormBlock = FormParagraph | FormTable;

export interface FormParagraph {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly title: boolean;
}

export interface FormTable {
  readonly kind: 'table';
  readonly rows: number;
  /** Widths of the columns, points. */
  readonly widths: readonly number[];
  /** Row by row; a covered position has no cell. */
  readonly cells: readonly FormCell[];
}

export interface FormCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** Paragraphs set apart by \n. */
  readonly text: string;
}

/** < goes on from the left, ^ from above, ↵ begins a paragraph. */
const picture = `
| 预算部门名称 | < | < | 云泽县柳河湾乡人民政府 | < | < | < | < | < |
| 年度预算申请（万元） |  | < | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
| ^ | 年度资金总额 | < | 1,138.13 | 1,252.16 | 1,239.95 | 10 | 99.02% | 9.9 |
| ^ | 按收入性质分：1,239.95 | < | < | < | 按支出性质分：1,239.95 | < | < | < |
| ^ | 其中：一般公共预算：1,200.00 | < | < | < | 其中：基本支出：839.95 | < | < | < |
| ^ | 政府性基金拨款：39.95 | < | < | < | 项目支出：400.00 | < | < | < |
| ^ | 纳入专户管理的非税收入拨款： | < | < | < |  | < | < | < |
| ^ | 其他资金： | < | < | < |  | < | < | < |
| 年度总体目标 | 预期目标 | < | < | < | 实际完成情况 | < | < | < |
| ^ | 保障机关正常运转，完成村级公路养护、河道清淤和农村人居环境整治，全年安全生产无重大事故，群众满意度稳步提高。 | < | < | < | 机关运转正常，村级公路养护、河道清淤和农村人居环境整治如期完成，全年未发生重大安全生产事故。 | < | < | < |
| 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |
| ^ | 产出指标（50分） | 数量指标 | 村级公路养护里程 | ≥45公里 | 46.5公里 | 10 | 10 |  |
| ^ | ^ | ^ | 河道清淤长度 | ≥12公里 | 10.8公里 | 10 | 9 | 汛期比往年提前两个月，清淤作业面被淹，有效施工期缩短；改进措施：枯水期集中力量施工，一季度前补齐余下工程量 |
| ^ | ^ | 质量指标 | 工程验收合格率 | 100% | 100% | 10 | 10 |  |
| ^ | ^ | 时效指标 | 年度任务完成时间 | 2024年12月31日前 | 2024年12月20日 | 10 | 10 |  |
| ^ | ^ | 成本指标 | 支出控制数 | ≤1252.16万元 | 1239.95万元 | 10 | 10 |  |
| ^ | 效益指标（30分） | 经济效益指标 | 村集体经济收入增长率 | ≥5% | 5.6% | 10 | 10 |  |
| ^ | ^ | 社会效益指标 | 农村人居环境 | 改善 | 改善 | 10 | 10 |  |
| ^ | ^ | 生态效益指标 | 生活垃圾无害化处理率 | >98% | 98.5% | 10 | 10 |  |
| ^ | 满意度指标（10分） | 服务对象满意度指标 | 群众满意度 | ≥90% | 93.4% | 10 | 10 |  |
| 总分 | < | < | < | < | < | 100 | 98.9 |  |
`;

const widths = [44, 58, 62, 92, 62, 62, 32, 42, 72];

/** 部门整体支出绩效自评表 with all that a form has: title, merged cells, totals, signature. */
export const oneForm: readonly FormBlock[] = [
  { kind: 'paragraph', text: '附件2', title: false },
  { kind: 'paragraph', text: '2024年度部门整体支出绩效自评表', title: true },
  tableOf(picture),
  {
    kind: 'paragraph',
    text: '填报人：周文斌　　联系电话：0744-5550123　　填报日期：2025年3月12日',
    title: false,
  },
];

/** What the form says, a line each; measured against what is understood of a file. */
export const oneFormFacts: readonly string[] = [
  'overall_self_evaluation 2024 云泽县柳河湾乡人民政府 2025-03-12',
  'total initial_budget 1138130000',
  'total annual_budget 1252160000',
  'total executed 1239950000',
  'income_total reported 1239950000',
  'expenditure_total reported 1239950000',
  'general_public_budget reported 1200000000',
  'basic_expenditure reported 839950000',
  'government_fund reported 39950000',
  'project_expenditure reported 400000000',
  'execution total 10 0.9902 9.9',
  'output quantity 村级公路养护里程 gte 45 公里 eq 46.5 公里 10 10',
  'output quantity 河道清淤长度 gte 12 公里 eq 10.8 公里 10 9 汛期比往年提前两个月，清淤作业面被淹，有效施工期缩短；改进措施：枯水期集中力量施工，一季度前补齐余下工程量',
  'output quality 工程验收合格率 eq 100 % eq 100 % 10 10',
  'output timeliness 年度任务完成时间 lte 2024-12-31 eq 2024-12-20 10 10',
  'output cost 支出控制数 lte 1252.16 万元 eq 1239.95 万元 10 10',
  'benefit economic 村集体经济收入增长率 gte 5 % eq 5.6 % 10 10',
  'benefit social 农村人居环境 text text 10 10',
  'benefit ecological 生活垃圾无害化处理率 gt 98 % eq 98.5 % 10 10',
  'satisfaction satisfaction 群众满意度 gte 90 % eq 93.4 % 10 10',
  'goal 保障机关正常运转，完成村级公路养护、河道清淤和农村人居环境整治，全年安全生产无重大事故，群众满意度稳步提高。 机关运转正常，村级公路养护、河道清淤和农村人居环境整治如期完成，全年未发生重大安全生产事故。',
  'totals 100 98.9',
];

function tableOf(drawn: string): FormTable {
  const grid = drawn
    .trim()
    .split('\n')
    .map((line) =>
      line
        .trim()
        .slice(1, -1)
        .split('|')
        .map((text) => text.trim()),
    );
  const spanOf = (row: number, column: number): { rowSpan: number; columnSpan: number } => {
    let [rowSpan, columnSpan] = [1, 1];
    while (grid[row]?.[column + columnSpan] === '<') columnSpan++;
    while (grid[row + rowSpan]?.[column] === '^') rowSpan++;
    return { rowSpan, columnSpan };
  };
  const cells = grid.flatMap((texts, row) =>
    texts.flatMap((text, column) =>
      text === '<' || text === '^'
        ? []
        : [{ row, column, ...spanOf(row, column), text: text.replaceAll('↵', '\n') }],
    ),
  );
  return { kind: 'table', rows: grid.length, widths, cells };
}

/** The cells that begin in a row or go on in it from above, left to right. */
export function cellsInRow(table: FormTable, row: number): FormCell[] {
  return table.cells
    .filter((cell) => cell.row <= row && row < cell.row + cell.rowSpan)
    .sort((a, b) => a.column - b.column);
}

/** Text for XML. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
