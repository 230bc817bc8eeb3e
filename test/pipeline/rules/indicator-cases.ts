import type { IndicatorGroup, IndicatorRecord, MappedForm } from '../../../schemas/form.ts';
import { execution, form, goal, indicator, total } from './form-builder.ts';
import type { RuleCase } from './rule-cases.ts';

const table = (indicators: IndicatorRecord[], parts: Partial<MappedForm> = {}) =>
  form('overall_self_evaluation', { indicators, ...parts });
const weights = (...points: (number | null)[]) =>
  points.map((weight, i) => indicator(`指标${i}`, { weight, score: weight }));
const one = (parts: Partial<IndicatorRecord>, name = '办结率') => table([indicator(name, parts)]);

const group = (printed_weight: number, members: IndicatorRecord[]): IndicatorGroup => ({
  level: 1,
  label_raw: '效益指标\n（20分）',
  level1_code: 'benefit',
  level2_code: null,
  printed_weight,
  indicators: members.map((m) => m.value_id),
  source: {
    page: null,
    table_no: 1,
    row_no: 1,
    column_no: 1,
    box: null,
    raw_text: '',
    method: 'cell',
    confidence: 1,
  },
});
const grouped = (printed: number, members: IndicatorRecord[]) =>
  table(members, { groups: [group(printed, members)] });

/** A bare target and its outcome, in full score. */
const bare = (
  name: string,
  target: number,
  actual: number,
  unit: string,
  more: Partial<IndicatorRecord> = {},
) =>
  one(
    {
      target_operator: 'eq',
      target_raw: `${target}${unit}`,
      target_value: target,
      target_unit: unit,
      actual_raw: `${actual}${unit}`,
      actual_value: actual,
      actual_unit: unit,
      ...more,
    },
    name,
  );

const words = (target: string, actual: string) => ({
  target_raw: target,
  target_operator: 'text' as const,
  target_value: null,
  target_unit: null,
  actual_raw: actual,
  actual_operator: 'text' as const,
  actual_value: null,
  actual_unit: null,
});
const level = (code: 'output' | 'benefit' | 'satisfaction' | 'cost', weight: number) =>
  indicator(code, { level1_code: code, level1_raw: code, weight, score: weight });

export const indicatorCases: readonly RuleCase[] = [
  {
    code: 'weights_sum',
    name: '95 points',
    forms: [table(weights(50, 35), { executions: [execution()] })],
    says: '之和为95分，应为100分，相差5分',
  },
  {
    code: 'weights_sum',
    name: '100 points with execution',
    forms: [table(weights(50, 40), { executions: [execution()] })],
    says: null,
  },
  {
    code: 'weights_sum',
    name: 'execution points printed on two rows, counted once',
    forms: [
      table(weights(50, 40), {
        executions: [execution(), execution({ line_code: 'current_appropriation' })],
      }),
    ],
    says: null,
  },
  {
    code: 'weights_sum',
    name: '100 points of indicators alone',
    forms: [table(weights(60, 40))],
    says: null,
  },
  {
    code: 'weights_sum',
    name: 'a blank weight that could hold the rest, as a warning',
    forms: [table(weights(50, 20, null), { executions: [execution()] })],
    says: '另有1项指标分值空白',
    severity: 'warning',
  },
  {
    code: 'group_weights_sum',
    name: 'a label that is not its indicators',
    forms: [grouped(20, weights(5, 10))],
    says: '“效益指标（20分）”标明20分，其下各项指标分值之和为15分',
  },
  {
    code: 'group_weights_sum',
    name: 'a label that is',
    forms: [grouped(20, weights(5, 15))],
    says: null,
  },
  {
    code: 'group_weights_sum',
    name: 'a label over a blank weight',
    forms: [grouped(20, weights(5, null))],
    says: null,
  },
  {
    code: 'weights_unusual_set',
    name: '70/10/10',
    forms: [
      table([level('output', 70), level('benefit', 10), level('satisfaction', 10)], {
        executions: [execution()],
      }),
    ],
    says: 'output70分',
  },
  {
    code: 'weights_unusual_set',
    name: '40/20/10/20',
    forms: [
      table(
        [level('output', 40), level('benefit', 20), level('satisfaction', 10), level('cost', 20)],
        { executions: [execution()] },
      ),
    ],
    says: null,
  },
  {
    code: 'scores_sum',
    name: 'a total that is not the scores',
    forms: [table(weights(50, 39), { executions: [execution()], form_totals: [total(100, 95)] })],
    says: '之和为99分，总分填95分，相差4分',
  },
  {
    code: 'scores_sum',
    name: 'a total rounded to whole points',
    forms: [
      table(weights(50, 36.79), { executions: [execution()], form_totals: [total(100, 97)] }),
    ],
    says: null,
  },
  {
    code: 'scores_sum',
    name: 'blank scores that could hold the rest, as a warning',
    forms: [
      table(weights(50, 20, null), {
        executions: [execution({ score: null })],
        form_totals: [total(100, 100)],
      }),
    ],
    says: '有得分空白未填',
    severity: 'warning',
  },
  {
    code: 'score_exceeds_weight',
    name: '10 of 8 points',
    forms: [one({ weight: 8, score: 10 })],
    says: '超出2分',
  },
  {
    code: 'score_exceeds_weight',
    name: '8 of 8 points',
    forms: [one({ weight: 8, score: 8 })],
    says: null,
  },
  {
    code: 'full_score_target_missed',
    name: '88 % of ≥90 %',
    forms: [one({ actual_value: 88, actual_raw: '88%' })],
    says: '未达到目标，仍得满分10分',
  },
  {
    code: 'full_score_target_missed',
    name: 'a cost far above its budget',
    forms: [
      one(
        {
          target_raw: '232.5',
          target_operator: 'eq',
          target_value: 232.5,
          target_unit: null,
          actual_raw: '840.3万元',
          actual_value: 840.3,
          actual_unit: '万元',
        },
        '预算安排资金数额',
      ),
    ],
    says: '“840.3万元”',
  },
  {
    code: 'full_score_target_missed',
    name: 'a date after its deadline',
    forms: [
      one(
        {
          ...words('2024年11月底前', '2024年12月5日'),
          target_date: '2024-11-30',
          actual_date: '2024-12-05',
        },
        '完成时间',
      ),
    ],
    says: '2024年12月5日',
  },
  {
    code: 'full_score_target_missed',
    name: 'fewer complaints than allowed',
    forms: [
      one(
        {
          target_raw: '3%',
          target_operator: 'eq',
          target_value: 3,
          actual_value: 1,
          actual_raw: '1%',
        },
        '行政投诉率',
      ),
    ],
    says: null,
  },
  {
    code: 'full_score_target_missed',
    name: 'more than a bare target',
    forms: [one({ target_operator: 'eq', target_raw: '90%', actual_value: 99 })],
    says: null,
  },
  {
    code: 'full_score_target_missed',
    name: '1 200 万 of 1 200 万元 and more',
    forms: [
      one(
        { target_value: 1200, target_unit: '万元', actual_value: 1200, actual_unit: '万' },
        '全年总税收',
      ),
    ],
    says: null,
  },
  {
    code: 'full_score_target_missed',
    name: 'days against working days',
    forms: [
      one(
        {
          target_operator: 'lte',
          target_value: 15,
          target_unit: '个工作日',
          actual_value: 20,
          actual_unit: '天',
        },
        '办理时限',
      ),
    ],
    says: null,
  },
  ...(
    [
      ['响应时间', 24, 2, '小时'],
      ['平均等待时间', 30, 20, '分钟'],
      ['办结时限', 5, 3, '个工作日'],
      ['城镇登记失业率', 5.5, 4.2, '%'],
      ['差错率', 1, 0.2, '%'],
      ['PM2.5年均浓度', 35, 30, '微克/立方米'],
      ['万元GDP能耗', 0.5, 0.45, '吨标准煤'],
      ['项目变更率', 10, 3, '%'],
      ['信访量', 100, 80, '件'],
      ['安全事故发生次数', 2, 0, '次'],
    ] as const
  ).map(([name, target, actual, unit]) => ({
    code: 'full_score_target_missed',
    name: `${name} below a bare target`,
    forms: [bare(name, target, actual, unit)],
    says: null,
  })),
  {
    code: 'full_score_target_missed',
    name: 'a quick piece of work, by its level and unit',
    forms: [bare('来电接听', 10, 4, '分钟', { level2_code: 'timeliness' })],
    says: null,
  },
  {
    code: 'full_score_target_missed',
    name: 'a slow piece of work, by its name',
    forms: [bare('办结时限', 5, 8, '个工作日')],
    says: '未达到目标，仍得满分10分',
  },
  {
    code: 'full_score_target_missed',
    name: 'a share below its bare target',
    forms: [bare('信访投诉办结率', 94, 88, '%')],
    says: '未达到目标，仍得满分10分',
  },
  {
    code: 'full_score_target_missed',
    name: 'a figure whose direction nothing tells, as a warning',
    forms: [bare('库存周转', 30, 25, '吨')],
    says: '请核对是否达到目标',
    severity: 'warning',
  },
  {
    code: 'full_score_target_missed',
    name: 'a cell of two figures, as a warning',
    forms: [
      one(
        {
          ...words('≥30人；≥20户', '25人；22户'),
          target_operator: 'gte',
          target_value: 30,
          target_unit: '人',
          actual_operator: 'eq',
          actual_value: 25,
          actual_unit: '人',
        },
        '帮扶对象',
      ),
    ],
    says: '请核对是否达到目标',
    severity: 'warning',
  },
  {
    code: 'full_score_target_missed',
    name: 'a list told twice in the same words',
    forms: [
      one(
        {
          ...words('⑴30人⑵20人', '（1）30人（2）20人'),
          target_operator: 'eq',
          target_value: 30,
          target_unit: '人',
          actual_operator: 'eq',
          actual_value: 20,
          actual_unit: '人',
        },
        '带动就业',
      ),
    ],
    says: null,
  },
  {
    code: 'deducted_though_met',
    name: 'more of what may want to be less',
    forms: [{ ...bare('库存周转', 30, 40, '吨', { score: 8 }) }],
    says: null,
  },
  {
    code: 'several_values',
    name: 'a list in a target',
    forms: [one(words('≥4条、5条', '9条'), '新修道路')],
    says: '“新修道路”填“≥4条、5条”',
  },
  {
    code: 'several_values',
    name: 'a figure cut in two by a line, or two of them',
    forms: [one(words('≥9\n5%', '96%'), '合格率')],
    says: '“合格率”填“≥9/5%”',
  },
  {
    code: 'several_values',
    name: 'bounds, a bracket and how often',
    forms: [
      table([
        indicator('甲', words('≥90%且≤100%', '95%')),
        indicator('乙', words('12个(其中新建3个)', '12个')),
        indicator('丙', words('每季度1次，全年4次', '4次')),
      ]),
    ],
    says: null,
  },
  {
    code: 'target_unmeasurable',
    name: 'a target that sets no level',
    forms: [one(words('按实际情况', '12件'), '行政处罚案件')],
    says: '“按实际情况”',
  },
  {
    code: 'target_unmeasurable',
    name: 'a word of a ladder',
    forms: [one(words('显著提升', '显著提升'), '群众生活水平')],
    says: null,
  },
  {
    code: 'deducted_though_met',
    name: 'points lost on a target that was met',
    forms: [one({ score: 8 })],
    says: '却只得8分（分值10分）',
  },
  {
    code: 'deducted_though_met',
    name: 'points lost on a target that was missed',
    forms: [one({ score: 8, actual_value: 85 })],
    says: null,
  },
  {
    code: 'lost_score_unexplained',
    name: 'points lost without a word',
    forms: [one({ score: 8, deviation_reason: '无' })],
    says: '扣2分',
  },
  {
    code: 'lost_score_unexplained',
    name: 'points lost with a reason',
    forms: [one({ score: 8, deviation_reason: '宣传力度不够，下一步加大' })],
    says: null,
  },
  {
    code: 'explanation_without_loss',
    name: 'a reason beside full marks',
    forms: [one({ deviation_reason: '部分指标第二年考核' })],
    says: '部分指标第二年考核',
  },
  {
    code: 'explanation_without_loss',
    name: '无 beside full marks',
    forms: [one({ deviation_reason: '无。' })],
    says: null,
  },
  {
    code: 'generic_explanation',
    name: 'a word for a reason',
    forms: [one({ score: 8, deviation_reason: '较好' })],
    says: '只写“较好”',
  },
  {
    code: 'generic_explanation',
    name: 'a sentence for a reason',
    forms: [one({ score: 8, deviation_reason: '设备采购流程较长' })],
    says: null,
  },
  {
    code: 'indicator_incomplete',
    name: 'a blank weight and score',
    forms: [table([...weights(40, 40), indicator('优化用电', { weight: null, score: null })])],
    says: '“优化用电”的分值、得分空白',
  },
  {
    code: 'indicator_incomplete',
    name: 'execution without its score',
    forms: [table(weights(40, 50), { executions: [execution({ score: null })] })],
    says: '预算执行分值10分，得分空白',
  },
  {
    code: 'indicator_incomplete',
    name: 'a form without scores at all',
    forms: [
      form('special_fund_self_evaluation', {
        indicators: [
          indicator('甲', { weight: null, score: null }),
          indicator('乙', { weight: null, score: null }),
        ],
      }),
    ],
    says: null,
  },
  {
    code: 'empty_category',
    name: 'no benefit',
    forms: [table([level('output', 80), level('satisfaction', 10)])],
    says: '没有任何效益指标',
  },
  {
    code: 'empty_category',
    name: 'output and benefit',
    forms: [table([level('output', 50), level('benefit', 30)])],
    says: null,
  },
  {
    code: 'empty_category',
    name: 'a rubric with other categories',
    forms: [
      table([
        indicator('甲', { level1_code: 'input' }),
        indicator('乙', { level1_code: 'process' }),
      ]),
    ],
    says: null,
  },
  {
    code: 'duplicate_indicator',
    name: 'one name under two headings',
    forms: [table([indicator('工青妇活动'), indicator('工青妇 活动', { level2_raw: '质量指标' })])],
    says: '出现2次（数量指标、质量指标）',
  },
  { code: 'duplicate_indicator', name: 'two names', forms: [table(weights(5, 5))], says: null },
  {
    code: 'value_type_mismatch',
    name: 'words against a percent',
    forms: [
      one({
        ...words('保障正常运转', ''),
        actual_raw: '100%',
        actual_operator: 'eq',
        actual_value: 100,
      }),
    ],
    says: '无法比较',
  },
  {
    code: 'value_type_mismatch',
    name: 'a count against a percent',
    forms: [one({ target_value: 22, target_unit: '个', actual_value: 100 })],
    says: '无法比较',
  },
  {
    code: 'value_type_mismatch',
    name: 'words against words',
    forms: [one(words('提升', '有效提升'))],
    says: null,
  },
  {
    code: 'value_type_mismatch',
    name: 'persons told as 个',
    forms: [one({ target_value: 20, target_unit: '人', actual_value: 20, actual_unit: '个' })],
    says: null,
  },
  {
    code: 'actual_copies_target',
    name: 'an outcome with a comparator',
    forms: [one({ actual_operator: 'gte', actual_raw: '≥90%', actual_value: 90 })],
    says: '“办结率”填“≥90%”',
  },
  {
    code: 'actual_copies_target',
    name: 'a goal word for word',
    forms: [
      table([], {
        goals: [goal('完成各项财政工作，确保任务完成', '完成各项财政工作，\n确保任务完成')],
      }),
    ],
    says: '逐字相同',
  },
  {
    code: 'actual_copies_target',
    name: 'an outcome equal to its target',
    forms: [one({ actual_value: 90, actual_raw: '90%' })],
    says: null,
  },
  {
    code: 'actual_copies_target',
    name: 'a word kept',
    forms: [one(words('保持', '保持'))],
    says: null,
  },
  {
    code: 'actual_copies_target',
    name: 'a goal told as reached',
    forms: [
      table([], {
        goals: [goal('完成各项财政工作，确保任务完成', '基本完成了各项财政工作，任务全面完成')],
      }),
    ],
    says: null,
  },
  {
    code: 'reused_goal',
    name: 'one goal for two projects',
    forms: ['甲项目', '乙项目'].map((project_name) =>
      form('project_self_evaluation', {
        project_name,
        goals: [goal('按照年度计划推进甲项目实施', '')],
      }),
    ),
    says: '项目“乙项目”的年度目标与项目“甲项目”逐字相同',
  },
  {
    code: 'reused_goal',
    name: 'a goal for each project',
    forms: ['甲项目', '乙项目'].map((project_name) =>
      form('project_self_evaluation', {
        project_name,
        goals: [goal(`按照年度计划推进${project_name}实施`, '')],
      }),
    ),
    says: null,
  },
];
