/**
 * A funding line, wide. A line is led by its execution record; where the form prints neither points
 * nor a rate for it, by the first of its amounts. Lines named after a task share one code and are
 * told apart by their label.
 */
const sameLine = (a: string, b: string) =>
  `${a}.form_no = ${b}.form_no AND ${a}.line_code = ${b}.line_code
   AND (${a}.line_code <> 'task' OR ${a}.line_label_raw = ${b}.line_label_raw)`;

const wideMeasures = `('initial_budget', 'annual_budget', 'executed')`;

const wan = (measure: string) => `(
  SELECT a.amount_fen / 1e6 FROM amount a
  WHERE ${sameLine('a', 'r')} AND a.measure = '${measure}' ORDER BY a.value_no LIMIT 1)`;

/** Each arm has its own joins: SQLite then takes a condition on the view into both of them. */
const lines = (table: string, points: string, condition: string) => `
  SELECT v.value_id, d.document_id, f.form_id, f.unit_name, f.fiscal_year, f.project_name,
    f.form_type, r.line_code, ${wan('initial_budget')} AS initial_budget_wan,
    ${wan('annual_budget')} AS annual_budget_wan, ${wan('executed')} AS executed_wan,
    ${points}, r.confidence, f.is_current
  FROM ${table} r
  JOIN value v ON v.value_no = r.value_no
  JOIN form f ON f.form_no = r.form_no
  JOIN document d ON d.doc_no = f.doc_no
  WHERE ${condition}`;

const scoredLines = lines('execution', 'r.weight, r.execution_rate, r.score', 'true');

const otherLines = lines(
  'amount',
  'NULL AS weight, NULL AS execution_rate, NULL AS score',
  `r.measure IN ${wideMeasures}
    AND NOT EXISTS (SELECT 1 FROM execution e WHERE ${sameLine('e', 'r')})
    AND NOT EXISTS (
      SELECT 1 FROM amount b
      WHERE ${sameLine('b', 'r')} AND b.measure IN ${wideMeasures} AND b.value_no < r.value_no)`,
);

export const budgetExecution: [string, string] = [
  'budget_execution',
  `${scoredLines} UNION ALL ${otherLines}`,
];
