import { Decimal } from 'decimal.js';
import type { MappedForm, NarrativeFactRecord } from '../../schemas/form.ts';
import { squeeze } from '../../schemas/text.ts';
import { wanYuan } from './money.ts';
import {
  factOf,
  isMoney,
  isPartial,
  type MoneyFact,
  moneyFacts,
  partsOf,
  plainSubject,
} from './narrative-facts.ts';
import { basicParts } from './narrative-rules.ts';
import { addPoints, percent } from './points.ts';
import type { Finding, Rule } from './rule.ts';
import { checkSum, idsOf, moneyColumns, spellSum } from './sum.ts';

function spellFacts(facts: readonly MoneyFact[]): string {
  return spellSum(facts.map((f) => ({ name: squeeze(f.subject_raw), amount_fen: f.amount_fen })));
}

function basicFinding(form: MappedForm): Finding | undefined {
  const parts = basicParts(form);
  const total = factOf(form, ['基本支出']);
  if (total === undefined || parts.length === 0) return undefined;
  const { sum, difference, agrees } = checkSum(total, parts);
  if (agrees) return undefined;
  return {
    form,
    field: '基本支出',
    ...moneyColumns(sum, total.amount_fen),
    message: `报告所述基本支出${wanYuan(total.amount_fen)}，其${spellFacts(parts)}，相差${wanYuan(Math.abs(difference))}。`,
    evidence: idsOf([total, ...parts]),
  };
}

type Counted = NarrativeFactRecord & { readonly value: number };

function isPerson(fact: NarrativeFactRecord): fact is Counted {
  return fact.value !== null && /^[人名]$/u.test(fact.unit ?? '');
}

/** The parts of a whole that its sentence lists; a list opened by 含 or 主要 need not be complete. */
function listFinding(
  form: MappedForm,
  whole: NarrativeFactRecord,
  parts: readonly NarrativeFactRecord[],
): Finding | undefined {
  const name = squeeze(whole.subject_raw);
  if (isMoney(whole) && parts.every(isMoney)) {
    const money = parts.filter(isMoney);
    const { sum, difference, agrees } = checkSum(whole, money);
    if (agrees || money.length < 2) return undefined;
    return {
      form,
      field: name,
      ...moneyColumns(sum, whole.amount_fen),
      message: `报告所述${name}${wanYuan(whole.amount_fen)}，所列${spellFacts(money)}，相差${wanYuan(Math.abs(difference))}。`,
      evidence: idsOf([whole, ...money]),
      severity: 'warning',
    };
  }
  if (!isPerson(whole) || !parts.every(isPerson) || parts.length < 2) return undefined;
  const persons = parts.filter(isPerson);
  const openList = isPartial(listText(whole, parts));
  const sum = addPoints(persons.map((p) => p.value));
  if (sum === whole.value || (sum < whole.value && openList)) return undefined;
  const listed = persons.map((p) => `${squeeze(p.subject_raw)}${p.value}人`).join(' + ');
  return {
    form,
    field: name,
    expected: `${sum}人`,
    actual: `${whole.value}人`,
    difference: `${whole.value - sum}人`,
    message: `报告所述${name}${whole.value}人，所列${listed} = ${sum}人，相差${Math.abs(whole.value - sum)}人。`,
    evidence: idsOf([whole, ...persons]),
    severity: 'warning',
  };
}

/** The sentence from the whole to its first part: where 含 or 其中 stands. */
function listText(whole: NarrativeFactRecord, parts: readonly NarrativeFactRecord[]): string {
  const { sentence } = whole;
  const start = Math.max(sentence.indexOf(whole.subject_raw), 0);
  const first = parts[0]?.subject_raw ?? '';
  const end = sentence.indexOf(first, start + whole.subject_raw.length);
  return end < 0 ? sentence.slice(start) : sentence.slice(start, end + first.length);
}

const narrativeSum: Rule = {
  code: 'narrative_sum',
  severity: 'error',
  title: '报告分项与合计不符',
  basis: '自评报告所列分项应与合计相等：人员经费+公用经费=基本支出，各类编制人数之和=总人数',
  formula:
    '工资福利+商品和服务+对个人和家庭补助（人员经费+公用经费）=基本支出；括号内或“其中”所列各项之和=所属数。后者只提示复核；“含”“其中”所列人数不足的不提',
  tolerance: 'max(0.015, 0.006×项数)万元；人数无',
  *check({ forms }) {
    for (const form of forms) {
      const basic = basicFinding(form);
      if (basic !== undefined) yield basic;
      for (const whole of form.narrative_facts) {
        if (basic?.evidence.includes(whole.value_id)) continue;
        const parts = partsOf(form, whole).filter((part) => part.unit !== '%');
        const finding = parts.length < 2 ? undefined : listFinding(form, whole, parts);
        if (finding !== undefined) yield finding;
      }
    }
  },
};

interface Share {
  readonly part: MoneyFact;
  readonly whole: Pick<MoneyFact, 'amount_fen' | 'value_id'> & { readonly name: string };
}

/** 人员经费…占基本支出的50.52%: the money before the percent, over the whole it names. */
function shareOf(form: MappedForm, fact: NarrativeFactRecord): Share | undefined {
  const subject = squeeze(fact.subject_raw);
  const facts = moneyFacts(form).filter((f) => f.sentence === fact.sentence);
  const own = /^(人员经费|公用经费)/u.exec(subject)?.[1];
  const before = form.narrative_facts.indexOf(fact);
  const part =
    facts.find((f) => own !== undefined && plainSubject(f).startsWith(own)) ??
    facts.filter((f) => form.narrative_facts.indexOf(f) < before).at(-1);
  if (part === undefined) return undefined;
  const basic = factOf(form, ['基本支出']);
  if (basic !== undefined) return { part, whole: { ...basic, name: '基本支出' } };
  const uses = basicParts(form);
  if (uses.length !== 2) return undefined;
  const sum = uses.reduce((total, f) => total + f.amount_fen, 0);
  return {
    part,
    whole: { amount_fen: sum, value_id: uses[0]?.value_id ?? '', name: '人员与公用经费之和' },
  };
}

/** Half a unit of the last printed digit of a percent, and a little for the rounding of the amounts. */
function shareTolerance(value: number): number {
  const places = new Decimal(value).decimalPlaces();
  return 0.5 * 10 ** -Math.max(places, 1) + 0.02;
}

const narrativeRatio: Rule = {
  code: 'narrative_ratio',
  severity: 'warning',
  title: '报告占比与金额不符',
  basis: '自评报告所述百分比应能由同段金额算出',
  formula: '人员经费（公用经费）占基本支出的百分比=该项金额÷基本支出',
  tolerance: '印出的末位的一半+0.02个百分点',
  *check({ forms }) {
    for (const form of forms) {
      for (const fact of form.narrative_facts) {
        if (fact.unit !== '%' || fact.value === null) continue;
        const said = squeeze(fact.subject_raw);
        if (!/占基本支出|^(?:人员|公用)经费(?:支出)?$/u.test(said)) continue;
        const share = shareOf(form, fact);
        if (share === undefined || share.whole.amount_fen <= 0) continue;
        const due = share.part.amount_fen / share.whole.amount_fen;
        if (Math.abs(due * 100 - fact.value) <= shareTolerance(fact.value)) continue;
        const name = squeeze(share.part.subject_raw);
        yield {
          form,
          field: `${plainSubject(share.part)}占基本支出`,
          expected: percent(due),
          actual: `${fact.value}%`,
          message: `报告所述${name}${wanYuan(share.part.amount_fen)}占基本支出的${fact.value}%，按${share.whole.name}${wanYuan(share.whole.amount_fen)}计算应为${percent(due)}。`,
          evidence: idsOf([fact, share.part, share.whole]),
        };
      }
    }
  },
};

export const narrativeSumRules: readonly Rule[] = [narrativeSum, narrativeRatio];
