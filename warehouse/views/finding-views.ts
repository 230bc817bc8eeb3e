/** Findings, corrections, labels to learn, and runs. */
export const findingViews: readonly [string, string][] = [
  [
    'anomalies',
    `SELECT a.anomaly_id, d.document_id, f.form_id, a.rule_code, a.severity, a.unit_name,
      a.fiscal_year, a.field, a.expected, a.actual, a.difference, a.message, a.evidence,
      coalesce(r.status, 'open') AS status, r.reviewed_by, r.reviewed_at, r.note
    FROM anomaly a
    JOIN document d ON d.doc_no = a.doc_no
    LEFT JOIN form f ON f.form_no = a.form_no
    LEFT JOIN anomaly_review r ON r.anomaly_id = a.anomaly_id`,
  ],
  [
    'corrections',
    `SELECT value_id, column_name, extracted_value, corrected_value, reason, corrected_by,
      corrected_at, undone_at
    FROM correction`,
  ],
  [
    // The best suggestion wins, the first by spelling among equals, so that load order cannot show.
    'unmapped_labels',
    `SELECT label, context, form_type, occurrences, suggestion, suggestion_score
    FROM (
      SELECT label, context, form_type, suggestion, suggestion_score,
        count(*) OVER (PARTITION BY label, context, form_type) AS occurrences,
        row_number() OVER (PARTITION BY label, context, form_type
          ORDER BY suggestion_score DESC, suggestion) AS place
      FROM unmapped_label)
    WHERE place = 1`,
  ],
  [
    'runs',
    `SELECT run_id, started_at, finished_at, command, files, loaded, duplicates, failed, forms,
      anomalies
    FROM run`,
  ],
  [
    'data_dictionary',
    'SELECT view_name, column_name, label_zh, description_zh, unit FROM view_column',
  ],
];
