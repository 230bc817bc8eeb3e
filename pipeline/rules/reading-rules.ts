import type { MappedForm } from '../../schemas/form.ts';
import { squeeze } from '../../schemas/text.ts';
import { amountOf, isSelfEvaluation, saysNothing } from './form-records.ts';
import { amountMeasureNames, baseMeasureNames, lineNames } from './names.ts';
import { readingDoubts } from './reading-doubts.ts';
import type { Finding, Rule } from './rule.ts';
import { idsOf } from './sum.ts';
import { isColumnShift, isTotalBlank } from './total-row.ts';

interface Unread {
  readonly value_id: string;
  readonly field: string;
  readonly name: string;
  readonly raw: string;
}

function unreadValues(form: MappedForm): Unread[] {
  const amounts = form.amounts.flatMap((a) =>
    a.amount_fen === null
      ? [
          {
            value_id: a.value_id,
            field: `${a.line_code}.${a.measure}`,
            name: `${lineNames[a.line_code]}${amountMeasureNames[a.measure]}`,
            raw: a.amount_raw,
          },
        ]
      : [],
  );
  const rates = form.executions.flatMap((e) =>
    e.execution_rate === null && e.execution_rate_raw !== null
      ? [
          {
            value_id: e.value_id,
            field: `${e.line_code}.execution_rate`,
            name: `${lineNames[e.line_code]}执行率`,
            raw: e.execution_rate_raw,
          },
        ]
      : [],
  );
  const items = form.base_data.flatMap((b) =>
    b.value === null && b.unit !== 'text'
      ? [
          {
            value_id: b.value_id,
            field: `${b.item_code}.${b.measure}`,
            name: `${squeeze(b.item_label_raw)}${baseMeasureNames[b.measure]}`,
            raw: b.value_raw,
          },
        ]
      : [],
  );
  return [...amounts, ...rates, ...items].filter(({ raw }) => !saysNothing(raw));
}

const valueUnparsed: Rule = {
  code: 'value_unparsed',
  severity: 'warning',
  title: '数字无法识别',
  basis: '金额、比率栏应只填数字（可带单位）；不能识别的原样保留，不作推测',
  formula: '金额、执行率、基础数据单元格有文字而读不出数（空白、“—”、“无”除外）',
  tolerance: '无',
  *check({ forms }) {
    for (const form of forms) {
      for (const { value_id, field, name, raw } of unreadValues(form)) {
        yield {
          form,
          field,
          actual: raw,
          message: `${name}填“${squeeze(raw)}”，不是可识别的数字。`,
          evidence: [value_id],
        };
      }
    }
  },
};

/** Below this a value is shown for a person's look. */
const doubtful = 0.75;

const lowConfidence: Rule = {
  code: 'low_confidence',
  severity: 'warning',
  title: '识别把握低',
  basis: '扫描件识别或推断所得的数字，应由人核对原件',
  formula:
    '把握低于0.75的值，逐表列出；读取时有疑问的地方（数字被裁切、叠印、断行，跨页的行与列等），逐类列出',
  tolerance: '无',
  *check({ forms, notices = [] }) {
    for (const form of forms) {
      const values = [
        ...form.amounts,
        ...form.executions,
        ...form.indicators,
        ...form.base_data,
        ...form.form_totals,
      ].filter((v) => v.confidence < doubtful);
      const lowest = Math.min(...values.map((v) => v.confidence));
      if (values.length === 0) continue;
      yield {
        form,
        field: 'confidence',
        expected: `${doubtful}`,
        actual: lowest.toFixed(2),
        message: `本表有${values.length}个值识别把握低于${doubtful}（最低${lowest.toFixed(2)}），请核对原件。`,
        evidence: idsOf(values),
      };
    }
    yield* readingDoubts(notices);
  },
};

function missingAmounts(form: MappedForm): Finding[] {
  const hasColumns = form.amounts.some((a) => a.measure !== 'reported');
  if (!hasColumns || isTotalBlank(form) || isColumnShift(form)) return [];
  return (['annual_budget', 'executed'] as const)
    .filter(
      (measure) =>
        amountOf(form, 'total', measure) === undefined &&
        !form.amounts.some((a) => a.line_code === 'total' && a.measure === measure) &&
        form.amounts.some((a) => a.line_code === 'total' && a.measure !== 'reported'),
    )
    .map((measure) => ({
      form,
      field: measure,
      expected: amountMeasureNames[measure],
      message: `年度资金总额的${amountMeasureNames[measure]}空白。`,
      evidence: idsOf(form.amounts.filter((a) => a.line_code === 'total')),
    }));
}

function missingIdentity(form: MappedForm): Finding[] {
  const project = form.form_type === 'project_self_evaluation';
  const wanted = [
    { field: 'unit_name', name: '单位名称', missing: form.unit_name === null },
    { field: 'fiscal_year', name: '年度', missing: form.fiscal_year === null },
    { field: 'project_name', name: '项目名称', missing: project && form.project_name === null },
  ];
  return wanted
    .filter(({ missing }) => missing)
    .map(({ field, name }) => ({
      form,
      field,
      expected: name,
      message: `本表没有填${name}。`,
      evidence: [],
    }));
}

const missingRequiredField: Rule = {
  code: 'missing_required_field',
  severity: 'warning',
  title: '必填项空白',
  basis: '自评表：单位名称、年度、项目名称，年度资金总额的全年预算数、全年执行数为必填项',
  formula: '上述各项有值（总额一行全空的由 total_blank 提出，错栏的由 column_shift 提出）',
  tolerance: '无',
  *check({ forms }) {
    for (const form of forms.filter(isSelfEvaluation)) {
      yield* missingIdentity(form);
      yield* missingAmounts(form);
    }
  },
};

export const readingRules: readonly Rule[] = [valueUnparsed, lowConfidence, missingRequiredField];
