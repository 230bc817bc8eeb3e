import type { Finding } from '../../../pipeline/rules/rule.ts';
import { rules } from '../../../pipeline/rules.ts';
import type { MappedForm } from '../../../schemas/form.ts';

/** An example of one rule: a document, and what the rule must say of it. */
export interface RuleCase {
  readonly code: string;
  readonly name: string;
  readonly forms: readonly MappedForm[];
  /** Text that the one finding's message holds; null where the rule must be silent. */
  readonly says: string | null;
  readonly severity?: Finding['severity'];
  readonly fileName?: string;
}

export function findingsOf({ code, forms, fileName }: RuleCase): Finding[] {
  const rule = rules.find((r) => r.code === code);
  if (rule === undefined) throw new Error(`No rule has the code ${code}`);
  const numbered = forms.map((form, index) => Object.assign(form, { ordinal: index + 1 }));
  return [...rule.check({ fileName: fileName ?? 'a.docx', forms: numbered })];
}

export function severityOf(code: string): string | undefined {
  return rules.find((r) => r.code === code)?.severity;
}
