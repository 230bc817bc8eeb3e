import { Decimal } from 'decimal.js';
import type { NarrativeFactRecord, SectionRecord } from '../../schemas/form.ts';
import { measureWords } from '../../schemas/vocabulary/measure-words.ts';
import {
  leadWords,
  linkWords,
  narrativeSubjects,
} from '../../schemas/vocabulary/narrative-subjects.ts';
import { readAmount } from '../values/amount.ts';
import { foldMagnitudes } from '../values/magnitudes.ts';
import { joinThrees } from '../values/spaced-figures.ts';
import { type FormContext, valueId } from './context.ts';

const quoted = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const unitWords = [...new Set([...measureWords, '万元', '亿元', '元', '万', '亿'])]
  .filter(
    (word) => !['年', '月', '日', '点', '期', '度', '周', '级', '类', 'm', 't'].includes(word),
  )
  .sort((a, b) => b.length - a.length)
  .map(quoted)
  .join('|');
const figure = new RegExp(
  `(?<![\\dA-Za-z.第十百千万亿-]|\\d )(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)(余|多)?((?:万|百万)?(?:${unitWords}))(?<![万亿](?=\\d[\\d.]*[十百千万亿]))`,
  'g',
);
const change =
  /(?:比|较)(?:上年|去年|上年度|同期|上年同期)(?:同期|决算)?(?:数)?(增加|增长|上升|提高|减少|下降|降低)(?:了)?$/;
const changeAgain = /^[，,]?(?:增幅|降幅|增长|下降|减少|增加|上升)(?:了|为|达)?$/;
const share = /(?:占|占比)([^，,。；;、占]{0,14}?)(?:的比例|的比重|比例|比重)?(?:的|为|达)?$/;
const money = /^(?:百万|千万|万|亿|千)?元$|^[万亿]$/;
const subjects = narrativeSubjects
  .flatMap(({ code, labels }) => labels.map((label) => ({ code, label: label.normalize('NFKC') })))
  .sort((a, b) => b.label.length - a.label.length);
const links = [...linkWords].sort((a, b) => b.length - a.length);

/**
 * The figures said in a report's sentences: subject, value, unit; a change on the year before is put
 * on the figure it is about, a share is a figure of its own. 本单位无…支出 is a zero that is said.
 */
export function readFacts(context: FormContext): void {
  for (const section of context.form.sections) {
    const text = [
      section.level > 0 && /\d/.test(section.heading ?? '') ? section.heading : null,
      section.text,
    ];
    for (const paragraph of text.filter((t): t is string => t !== null)) {
      for (const sentence of paragraph.split(/(?<=[。；;！!\n])/))
        readSentence(sentence.trim(), section, context);
    }
  }
}

function readSentence(sentence: string, section: SectionRecord, context: FormContext): void {
  readNone(sentence, section, context);
  const read = foldMagnitudes(joinThrees(sentence));
  let end = 0;
  let depth = 0;
  let parent: NarrativeFactRecord | undefined;
  let previous: NarrativeFactRecord | undefined;
  for (const match of read.matchAll(figure)) {
    const before = read.slice(end, match.index);
    end = match.index + match[0].length;
    depth += bracketDepth(before);
    const [, digits = '', , unit = ''] = match;
    const value = Number(digits.replaceAll(',', ''));
    const changed = change.exec(before);
    if (changed && previous) {
      setChange(previous, changed[1] ?? '', value, unit);
      if (unit === '%' && previous.unit !== '%') {
        const { subject_raw: raw, subject_code: code } = previous;
        addFact({ raw, code }, value, unit, sentence, section, context, 'change_rate');
      }
      continue;
    }
    if (previous?.change_direction && changeAgain.test(before)) continue;
    const shared = share.exec(before);
    const subject = shared
      ? shareSubject(previous, shared[1] ?? '', before.slice(0, shared.index))
      : subjectOf(before, read.slice(end, end + 20), context);
    if (subject.raw === '') continue;
    const fact = addFact(
      subject,
      value,
      unit,
      sentence,
      section,
      context,
      shared ? 'share' : measureOf(unit),
    );
    const inside = /其中|[（(]/.test(before) || depth > 0;
    if (inside && parent && !shared) fact.subset_of = parent.value_id;
    else if (!shared) parent = fact;
    if (!shared) previous = fact;
  }
}

/** 本单位无国有资本经营预算支出情况 */
function readNone(sentence: string, section: SectionRecord, context: FormContext): void {
  const none =
    /(?:本单位|本部门|我[单位局镇乡校院委办]+)?(?:没有|无)(.{2,16}?(?:支出|经费))(?:情况)?[。.]?$/.exec(
      sentence,
    );
  if (!none?.[1] || /\d/.test(sentence)) return;
  const raw = none[1];
  addFact(
    { raw, code: codeOf(raw)?.code ?? null },
    0,
    '万元',
    sentence,
    section,
    context,
    'amount',
  );
}

const projectCode = 'exp_project';
/** What may stand before 项目支出 when it is the whole unit's. */
const wholeUnit =
  /^(?:一般公共预算(?:财政)?(?:拨款)?|财政(?:拨款)?|部门|单位|整体)?项目支出(?:总额)?$/;

interface Subject {
  readonly raw: string;
  readonly code: string | null;
}

function codeOf(phrase: string): { code: string; label: string } | undefined {
  return subjects.find(({ label }) => phrase.endsWith(label));
}

/** The noun phrase before a figure: the known subject it ends with, or what is left of the clause. */
function subjectOf(before: string, after: string, context: FormContext): Subject {
  let phrase = before.split(/[，,。；;：:、！!\n]/).at(-1) ?? '';
  // 因公出国（境）费 holds brackets of its own; others end or begin an aside.
  if (!codeOf(stripLinks(phrase))) phrase = phrase.replace(/^.*[）)]/, '').replace(/^.*[（(]/, '');
  phrase = stripLinks(phrase);
  const known = codeOf(phrase);
  if (known?.code === projectCode) {
    // 网格员工资项目支出 is one project's, not the unit's project expenditure.
    const named = stripLead(phrase, context);
    if (!wholeUnit.test(named)) return { raw: named, code: 'project_item' };
  }
  if (known) return { raw: known.label, code: known.code };
  phrase = stripLead(phrase, context);
  if (phrase.length >= 2) return { raw: phrase.slice(-40), code: null };
  const following = /^([^，,。；;：:、（(）)\d]{2,14})/.exec(after)?.[1] ?? '';
  return { raw: stripLead(phrase, context) + following, code: codeOf(following)?.code ?? null };
}

function shareSubject(
  previous: NarrativeFactRecord | undefined,
  base: string,
  before: string,
): Subject {
  const own = stripLinks(before.split(/[，,。；;：:、]/).at(-1) ?? '');
  const known = codeOf(own);
  const part = known?.label ?? (previous && own.length < 2 ? previous.subject_raw : own);
  return { raw: `${part}占${base}`, code: known?.code ?? previous?.subject_code ?? null };
}

function stripLinks(phrase: string): string {
  for (;;) {
    const link = links.find((word) => phrase.endsWith(word) && phrase.length > word.length);
    if (link === undefined) return phrase;
    phrase = phrase.slice(0, -link.length);
  }
}

/** Years, the unit's own name and openers in front of a subject. */
function stripLead(phrase: string, context: FormContext): string {
  let rest = phrase;
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest
      .replace(/^(?:20\d{2}年(?:度|末|底)?|上半年|下半年|\(?\d{1,2}[.、)]\s*(?!\d))/, '')
      .replace(leadWords, '');
    for (const name of [context.form.unit_name, context.form.unit_name_raw]) {
      if (name && name.length > 3 && rest.startsWith(name)) rest = rest.slice(name.length);
    }
  }
  return rest;
}

function bracketDepth(text: string): number {
  let depth = 0;
  for (const c of text) depth += c === '(' || c === '（' ? 1 : c === ')' || c === '）' ? -1 : 0;
  return depth;
}

function measureOf(unit: string): string {
  if (money.test(unit)) return 'amount';
  if (unit === '%' || unit === '‰') return 'rate';
  if (unit === '分') return 'score';
  return /^(?:人|名|位)$/.test(unit) ? 'headcount' : 'count';
}

function setChange(fact: NarrativeFactRecord, word: string, value: number, unit: string): void {
  if (fact.change_direction !== null) return;
  fact.change_direction = /减少|下降|降低/.test(word) ? 'decrease' : 'increase';
  // A change in percent of a money figure is a rate, not a value: only the direction is kept.
  if ((unit === '%') === (fact.unit === '%')) fact.change_value = value;
}

function addFact(
  subject: Subject,
  value: number,
  unit: string,
  sentence: string,
  section: SectionRecord,
  context: FormContext,
  measure: string,
): NarrativeFactRecord {
  const amount = money.test(unit)
    ? readAmount(`${new Decimal(value).toFixed()}${unit}`, '万元')
    : undefined;
  const source = Object.values(section.sources)[0];
  const confidence = subject.code === null ? 0.85 : 0.95;
  const fact: NarrativeFactRecord = {
    value_id: valueId(context, 'fact', context.form.narrative_facts.length + 1),
    confidence,
    sources: {
      value: {
        page: section.page,
        table_no: null,
        row_no: null,
        column_no: null,
        box: source?.box ?? null,
        raw_text: sentence,
        method: 'sentence',
        confidence,
      },
    },
    section_ordinal: section.ordinal,
    subject_code: subject.code,
    subject_raw: subject.raw,
    measure,
    value,
    unit,
    amount_fen: amount?.kind === 'amount' ? amount.fen : null,
    change_direction: null,
    change_value: null,
    sentence,
    subset_of: null,
  };
  context.form.narrative_facts.push(fact);
  return fact;
}
