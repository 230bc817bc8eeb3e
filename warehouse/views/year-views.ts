/**
 * Year over year: current forms beside those of the same unit (under whatever name), project and
 * form type one year before. A row exists where this year's value does; last year's is null where
 * there is none.
 */
const priorForm = `
  JOIN unit u ON u.unit_name = f.unit_name
  LEFT JOIN (form p JOIN unit pu ON pu.unit_name = p.unit_name)
    ON pu.family = u.family AND p.fiscal_year = f.fiscal_year - 1 AND p.form_type = f.form_type
    AND p.project_name IS f.project_name AND p.is_current = 1`;

/** A form may print a line twice; the first one speaks for it. */
const firstOfLine = (a: string) => `NOT EXISTS (
  SELECT 1 FROM amount x WHERE x.form_no = ${a}.form_no AND x.line_code = ${a}.line_code
    AND x.measure = ${a}.measure AND x.value_no < ${a}.value_no
    AND (x.line_code <> 'task' OR x.line_label_raw = ${a}.line_label_raw))`;

const rate = (now: string, before: string) =>
  `(${now} - ${before}) * 1.0 / nullif(abs(${before}), 0)`;

const yoyAmounts = `
  SELECT f.unit_name, f.project_name, f.form_type, a.line_code, a.measure, f.fiscal_year,
    a.amount_fen / 1e6 AS amount_wan, b.amount_fen / 1e6 AS prior_amount_wan,
    (a.amount_fen - b.amount_fen) / 1e6 AS change_wan,
    ${rate('a.amount_fen', 'b.amount_fen')} AS change_rate
  FROM amount a
  JOIN form f ON f.form_no = a.form_no
  ${priorForm}
  LEFT JOIN amount b ON b.form_no = p.form_no AND b.line_code = a.line_code
    AND b.measure = a.measure
    AND (a.line_code <> 'task' OR b.line_label_raw = a.line_label_raw) AND ${firstOfLine('b')}
  WHERE f.is_current = 1 AND f.fiscal_year IS NOT NULL AND a.amount_fen IS NOT NULL
    AND ${firstOfLine('a')}`;

const priorWan = (measure: string) => `(
  SELECT x.amount_fen / 1e6 FROM amount x
  WHERE x.form_no = p.form_no AND x.line_code = a.line_code AND x.measure = '${measure}'
  ORDER BY x.value_no LIMIT 1)`;

const priorPoint = (column: string) => `(
  SELECT x.${column} FROM execution x
  WHERE x.form_no = p.form_no AND x.line_code = a.line_code ORDER BY x.value_no LIMIT 1)`;

/**
 * Lines named after a task share one code: without their label they can't be paired. Last year's
 * figures are looked up one by one, as SQLite would read all of `budget_execution` to join it.
 */
const yoyBudgetExecution = `
  SELECT unit_name, project_name, form_type, line_code, fiscal_year, annual_budget_wan,
    prior_annual_budget_wan, executed_wan, prior_executed_wan,
    ${rate('executed_wan', 'prior_executed_wan')} AS executed_change_rate, execution_rate,
    prior_execution_rate, score, prior_score
  FROM (
    SELECT a.*, ${priorWan('annual_budget')} AS prior_annual_budget_wan,
      ${priorWan('executed')} AS prior_executed_wan,
      ${priorPoint('execution_rate')} AS prior_execution_rate,
      ${priorPoint('score')} AS prior_score
    FROM budget_execution a
    JOIN form f ON f.form_id = a.form_id
    ${priorForm}
    WHERE f.is_current = 1 AND f.fiscal_year IS NOT NULL AND a.line_code <> 'task')`;

const yoyIndicators = `
  SELECT f.unit_name, i.level1_code, i.level2_code, i.level3, f.fiscal_year,
    b.level3 AS prior_level3, m.match_score, i.actual_value,
    b.actual_value AS prior_actual_value,
    CASE WHEN i.actual_unit IS b.actual_unit THEN ${rate('i.actual_value', 'b.actual_value')} END
      AS change_rate,
    i.score, b.score AS prior_score
  FROM indicator i
  JOIN form f ON f.form_no = i.form_no
  LEFT JOIN (indicator_match m
    JOIN indicator b ON b.value_no = m.prior_value_no
    JOIN form p ON p.form_no = b.form_no AND p.is_current = 1) ON m.value_no = i.value_no
  WHERE f.is_current = 1 AND f.unit_name IS NOT NULL AND f.fiscal_year IS NOT NULL`;

/**
 * One figure an item, unit and year. Staff has no 决算数 but a head count, buildings an area. A unit
 * that prints an item in two forms of a year is read from its 基础数据表. A column headed with a year
 * counts only where that is the form's own year, or for last year's figures the one before.
 */
const baseFigures = `
  SELECT u.family, f.unit_name, f.fiscal_year, b.item_code, b.measure, b.value,
    row_number() OVER (
      PARTITION BY u.family, f.fiscal_year, b.item_code, b.measure = 'prior_final'
      ORDER BY f.form_type <> 'overall_base_data',
        CASE b.measure WHEN 'current_final' THEN 1 WHEN 'headcount_actual' THEN 2
          WHEN 'actual_area' THEN 3 ELSE 4 END,
        f.form_id, b.ordinal, b.value_no) AS place
  FROM base_datum b
  JOIN form f ON f.form_no = b.form_no
  JOIN unit u ON u.unit_name = f.unit_name
  WHERE f.is_current = 1 AND f.fiscal_year IS NOT NULL AND b.value IS NOT NULL
    AND b.item_code <> 'other'
    AND (b.period_year IS NULL OR b.period_year = f.fiscal_year - (b.measure = 'prior_final'))
    AND b.measure IN ('current_final', 'headcount_actual', 'actual_area', 'prior_final')`;

const yoyBaseData = `
  WITH figure AS MATERIALIZED (SELECT * FROM (${baseFigures}) WHERE place = 1),
  pair AS (
    SELECT a.unit_name, a.item_code, a.fiscal_year, a.value, own.value AS own, quoted.value AS quoted
    FROM figure a
    LEFT JOIN figure own ON own.family = a.family AND own.fiscal_year = a.fiscal_year - 1
      AND own.item_code = a.item_code AND own.measure = a.measure
    LEFT JOIN figure quoted ON quoted.family = a.family AND quoted.fiscal_year = a.fiscal_year
      AND quoted.item_code = a.item_code AND quoted.measure = 'prior_final'
    WHERE a.measure <> 'prior_final')
  SELECT unit_name, item_code, fiscal_year, value, coalesce(own, quoted) AS prior_value,
    ${rate('value', 'coalesce(own, quoted)')} AS change_rate,
    abs(own - quoted) > 0.005 AS restated
  FROM pair`;

export const yearViews: readonly [string, string][] = [
  ['yoy_amounts', yoyAmounts],
  ['yoy_budget_execution', yoyBudgetExecution],
  ['yoy_indicators', yoyIndicators],
  ['yoy_base_data', yoyBaseData],
];
