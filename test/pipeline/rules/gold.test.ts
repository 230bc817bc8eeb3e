import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../../pipeline/stages/check.ts';
import { goldDocuments, goldFolder } from './gold-forms.ts';

const present = existsSync(goldFolder);

/** Anomalies whose cell the expected readings do not hold: printed group weights, unread cells, headings between forms; and those across years. */
const outsideGold = new Set([
  'group_weights_sum',
  'value_unparsed',
  'attachment_duplicate',
  'prior_year_restated',
  'yoy_jump',
]);

describe.skipIf(!present)('rules on the expected readings of the shared documents', () => {
  const documents = present ? goldDocuments() : [];
  const checked = documents.map((document) => ({
    ...document,
    found: checkDocument({ fileName: document.file, forms: document.forms }),
  }));

  it('find every anomaly that was put in', () => {
    const missed = checked.flatMap(({ file, anomalies, found }) =>
      anomalies
        .filter(({ rule_code }) => !outsideGold.has(rule_code))
        .filter(({ rule_code }) => !found.some((a) => a.rule_code === rule_code))
        .map(({ rule_code, field }) => `${file}: ${rule_code} (${field})`),
    );
    expect(missed).toEqual([]);
  });

  it('raise no error on a clean document', () => {
    const alarms = checked
      .filter(({ clean }) => clean)
      .flatMap(({ file, found }) =>
        found
          .filter((a) => a.severity === 'error')
          .map((a) => `${file}: ${a.rule_code} ${a.message}`),
      );
    expect(alarms).toEqual([]);
  });

  it('raise no error that is neither put in nor implied', () => {
    const unknown = checked.flatMap(({ file, anomalies, implied, found }) => {
      const known = new Set([...anomalies.map((a) => a.rule_code), ...implied]);
      return found
        .filter((a) => a.severity === 'error' && !known.has(a.rule_code))
        .map((a) => `${file}: ${a.rule_code} ${a.message}`);
    });
    expect(unknown).toEqual([]);
  });
});
