import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { groupBy } from '../../../pipeline/rules/group-by.ts';
import type { UnitForm } from '../../../pipeline/rules/unit-rule.ts';
import { unitRules } from '../../../pipeline/rules/unit-rules.ts';
import { type GoldDocument, goldDocuments, goldFolder } from './gold-forms.ts';

const present = existsSync(goldFolder);
const acrossYears = new Set(['yoy_jump', 'prior_year_restated']);

function unitForms(documents: readonly GoldDocument[]): UnitForm[] {
  return documents.flatMap((document) =>
    document.forms.map((form) => ({
      ...form,
      document_id: document.sha256,
      form_id: `${document.sha256}:${form.ordinal}`,
      is_current: true,
    })),
  );
}

describe.skipIf(!present)('rules across years on the expected readings', () => {
  const documents = present ? goldDocuments() : [];
  const units = groupBy(documents, (document) => document.unit_key ?? document.file);
  const found = [...units.values()].flatMap((group) =>
    unitRules.flatMap((rule) =>
      [...rule.check(unitForms(group))].map((finding) => ({ code: rule.code, ...finding })),
    ),
  );

  it('find every jump and restatement that was put in', () => {
    const missed = documents.flatMap(({ file, sha256, anomalies }) =>
      anomalies
        .filter(({ rule_code }) => acrossYears.has(rule_code))
        .filter(
          ({ rule_code }) =>
            !found.some((f) => f.code === rule_code && f.form.document_id === sha256),
        )
        .map(({ rule_code, field }) => `${file}: ${rule_code} (${field})`),
    );
    expect(missed).toEqual([]);
  });

  it('find none in documents that have none', () => {
    const invented = found
      .filter(({ code }) => acrossYears.has(code))
      .flatMap((finding) => {
        const document = documents.find((d) => d.sha256 === finding.form.document_id);
        const known = [
          ...(document?.anomalies.map((a) => a.rule_code) ?? []),
          ...(document?.implied ?? []),
        ];
        return known.includes(finding.code)
          ? []
          : [`${document?.file}: ${finding.code} ${finding.message}`];
      });
    expect(invented).toEqual([]);
  });
});
