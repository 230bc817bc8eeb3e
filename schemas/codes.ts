/**
 * The closed code lists of the public contract. Nothing here is renamed or dropped without a major
 * version; a new code is added at the end of its list.
 */

/** What a file is, by its content. */
export const documentFormats = [
  'docx',
  'doc',
  'wps',
  'rtf',
  'odt',
  'xlsx',
  'xls',
  'et',
  'ods',
  'pdf',
  'ofd',
  'html',
  'txt',
] as const;
export type DocumentFormat = (typeof documentFormats)[number];

/** What became of a file. */
export const documentStatuses = ['loaded', 'duplicate', 'failed', 'ignored'] as const;
export type DocumentStatus = (typeof documentStatuses)[number];

/** Form types. `unknown_form` keeps tables and paragraphs that no form type fits. */
export const formTypes = [
  'overall_target',
  'overall_self_evaluation',
  'overall_base_data',
  'project_target',
  'project_self_evaluation',
  'overall_report',
  'project_report',
  'overall_scoring',
  'project_scoring',
  'overall_situation',
  'special_fund_self_evaluation',
  'special_fund_report',
  'transfer_self_evaluation',
  'transfer_report',
  'monitoring',
  'review',
  'self_evaluation_summary',
  'three_public',
  'unknown_form',
] as const;
export type FormType = (typeof formTypes)[number];

/** Rows of a funding block. */
export const lineCodes = [
  'total',
  'income_total',
  'general_public_budget',
  'government_fund',
  'state_capital',
  'special_account',
  'other_funds',
  'expenditure_total',
  'basic_expenditure',
  'project_expenditure',
  'current_appropriation',
  'carryover',
  'upper_subsidy',
  'central_funds',
  'provincial_funds',
  'city_funds',
  'county_funds',
  'local_funds',
  'unit_funds',
  'business_income',
  'operating_income',
  'personnel',
  'public_expense',
  'task',
] as const;
export type LineCode = (typeof lineCodes)[number];

/** Columns of a funding block; `reported` is a figure beside its label with no column of its own. */
export const amountMeasures = [
  'initial_budget',
  'annual_budget',
  'budget_adjustment',
  'executed',
  'reported',
] as const;
export type AmountMeasure = (typeof amountMeasures)[number];

export const level1Codes = [
  'output',
  'benefit',
  'satisfaction',
  'cost',
  'budget_execution',
  'input',
  'process',
  'performance',
  'management',
  'sustainability',
  'decision',
  'efficiency',
  'running_cost',
  'social_effect',
  'planning',
  'execution',
  'other',
] as const;
export type Level1Code = (typeof level1Codes)[number];

export const level2Codes = [
  'quantity',
  'quality',
  'timeliness',
  'cost',
  'economic',
  'social',
  'ecological',
  'sustained_impact',
  'satisfaction',
  'economic_cost',
  'social_cost',
  'ecological_cost',
  'other',
] as const;
export type Level2Code = (typeof level2Codes)[number];

/** How a target or an outcome compares; `text` is a qualitative value. */
export const operators = ['gte', 'lte', 'gt', 'lt', 'eq', 'between', 'approx', 'text'] as const;
export type Operator = (typeof operators)[number];

export const baseItemCodes = [
  'fiscal_staff',
  'three_public_total',
  'vehicle_total',
  'vehicle_purchase',
  'vehicle_operation',
  'overseas_travel',
  'official_reception',
  'project_total',
  'business_work',
  'operation_maintenance',
  'special_funds',
  'public_expense',
  'office_expense',
  'utilities_travel',
  'meeting_training',
  'government_procurement',
  'basic_expenditure_adjustment',
  'building_control',
  'thrift_measures',
  'other',
] as const;
export type BaseItemCode = (typeof baseItemCodes)[number];

export const baseMeasures = [
  'headcount_quota',
  'headcount_actual',
  'control_rate',
  'prior_final',
  'current_budget',
  'current_final',
  'approved_area',
  'actual_area',
  'area_control_rate',
  'budget_investment',
  'actual_investment',
  'investment_control_rate',
  'text',
] as const;
export type BaseMeasure = (typeof baseMeasures)[number];

/** The unit a base-data value is given in, after conversion. */
export const baseUnits = ['person', 'wan_yuan', 'm2', 'ratio', 'text'] as const;
export type BaseUnit = (typeof baseUnits)[number];

export const severities = ['error', 'warning', 'info'] as const;
export type Severity = (typeof severities)[number];

/** Why a piece of text stands outside every form, section and cell. */
export const leftoverReasons = [
  'header',
  'footer',
  'page_number',
  'deleted_revision',
  'hidden',
  'watermark',
  'seal',
  'decoration',
  'footnote',
  'comment',
  'unread',
  'struck_out',
] as const;
export type LeftoverReason = (typeof leftoverReasons)[number];
