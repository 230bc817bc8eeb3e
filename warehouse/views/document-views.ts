/** Files, their forms, and their text outside the records. */
export const documentViews: readonly [string, string][] = [
  [
    'documents',
    `SELECT document_id, path, file_name, format, bytes, pages, status, error_code, error_message,
      characters, unaccounted_characters, extractor, ocr_engine, run_id, ingested_at,
      CAST(NULL AS TEXT) AS duplicate_of
    FROM document`,
  ],
  [
    'document_copies',
    `SELECT d.document_id, c.path, c.file_name, c.run_id, c.seen_at
    FROM document_copy c JOIN document d ON d.doc_no = c.doc_no`,
  ],
  [
    'forms',
    `SELECT f.form_id, d.document_id, f.ordinal, f.form_type, f.title, f.fiscal_year, f.unit_name,
      f.unit_name_raw, f.project_name, f.supervising_unit, f.implementing_unit, f.page_from,
      f.page_to, f.confidence, f.is_current
    FROM form f JOIN document d ON d.doc_no = f.doc_no`,
  ],
  [
    'provenance',
    `SELECT v.value_id, c.value AS column_name, d.document_id,
      CASE s.from_cell WHEN 1 THEN r.page ELSE s.page END AS page,
      s.table_no, s.row_no, s.column_no,
      CASE s.from_cell WHEN 1 THEN r.x0 ELSE s.x0 END AS x0,
      CASE s.from_cell WHEN 1 THEN r.y0 ELSE s.y0 END AS y0,
      CASE s.from_cell WHEN 1 THEN r.x1 ELSE s.x1 END AS x1,
      CASE s.from_cell WHEN 1 THEN r.y1 ELSE s.y1 END AS y1,
      coalesce(s.raw_text, r.text) AS raw_text, s.method, s.confidence
    FROM source s
    JOIN value v ON v.value_no = s.value_no
    JOIN document d ON d.doc_no = s.value_no >> 20
    LEFT JOIN raw_cell r ON r.doc_no = d.doc_no AND r.table_no = s.table_no
      AND r.row_no = s.row_no AND r.column_no = s.column_no
    JOIN column_set n ON n.set_no = s.set_no
    JOIN json_each(n.columns) c`,
  ],
  [
    'raw_cells',
    `SELECT d.document_id, r.table_no, r.page, r.row_no, r.column_no, r.row_span, r.column_span,
      r.text, r.confidence
    FROM raw_cell r JOIN document d ON d.doc_no = r.doc_no`,
  ],
  [
    'leftovers',
    `SELECT d.document_id, l.page, l.location, l.text, l.reason
    FROM leftover l JOIN document d ON d.doc_no = l.doc_no`,
  ],
];
