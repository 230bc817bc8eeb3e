import type { LabelConcept } from '../vocabulary.ts';

/**
 * Columns of a 基础数据表, compared without their years: the year tells prior from current.
 * `final` and `budget` become prior_final, current_budget or current_final by that year.
 */
export const baseColumnLabels = [
  {
    kind: 'base_column',
    code: 'headcount_quota',
    labels: ['编制数', '人员编制', '核定编制数', '编制人数', '核定编制'],
  },
  {
    kind: 'base_column',
    code: 'headcount_actual',
    labels: [
      '实际在职人数',
      '实有人数',
      '在职人数',
      '实际在职人员',
      '年末实有人数',
      '实有在职人数',
      '年末在职人数',
    ],
  },
  {
    kind: 'base_column',
    code: 'control_rate',
    labels: ['控制率', '在职人员控制率', '财政供养人员控制率', '人员控制率'],
  },
  { kind: 'base_column', code: 'final', labels: ['决算数', '决算', '实际支出数'] },
  { kind: 'base_column', code: 'prior_final', labels: ['上年决算数', '上年度决算数', '上年决算'] },
  {
    kind: 'base_column',
    code: 'current_budget',
    labels: ['预算数', '预算', '年初预算数', '本年预算数', '本年度预算数'],
  },
  {
    kind: 'base_column',
    code: 'current_final',
    labels: ['本年决算数', '本年度决算数', '本年决算'],
  },
  { kind: 'base_column', code: 'approved_area', labels: ['批复规模', '批复面积', '批准规模'] },
  { kind: 'base_column', code: 'actual_area', labels: ['实际规模', '实际面积'] },
  { kind: 'base_column', code: 'area_control_rate', labels: ['规模控制率', '面积控制率'] },
  { kind: 'base_column', code: 'budget_investment', labels: ['预算投资', '概算投资', '投资预算'] },
  { kind: 'base_column', code: 'actual_investment', labels: ['实际投资', '投资决算'] },
  {
    kind: 'base_column',
    code: 'investment_control_rate',
    labels: ['投资概算控制率', '投资控制率', '概算控制率'],
  },
] as const satisfies readonly LabelConcept[];

/** Rows of a 基础数据表, compared without numbering and 其中. */
export const baseItemLabels = [
  {
    kind: 'base_item',
    code: 'fiscal_staff',
    labels: [
      '财政供养人员情况',
      '财政供养人员',
      '人员情况',
      '财政供养人员数',
      '财政供养人员基本情况',
    ],
  },
  {
    kind: 'base_item',
    code: 'three_public_total',
    labels: ['三公经费', '“三公”经费', '三公经费合计', '“三公”经费合计', '三公经费支出'],
  },
  {
    kind: 'base_item',
    code: 'vehicle_total',
    labels: [
      '公务用车购置和维护经费',
      '公务用车购置及运行维护费',
      '公务用车购置及运行费',
      '公务用车购置和运行维护费',
      '公务用车购置及维护经费',
      '公务用车经费',
      '公务用车购置和运行经费',
    ],
  },
  {
    kind: 'base_item',
    code: 'vehicle_purchase',
    labels: ['公车购置', '公务用车购置', '公务用车购置费', '公车购置费'],
  },
  {
    kind: 'base_item',
    code: 'vehicle_operation',
    labels: [
      '公车运行维护',
      '公务用车运行维护费',
      '公务用车运行费',
      '公车运行维护费',
      '公务用车运行维护',
      '公车运行费',
    ],
  },
  {
    kind: 'base_item',
    code: 'overseas_travel',
    labels: [
      '出国经费',
      '因公出国(境)费',
      '因公出国(境)费用',
      '因公出国(境)经费',
      '出国(境)经费',
      '出国(境)费',
    ],
  },
  {
    kind: 'base_item',
    code: 'official_reception',
    labels: ['公务接待', '公务接待费', '公务招待费', '公务接待经费', '招待费'],
  },
  { kind: 'base_item', code: 'project_total', labels: ['项目支出', '项目支出合计', '项目经费'] },
  {
    kind: 'base_item',
    code: 'business_work',
    labels: ['业务工作经费', '业务工作专项', '业务经费', '业务工作专项经费'],
  },
  {
    kind: 'base_item',
    code: 'operation_maintenance',
    labels: ['运行维护经费', '运行维护专项', '运行维护费'],
  },
  {
    kind: 'base_item',
    code: 'special_funds',
    labels: [
      '本级专项资金',
      '省级专项资金',
      '市级专项资金',
      '县级专项资金',
      '区级专项资金',
      '专项资金',
      '本级专项资金(一个专项一行)',
      '省级专项资金(每个专项一行)',
      '省级专项资金(一个专项一行)',
    ],
  },
  {
    kind: 'base_item',
    code: 'public_expense',
    labels: ['公用经费', '日常公用经费', '公用经费支出'],
  },
  { kind: 'base_item', code: 'office_expense', labels: ['办公经费', '办公费'] },
  {
    kind: 'base_item',
    code: 'utilities_travel',
    labels: ['水费、电费、差旅费', '水费电费差旅费', '水电费、差旅费', '水电费差旅费'],
  },
  {
    kind: 'base_item',
    code: 'meeting_training',
    labels: ['会议费、培训费', '会议费培训费', '会议培训费', '会议费和培训费'],
  },
  {
    kind: 'base_item',
    code: 'government_procurement',
    labels: ['政府采购金额', '政府采购', '政府采购支出', '政府采购总额'],
  },
  {
    kind: 'base_item',
    code: 'basic_expenditure_adjustment',
    labels: ['部门基本支出预算调整', '基本支出预算调整', '部门基本支出预算调整数'],
  },
  {
    kind: 'base_item',
    code: 'building_control',
    labels: ['楼堂馆所控制情况', '楼堂馆所建设控制情况', '楼堂馆所情况'],
  },
  {
    kind: 'base_item',
    code: 'thrift_measures',
    labels: ['厉行节约保障措施', '厉行节约措施', '厉行节约保障机制'],
  },
] as const satisfies readonly LabelConcept[];

/** Side headings of the cost block: a row label that heads columns, not an item. */
export const baseHeadingLabels = [
  {
    kind: 'block',
    code: 'costs',
    labels: ['经费控制情况', '经费情况', '支出控制情况', '经费支出情况'],
  },
] as const satisfies readonly LabelConcept[];
