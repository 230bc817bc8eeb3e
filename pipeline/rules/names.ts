import type { AmountMeasure, BaseItemCode, BaseMeasure, LineCode } from '../../schemas/codes.ts';

/** The Chinese name of each code, as findings say it. Data only. */

export const lineNames = {
  total: '年度资金总额',
  income_total: '按收入性质分',
  general_public_budget: '一般公共预算',
  government_fund: '政府性基金',
  state_capital: '国有资本经营预算',
  special_account: '纳入专户管理的非税收入',
  other_funds: '其他资金',
  expenditure_total: '按支出性质分',
  basic_expenditure: '基本支出',
  project_expenditure: '项目支出',
  current_appropriation: '当年财政拨款',
  carryover: '上年结转资金',
  upper_subsidy: '上级补助',
  central_funds: '中央资金',
  provincial_funds: '省级资金',
  city_funds: '市级资金',
  county_funds: '县级资金',
  local_funds: '地方资金',
  unit_funds: '单位资金',
  business_income: '事业收入',
  operating_income: '经营收入',
  personnel: '人员经费',
  public_expense: '公用经费',
  task: '任务资金',
} as const satisfies Record<LineCode, string>;

export const amountMeasureNames = {
  initial_budget: '年初预算数',
  annual_budget: '全年预算数',
  budget_adjustment: '预算调整数',
  executed: '全年执行数',
  reported: '金额',
} as const satisfies Record<AmountMeasure, string>;

export const baseItemNames = {
  fiscal_staff: '财政供养人员',
  three_public_total: '“三公”经费',
  vehicle_total: '公务用车购置和维护经费',
  vehicle_purchase: '公车购置',
  vehicle_operation: '公车运行维护',
  overseas_travel: '出国经费',
  official_reception: '公务接待',
  project_total: '项目支出',
  business_work: '业务工作经费',
  operation_maintenance: '运行维护经费',
  special_funds: '专项资金',
  public_expense: '公用经费',
  office_expense: '办公经费',
  utilities_travel: '水费、电费、差旅费',
  meeting_training: '会议费、培训费',
  government_procurement: '政府采购金额',
  basic_expenditure_adjustment: '部门基本支出预算调整',
  building_control: '楼堂馆所控制情况',
  thrift_measures: '厉行节约保障措施',
  other: '其他项目',
} as const satisfies Record<BaseItemCode, string>;

export const baseMeasureNames = {
  headcount_quota: '编制数',
  headcount_actual: '实际在职人数',
  control_rate: '控制率',
  prior_final: '上年决算数',
  current_budget: '本年预算数',
  current_final: '本年决算数',
  approved_area: '批复规模',
  actual_area: '实际规模',
  area_control_rate: '规模控制率',
  budget_investment: '预算投资',
  actual_investment: '实际投资',
  investment_control_rate: '投资概算控制率',
  text: '文字',
} as const satisfies Record<BaseMeasure, string>;
