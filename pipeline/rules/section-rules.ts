import type { MappedForm, SectionRecord } from '../../schemas/form.ts';
import { squeeze } from '../../schemas/text.ts';
import { readChineseNumber } from '../values/chinese-number.ts';
import { isSelfEvaluation, saysNothing } from './form-records.ts';
import { groupBy } from './group-by.ts';
import type { Rule } from './rule.ts';
import { idsOf } from './sum.ts';

type Style = 'chinese' | 'chinese-bracket' | 'digit' | 'digit-bracket';

interface Numbered {
  readonly section: SectionRecord;
  readonly style: Style;
  readonly ordinal: number;
}

const styles: readonly { style: Style; pattern: RegExp }[] = [
  { style: 'chinese-bracket', pattern: /^\(([一二三四五六七八九十]+)\)/u },
  { style: 'digit-bracket', pattern: /^\((\d{1,2})\)/u },
  { style: 'chinese', pattern: /^([一二三四五六七八九十]+)[、.,:]/u },
  { style: 'digit', pattern: /^(\d{1,2})[、.,:]?/u },
];

function parseNumber(section: SectionRecord): Numbered | undefined {
  const raw = squeeze(section.number_raw ?? '');
  for (const { style, pattern } of styles) {
    const text = pattern.exec(raw)?.[1];
    if (text === undefined) continue;
    const ordinal = /\d/.test(text) ? Number(text) : readChineseNumber(text);
    if (ordinal !== undefined) return { section, style, ordinal };
  }
  return undefined;
}

/** Numbered sections by the section above them, in order. */
function siblings(form: MappedForm): Numbered[][] {
  const path: SectionRecord[] = [];
  const numbered: { parent: string; item: Numbered }[] = [];
  for (const section of form.sections) {
    if (section.level <= 0) continue;
    while ((path.at(-1)?.level ?? -1) >= section.level) path.pop();
    const item = parseNumber(section);
    if (item !== undefined) {
      numbered.push({ parent: `${path.at(-1)?.value_id ?? ''}|${section.level}`, item });
    }
    path.push(section);
  }
  return [...groupBy(numbered, (n) => n.parent).values()].map((g) => g.map((n) => n.item));
}

const expectedStyles: Readonly<Record<number, Style>> = { 1: 'chinese', 2: 'chinese-bracket' };

/**
 * Headings of a group whose style or number breaks the row. One of a foreign style holds the place
 * it stands in, whatever its number: after 二、 and 4、 comes 四、.
 */
function broken(group: readonly Numbered[], styleOfLevel: Style | undefined): Numbered[] {
  let due = 1;
  return group.filter(({ style, ordinal }) => {
    const native = styleOfLevel === undefined || style === styleOfLevel;
    const fits = native && ordinal === due;
    due = native ? Math.max(due, ordinal) + 1 : due + 1;
    return !fits;
  });
}

/** The style a level is written in: the usual one if the form uses it there at all. */
function levelStyle(groups: readonly Numbered[][], level: number): Style | undefined {
  const usual = expectedStyles[level];
  const used = groups.flat().some((n) => n.section.level === level && n.style === usual);
  return used ? usual : undefined;
}

const sectionNumbering: Rule = {
  code: 'section_numbering',
  severity: 'warning',
  title: '标题序号错乱',
  basis: '党政机关公文格式（GB/T 9704）：结构层次序数依次为“一、”“（一）”“1.”“（1）”，逐层连续',
  formula: '同一层标题序号写法一致，从1起逐一连续',
  tolerance: '无',
  *check({ forms }) {
    for (const form of forms) {
      if (form.form_type === 'unknown_form') continue;
      const groups = siblings(form);
      const wrong = groups
        .flatMap((group) => broken(group, levelStyle(groups, group[0]?.section.level ?? 0)))
        .sort((a, b) => a.section.ordinal - b.section.ordinal);
      if (wrong.length === 0) continue;
      const said = wrong.map(
        ({ section }) =>
          `“${squeeze(section.number_raw ?? '')}${squeeze(section.heading ?? '').slice(0, 20)}”`,
      );
      yield {
        form,
        field: 'sections',
        actual: said.join('、'),
        message: `${wrong.length}处标题序号写法不一或不连续：${said.join('、')}。`,
        evidence: idsOf(wrong.map(({ section }) => section)),
      };
    }
  },
};

const mustSay = /问题|改进|措施|偏离|下一步/u;

const emptySection: Rule = {
  code: 'empty_section',
  severity: 'warning',
  title: '报告章节无内容',
  basis: '绩效自评报告提纲：“存在的问题及原因分析”“下一步改进措施”应有实际内容',
  formula: '标题含“问题”“改进措施”“偏离”的章节为空或只写“无”；自评满分的仅作说明',
  tolerance: '无',
  *check({ forms }) {
    const full = forms
      .filter(isSelfEvaluation)
      .every((form) => form.form_totals.every((t) => t.score === 100));
    for (const form of forms) {
      for (const [index, section] of form.sections.entries()) {
        const heading = squeeze(section.heading ?? '');
        const next = form.sections[index + 1];
        const parent = next !== undefined && next.level > section.level && section.level > 0;
        if (section.level <= 0 || parent || !mustSay.test(heading)) continue;
        if (!saysNothing(section.text) || /。.+/u.test(heading)) continue;
        const said = section.text?.trim();
        yield {
          form,
          field: heading,
          ...(said ? { actual: said } : {}),
          message: `“${heading.replace(/[。.]$/u, '')}”一节${said ? `只写“${said.replace(/[。.]$/u, '')}”` : '没有内容'}。`,
          evidence: [section.value_id],
          ...(full ? { severity: 'info' as const } : {}),
        };
      }
    }
  },
};

export const sectionRules: readonly Rule[] = [sectionNumbering, emptySection];
