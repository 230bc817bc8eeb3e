import type { MappedForm } from '../../schemas/form.ts';
import { squeeze } from '../../schemas/text.ts';
import type { Rule } from './rule.ts';

interface Text {
  readonly value_id: string;
  readonly text: string;
}

/** What a form prints for the clerk to write over. */
const prompts: readonly RegExp[] = [
  /\d{2,4}字(?:以内|左右)/u,
  /^(?:指标|目标|任务|项目)\d{1,2}[:：.、]?$/u,
  /^(?:[.。·…]{2,}|…)$/u,
  /(?<![A-Za-z\d])[Xx×]{2,}(?![A-Za-z\d])/u,
  /[(（](?:此处|请在此|请)(?:填写|简述|说明|概述|插入)/u,
];

function textsOf(form: MappedForm): Text[] {
  const own = [form.project_name, form.unit_name].map((text) => ({ value_id: form.form_id, text }));
  const indicators = form.indicators.flatMap((i) =>
    [i.level3, i.target_raw, i.actual_raw, i.deviation_reason].map((text) => ({
      value_id: i.value_id,
      text,
    })),
  );
  const goals = form.goals.flatMap((g) =>
    [g.expected_text, g.actual_text].map((text) => ({ value_id: g.value_id, text })),
  );
  const tasks = form.key_tasks.flatMap((t) =>
    [t.task, t.responsible_unit, t.goal].map((text) => ({ value_id: t.value_id, text })),
  );
  return [...own, ...indicators, ...goals, ...tasks].flatMap(({ value_id, text }) =>
    text === null ? [] : [{ value_id, text: squeeze(text) }],
  );
}

/** Texts that a finding quotes; the rest is counted. */
const quoted = 5;

export const templateTextLeft: Rule = {
  code: 'template_text_left',
  severity: 'warning',
  title: '填表提示未删除',
  basis: '表内的填写提示、示例（“100字以内”“指标1：”“XX”“……”）应在填报时改为实际内容',
  formula: '名称、指标、目标、任务单元格中仍有填写提示或占位符',
  tolerance: '无',
  *check({ forms }) {
    for (const form of forms) {
      const left = textsOf(form).filter(({ text }) => prompts.some((p) => p.test(text)));
      if (left.length === 0) continue;
      const texts = [...new Set(left.map(({ text }) => `“${text.slice(0, 30)}”`))];
      const more = texts.length > quoted ? '等' : '';
      yield {
        form,
        field: 'template',
        actual: texts[0],
        message: `本表有${left.length}处填表提示或占位符未改为实际内容：${texts.slice(0, quoted).join('、')}${more}。`,
        evidence: left.map(({ value_id }) => value_id),
      };
    }
  },
};
