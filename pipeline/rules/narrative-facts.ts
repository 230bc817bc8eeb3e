import type { MappedForm, NarrativeFactRecord } from '../../schemas/form.ts';
import { squeeze } from '../../schemas/text.ts';

/** Figures of prose, found by what they are said to be. */

export type MoneyFact = NarrativeFactRecord & { readonly amount_fen: number };

/** Characters before a figure that still speak of it. A sentence made by a machine has no end. */
const nearby = 500;

/** True where the sentence speaks of another year than the form's own. */
function ofOtherYear(form: MappedForm, fact: NarrativeFactRecord): boolean {
  const at = fact.sentence.indexOf(fact.subject_raw);
  const before = at < 0 ? '' : fact.sentence.slice(Math.max(0, at - nearby), at);
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

/** All money facts whose subject is one of the names, 支出 at the end or not; parts of others last. */
export function factsOf(form: MappedForm, names: readonly string[]): MoneyFact[] {
  const wanted = new Set(names.map((name) => name.replace(/支出$/u, '')));
  const facts = moneyFacts(form).filter((fact) =>
    wanted.has(plainSubject(fact).replace(/支出$/u, '')),
  );
  return [
    ...facts.filter((fact) => fact.subset_of === null),
    ...facts.filter((fact) => fact.subset_of !== null),
  ];
}

export function factOf(form: MappedForm, names: readonly string[]): MoneyFact | undefined {
  return factsOf(form, names)[0];
}

/**
 * The figures that a sentence lists as parts of another: those said to be, and those that follow
 * them up to its end (其中甲3万元，乙2万元). Persons out of service are no part of a staff.
 */
export function partsOf(form: MappedForm, whole: NarrativeFactRecord): NarrativeFactRecord[] {
  const facts = form.narrative_facts;
  const first = facts.findIndex((fact) => fact.subset_of === whole.value_id);
  if (first < 0) return [];
  const bracketed = new RegExp(`[(（][^)）]*${escaped(facts[first]?.subject_raw ?? '')}`, 'u');
  const closed = bracketed.test(whole.sentence);
  return facts.filter((fact, index) => {
    if (fact.subset_of === whole.value_id) return true;
    if (closed || index < first || fact.subset_of !== null) return false;
    if (fact.sentence !== whole.sentence || isMoney(fact) !== isMoney(whole)) return false;
    return fact.unit !== '%' && !/退休|离休|遗属|临聘/u.test(fact.subject_raw);
  });
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

export function isMoney(fact: NarrativeFactRecord): fact is MoneyFact {
  return fact.amount_fen !== null;
}

/** Whether a list of parts may leave some out: one opened by 其中, 包括, 含 or 主要. */
export function isPartial(opening: string): boolean {
  return /其中|包括|含|主要/u.test(opening);
}
