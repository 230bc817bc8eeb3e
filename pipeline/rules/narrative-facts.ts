import type { MappedForm, NarrativeFactRecord } from '../../schemas/form.ts';
import { squeeze } from '../../schemas/text.ts';

/** Figures of prose, found by what they are said to be. */

export type MoneyFact = NarrativeFactRecord & { readonly amount_fen: number };

/** True where the sentence speaks of another year than the form's own. */
function ofOtherYear(form: MappedForm, fact: NarrativeFactRecord): boolean {
  const at = fact.sentence.indexOf(fact.subject_raw);
  const before = at < 0 ? '' : fact.sentence.slice(0, at);
  const years = [...before.matchAll(/(20\d{2})\s*年/gu)].map((m) => Number(m[1]));
  const last = years.at(-1);
  if (last !== undefined && form.fiscal_year !== null && last !== form.fiscal_year) return true;
  return /(?:上年|去年|上一年|预算安排|年初预算)$/u.test(squeeze(before));
}

export function moneyFacts(form: MappedForm): MoneyFact[] {
  return form.narrative_facts.filter(
    (f): f is MoneyFact => f.amount_fen !== null && !ofOtherYear(form, f),
  );
}

/** Subject without 支出, 经费数 and the like at its end: 人员经费支出 → 人员经费. */
export function plainSubject(fact: NarrativeFactRecord): string {
  return squeeze(fact.subject_raw)
    .replace(/^(?:其中|20\d{2}年度?|本(?:单位|部门|年度?))+/u, '')
    .replace(/^一般公共预算(?:财政)?(?:拨款)?(?=(?:基本|项目)支出)/u, '')
    .replace(/^一般(?=商品)/u, '')
    .replace(/(?:支出)?(?:决算|共计|合计|总额|共)?数?$/u, (tail, at: number) =>
      at <= 1 ? tail : '',
    );
}

/** All money facts whose subject is one of the names, 支出 at the end or not. */
export function factsOf(form: MappedForm, names: readonly string[]): MoneyFact[] {
  const wanted = new Set(names.map((name) => name.replace(/支出$/u, '')));
  return moneyFacts(form).filter((fact) => wanted.has(plainSubject(fact).replace(/支出$/u, '')));
}

export function factOf(form: MappedForm, names: readonly string[]): MoneyFact | undefined {
  return factsOf(form, names)[0];
}

/** Whether figures of a sentence are said to be all of the whole, or some of it (其中, 包括, 含). */
export function isPartial(sentence: string): boolean {
  return /其中|包括|含|主要/u.test(sentence);
}
