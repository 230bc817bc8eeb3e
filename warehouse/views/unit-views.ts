/**
 * Units and their names over time, derived from the forms alone: a name that no form carries any
 * more is not shown, so the order of loading cannot show either.
 */
export const unitViews: readonly [string, string][] = [
  [
    'units',
    `SELECT DISTINCT u.family_id AS unit_id, u.family AS unit_name,
      CAST(NULL AS TEXT) AS region_code,
      (SELECT now.level FROM unit now WHERE now.unit_name = u.family) AS level
    FROM unit u
    WHERE EXISTS (SELECT 1 FROM form f WHERE f.unit_name = u.unit_name)`,
  ],
  [
    'unit_aliases',
    `SELECT unit_id, alias, min(fiscal_year) AS valid_from, max(fiscal_year) AS valid_to, source
    FROM (
      SELECT u.family_id AS unit_id, f.fiscal_year,
        trim(coalesce(f.unit_name_raw, f.unit_name), ' ' || char(10, 9, 160, 12288)) AS alias,
        CASE WHEN u.unit_name = u.family THEN 'form'
          WHEN u.family LIKE '%' || u.unit_name THEN 'short_name' ELSE 'renamed' END AS source
      FROM form f JOIN unit u ON u.unit_name = f.unit_name
    )
    GROUP BY unit_id, alias, source`,
  ],
];
