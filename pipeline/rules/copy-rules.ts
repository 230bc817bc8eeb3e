import type { IndicatorRecord, MappedForm } from '../../schemas/form.ts';
import { squeeze } from '../../schemas/text.ts';
import { indicatorName, saysNothing } from './form-records.ts';
import type { Rule } from './rule.ts';
import { idsOf } from './sum.ts';

const bounds = new Set(['gte', 'lte', 'gt', 'lt']);
const goalMinimum = 8;

function copiedIndicators(form: MappedForm): IndicatorRecord[] {
  return form.indicators.filter(
    (i) =>
      i.target_value !== null &&
      i.actual_value !== null &&
      i.actual_operator !== null &&
      bounds.has(i.actual_operator),
  );
}

const actualCopiesTarget: Rule = {
  code: 'actual_copies_target',
  severity: 'warning',
  title: '完成值照抄目标',
  basis:
    '自评表：实际完成值应为实测结果，不应带“≥”“不少于”等比较符号；完成情况不应逐字照抄预期目标',
  formula: '实际完成值带比较符号；或年度目标实际完成情况与预期目标逐字相同（8字以上）',
  tolerance: '无',
  *check({ forms }) {
    for (const form of forms) {
      for (const goal of form.goals) {
        const expected = squeeze(goal.expected_text ?? '');
        if (expected.length < goalMinimum || expected !== squeeze(goal.actual_text ?? '')) continue;
        yield {
          form,
          field: 'goals',
          expected: goal.expected_text ?? undefined,
          actual: goal.actual_text ?? undefined,
          message: `年度总体目标的实际完成情况与预期目标逐字相同：“${expected.slice(0, 30)}${expected.length > 30 ? '……' : ''}”。`,
          evidence: [goal.value_id],
        };
      }
      const copied = copiedIndicators(form);
      if (copied.length === 0) continue;
      const said = copied.map((i) => `${indicatorName(i)}填“${squeeze(i.actual_raw ?? '')}”`);
      yield {
        form,
        field: 'actual',
        actual: `${copied.length}项`,
        message: `${copied.length}项指标的实际完成值带比较符号，不是实测结果：${said.join('、')}。`,
        evidence: idsOf(copied),
      };
    }
  },
};

const reusedGoal: Rule = {
  code: 'reused_goal',
  severity: 'warning',
  title: '不同项目目标相同',
  basis: '项目支出绩效目标应与项目内容相对应，不同项目不应使用同一段目标文字',
  formula: '两个项目的年度预期目标逐字相同（8字以上），而项目名称不同',
  tolerance: '无',
  *check({ forms }) {
    const goals = forms.flatMap((form) =>
      form.project_name === null
        ? []
        : form.goals.map((goal) => ({ form, goal, project: squeeze(form.project_name ?? '') })),
    );
    for (const [index, later] of goals.entries()) {
      const text = squeeze(later.goal.expected_text ?? '');
      if (text.length < goalMinimum || saysNothing(text)) continue;
      const earlier = goals
        .slice(0, index)
        .find((g) => squeeze(g.goal.expected_text ?? '') === text && g.project !== later.project);
      if (earlier === undefined || earlier.form === later.form) continue;
      yield {
        form: later.form,
        field: 'goals',
        actual: later.goal.expected_text ?? undefined,
        message: `项目“${later.project}”的年度目标与项目“${earlier.project}”逐字相同：“${text.slice(0, 30)}${text.length > 30 ? '……' : ''}”。`,
        evidence: [later.goal.value_id, earlier.goal.value_id],
      };
    }
  },
};

export const copyRules: readonly Rule[] = [actualCopiesTarget, reusedGoal];
