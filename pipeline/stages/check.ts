import type { Anomaly } from '../../schemas/anomaly.ts';
import { type Severity, severities } from '../../schemas/codes.ts';
import type { MappedForm } from '../../schemas/form.ts';
import type { DocumentForms, Finding, Rule } from '../rules/rule.ts';
import { unreadPagesOf } from '../rules/unread-pages.ts';
import { rules } from '../rules.ts';

/** An error rests on values read at least this surely; a doubtful reading asks for a look instead. */
const sureEnough = 0.8;

/**
 * Runs every rule over the forms of one document.
 *
 * One finding a rule, form and field: a rule that meets the same cause twice says it once. Findings
 * are in the order of the forms, those about the whole document last, then in the order of the rules.
 */
export function checkDocument(document: DocumentForms): Anomaly[] {
  const confidence = confidences(document.forms);
  const unreadPages = unreadPagesOf(document);
  const anomalies = new Map<string, Anomaly>();
  for (const rule of rules) {
    for (const finding of rule.check(document)) {
      const key = [rule.code, finding.form?.ordinal ?? '', finding.field].join('|');
      if (!anomalies.has(key)) {
        anomalies.set(key, toAnomaly(rule, finding, confidence, unreadPages(finding)));
      }
    }
  }
  const place = (anomaly: Anomaly) => anomaly.form_ordinal ?? Number.POSITIVE_INFINITY;
  return [...anomalies.values()].sort((a, b) =>
    place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0,
  );
}

function toAnomaly(
  rule: Rule,
  finding: Finding,
  confidence: ReadonlyMap<string, number>,
  unread: readonly number[],
): Anomaly {
  const evidence = [...new Set(finding.evidence)];
  const severity = finding.severity ?? rule.severity;
  const weak = evidence.some((id) => (confidence.get(id) ?? 1) < sureEnough);
  return {
    rule_code: rule.code,
    severity: weak || unread.length > 0 ? lower(severity, 'warning') : severity,
    form_ordinal: finding.form?.ordinal ?? null,
    field: finding.field,
    expected: finding.expected ?? null,
    actual: finding.actual ?? null,
    difference: finding.difference ?? null,
    message: finding.message + (severity === 'error' ? missingPart(unread) : ''),
    evidence,
  };
}

/** What a person has to know of a finding that may come of a page nobody read. */
function missingPart(unread: readonly number[]): string {
  return unread.length === 0 ? '' : `（第 ${unread.join('、')} 页没有可读的文字，本表可能不全）`;
}

/** The weaker of two severities. */
function lower(a: Severity, b: Severity): Severity {
  return severities.indexOf(a) > severities.indexOf(b) ? a : b;
}

function confidences(forms: readonly MappedForm[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const form of forms) {
    const records = [
      ...form.amounts,
      ...form.executions,
      ...form.indicators,
      ...form.base_data,
      ...form.goals,
      ...form.form_totals,
      ...form.sections,
      ...form.narrative_facts,
    ];
    for (const { value_id, confidence } of records) found.set(value_id, confidence);
  }
  return found;
}
