/** Views of one record table each: the record's own columns between those common to all facts. */

const common = `v.value_id, d.document_id, f.form_id, f.unit_name, f.fiscal_year, f.project_name,
  f.form_type`;

function factView(name: string, table: string, columns: string): [string, string] {
  const select = `SELECT ${common}, ${columns}, r.confidence, f.is_current
    FROM ${table} r
    JOIN value v ON v.value_no = r.value_no
    JOIN form f ON f.form_no = r.form_no
    JOIN document d ON d.doc_no = f.doc_no`;
  return [name, select];
}

function columns(names: string): string {
  return names
    .split(/\s+/)
    .map((name) => `r.${name}`)
    .join(', ');
}

export const factViews: readonly [string, string][] = [
  factView(
    'amounts',
    'amount',
    `r.line_code, r.line_label_raw, r.measure, r.amount_fen, r.amount_fen / 1e6 AS amount_wan,
     r.amount_raw`,
  ),
  factView(
    'indicators',
    'indicator',
    columns(
      `ordinal level1_code level1_raw level2_code level2_raw level3 target_raw target_operator
       target_value target_value_max target_unit target_date actual_raw actual_operator
       actual_value actual_value_max actual_unit actual_date weight score deviation_reason remark`,
    ),
  ),
  factView(
    'base_data',
    'base_datum',
    columns('item_code item_label_raw measure period_year value unit value_raw amount_fen'),
  ),
  factView('goals', 'goal', columns('ordinal expected_text actual_text')),
  factView('key_tasks', 'key_task', columns('ordinal task responsible_unit goal')),
  factView('form_totals', 'form_total', columns('weight score')),
  factView('sections', 'section', columns('ordinal number_raw level heading text page')),
  factView(
    'narrative_facts',
    'narrative_fact',
    columns(
      `section_ordinal subject_code subject_raw measure value unit amount_fen change_direction
       change_value sentence`,
    ),
  ),
];
