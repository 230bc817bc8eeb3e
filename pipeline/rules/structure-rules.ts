import type { FormType } from '../../schemas/codes.ts';
import type { MappedForm } from '../../schemas/form.ts';
import { squeeze } from '../../schemas/text.ts';
import { groupBy } from './group-by.ts';
import type { Rule } from './rule.ts';

interface Attachment {
  readonly form: MappedForm;
  readonly number: number;
  /** What stands below the heading, to tell a repeat from a reprint. */
  readonly heading: string;
  readonly value_id: string | undefined;
}

const attachmentLine = /^附(?:件|表)([一二三四五六七八九十]|\d{1,2})(?=$|[:：、.\s—-]|\D)/u;
const chineseDigits = '零一二三四五六七八九十';

function attachmentNumber(line: string): number | undefined {
  // A mention in a sentence ("附件3所列各项…。") is no heading.
  const text = line.normalize('NFKC').trim();
  const found = attachmentLine.exec(text.replace(/\s+/gu, ''))?.[1];
  if (found === undefined || text.length > 40 || /[。；;]$/u.test(text)) return undefined;
  return /\d/.test(found) ? Number(found) : chineseDigits.indexOf(found);
}

/** Attachment headings in reading order: in text between the forms, and above their titles. */
function attachments(forms: readonly MappedForm[]): Attachment[] {
  return forms.flatMap((form) => {
    const texts = [
      { text: form.title, value_id: undefined },
      ...form.sections
        .filter((s) => s.level === 0)
        .map((s) => ({ text: [s.heading, s.text].join('\n'), value_id: s.value_id })),
    ];
    return texts.flatMap(({ text, value_id }) => {
      const lines = joinBroken(text ?? '');
      return lines.flatMap((line, index) => {
        const number = attachmentNumber(line);
        if (number === undefined) return [];
        return [{ form, number, heading: lines.slice(index, index + 3).join(''), value_id }];
      });
    });
  });
}

/** Lines; a 附件 whose number stands on the next line is put together again. */
function joinBroken(text: string): string[] {
  return text
    .replace(/(附[件表])\s*\n\s*(?=[\d一二三四五六七八九十]{1,2}\s*(?:\n|$))/gu, '$1')
    .split('\n');
}

const attachmentGap: Rule = {
  code: 'attachment_gap',
  severity: 'info',
  title: '附件编号缺号',
  basis: '公文附件应连续编号；缺号的，可能漏报一张表或漏写一个标题',
  formula: '附件编号从1起连续',
  tolerance: '无',
  *check({ forms }) {
    const found = attachments(forms);
    const numbers = new Set(found.map((a) => a.number));
    if (numbers.size < 2) return;
    const last = Math.max(...numbers);
    const missing = Array.from({ length: last }, (_, i) => i + 1).filter((n) => !numbers.has(n));
    if (missing.length === 0) return;
    yield {
      form: null,
      field: 'attachment',
      expected: missing.map((n) => `附件${n}`).join('、'),
      actual: found.map((a) => a.number).join('、'),
      message: `附件编号缺少${missing.map((n) => `“附件${n}”`).join('、')}（现有${found.map((a) => a.number).join('、')}）。`,
      evidence: found.flatMap((a) => a.value_id ?? []),
    };
  },
};

const attachmentDuplicate: Rule = {
  code: 'attachment_duplicate',
  severity: 'warning',
  title: '附件编号重复',
  basis: '公文附件应连续编号，一个编号只对应一个附件',
  formula: '同一附件编号出现一次',
  tolerance: '无',
  *check({ forms }) {
    for (const group of groupBy(attachments(forms), (a) => String(a.number)).values()) {
      const [first] = group;
      if (first === undefined || group.length < 2) continue;
      yield {
        form: null,
        field: `附件${first.number}`,
        expected: '1次',
        actual: `${group.length}次`,
        message: `“附件${first.number}”出现${group.length}次：${group.map((a) => `“${squeeze(a.heading).slice(0, 40)}”`).join('、')}。`,
        evidence: group.flatMap((a) => a.value_id ?? []),
      };
    }
  },
};

const formNames: Partial<Record<FormType, string>> = {
  overall_base_data: '部门整体支出绩效评价基础数据表',
  overall_self_evaluation: '部门整体支出绩效自评表',
  overall_report: '部门整体支出绩效自评报告',
  overall_target: '部门整体支出绩效目标申报表',
  project_self_evaluation: '项目支出绩效自评表',
};

const untitledForm: Rule = {
  code: 'untitled_form',
  severity: 'warning',
  title: '表无标题',
  basis: '每张表应有标题，标明表名和年度',
  formula: '识别出类型的表没有标题',
  tolerance: '无',
  *check({ forms }) {
    for (const form of forms) {
      if (form.title !== null || form.form_type === 'unknown_form') continue;
      const name = formNames[form.form_type];
      yield {
        form,
        field: 'title',
        message: `第${form.ordinal}张表无标题${name === undefined ? '' : `，按表内栏目识别为“${name}”`}。`,
        evidence: [],
      };
    }
  },
};

/** What a unit hands in together, in the order of its attachments. */
const package_: readonly FormType[] = [
  'overall_base_data',
  'overall_self_evaluation',
  'overall_report',
];

const missingForm: Rule = {
  code: 'missing_form',
  severity: 'info',
  title: '材料缺表',
  basis: '部门整体支出绩效自评通知：材料包括基础数据表、自评表和自评报告',
  formula: '材料中已有其中两种而缺第三种',
  tolerance: '无',
  *check({ forms }) {
    const present = new Set(forms.map((form) => form.form_type));
    const missing = package_.filter((type) => !present.has(type));
    const [type] = missing;
    if (missing.length !== 1 || type === undefined) return;
    yield {
      form: null,
      field: type,
      expected: formNames[type] ?? type,
      message: `材料中没有《${formNames[type] ?? type}》。`,
      evidence: [],
    };
  },
};

const signature = /填[报表]人[:：]/u;
const unfilled = /填[报表]人[:：]\s*(?:填[报表]日期|联系电话|单位负责人|负责人|$)/mu;

const unsigned: Rule = {
  code: 'unsigned',
  severity: 'info',
  title: '未签名',
  basis: '自评表末尾：填报人、联系电话、填报日期、单位负责人签字应填写齐全',
  formula: '有“填报人：”栏而其后空白，且无填报日期；一份材料只提一次',
  tolerance: '无',
  *check({ forms }) {
    const unfilledForms = forms.flatMap((form) => {
      const blank = form.sections.find((section) => {
        const text = (section.text ?? '').normalize('NFKC');
        return signature.test(text) && unfilled.test(text);
      });
      return blank === undefined || form.filled_on !== null ? [] : [{ form, blank }];
    });
    const [first, ...others] = unfilledForms;
    if (first === undefined) return;
    yield {
      form: others.length === 0 ? first.form : null,
      field: 'signature',
      message: `${others.length === 0 ? '表末' : `${unfilledForms.length}张表的`}填报人、填报日期等栏空白。`,
      evidence: unfilledForms.map(({ blank }) => blank.value_id),
    };
  },
};

export const structureRules: readonly Rule[] = [
  attachmentGap,
  attachmentDuplicate,
  untitledForm,
  missingForm,
  unsigned,
];
