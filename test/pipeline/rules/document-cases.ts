import type { BaseItemCode } from '../../../schemas/codes.ts';
import {
  amount,
  base,
  columns,
  fact,
  form,
  goal,
  indicator,
  section,
  total,
} from './form-builder.ts';
import type { RuleCase } from './rule-cases.ts';

const final = (item: BaseItemCode, wan: number, ordinal = 1) =>
  base(item, 'current_final', wan, { ordinal });
const baseTable = (...base_data: ReturnType<typeof base>[]) =>
  form('overall_base_data', { base_data });
const persons = (measure: 'headcount_quota' | 'headcount_actual', value: number) =>
  base('fiscal_staff', measure, value, { unit: 'person', amount_fen: null });
const rate = (value: number, value_raw: string) =>
  base('fiscal_staff', 'control_rate', value, { unit: 'ratio', amount_fen: null, value_raw });
const building = (
  measure: 'approved_area' | 'actual_area' | 'area_control_rate',
  value: number,
  value_raw = '',
) => base('building_control', measure, value, { amount_fen: null, value_raw });
const evaluation = (...amounts: ReturnType<typeof amount>[]) =>
  form('overall_self_evaluation', { amounts });
const report = (...narrative_facts: ReturnType<typeof fact>[]) =>
  form('overall_report', { narrative_facts });
const project = (project_name: string, spent = 8) =>
  form('project_self_evaluation', { project_name, amounts: columns('total', spent, spent, spent) });
const named = (
  unit: string,
  type: 'overall_base_data' | 'overall_self_evaluation' | 'overall_report',
) => form(type, { unit_name: unit, unit_name_raw: unit });
const ofUnit = (unit: string, project_name: string, year: number) =>
  form('project_self_evaluation', {
    unit_name: unit,
    unit_name_raw: unit,
    project_name,
    title: `${year}年度项目支出绩效自评表`,
    fiscal_year: year,
  });
const dated = (
  title: string,
  type: 'overall_base_data' | 'overall_self_evaluation' | 'overall_report',
) => form(type, { title });
const headings = (...rows: [number, string][]) =>
  form('overall_report', {
    sections: rows.map(([level, number]) => section(level, number, '标题')),
  });
const notes = (...texts: string[]) =>
  form('overall_report', { sections: texts.map((text) => section(0, null, null, text)) });

const staffSentence = '事业编36人（全额拨款事业编31人、自收自支编2人）。';
const staff = fact('事业编', 36, { unit: '人', sentence: staffSentence });
const staffParts = [31, 2].map((n, i) =>
  fact(['全额拨款事业编', '自收自支编'][i] ?? '', n, {
    unit: '人',
    sentence: staffSentence,
    subset_of: staff.value_id,
  }),
);
const openSentence = '行政编26人（含周转编2人、财政所编4人）。';
const open = fact('行政编', 26, { unit: '人', sentence: openSentence });
const openParts = [2, 4].map((n, i) =>
  fact(['周转编', '财政所编'][i] ?? '', n, {
    unit: '人',
    sentence: openSentence,
    subset_of: open.value_id,
  }),
);
const share = (percent: number) => [
  fact('基本支出', 100),
  fact('人员经费支出', 60, { sentence: '人员' }),
  fact('占基本支出', percent, { unit: '%', sentence: '人员' }),
];
const spending = fact('项目支出', 20);
const listed = fact('网格员工资项目支出', 12, { subset_of: spending.value_id });

const fundSentence = '政府性基金支出451万元，其中债券收入安排的支出390万元，彩票公益金支出48万元。';
const fund = fact('政府性基金支出', 451, { sentence: fundSentence });
const fundParts = [
  fact('债券收入安排的支出', 390, { sentence: fundSentence, subset_of: fund.value_id }),
  fact('彩票公益金支出', 48, { sentence: fundSentence }),
];

const unclaimed = (text: string, row_no: number, column_no: number) => ({
  text,
  table_no: 1,
  row_no,
  column_no,
});

export const documentCases: readonly RuleCase[] = [
  {
    code: 'three_public_sum',
    name: 'parts that do not add up',
    forms: [
      baseTable(
        final('three_public_total', 16.44),
        final('vehicle_total', 8.16),
        final('official_reception', 3.28),
      ),
    ],
    says: '相差5万元',
  },
  {
    code: 'three_public_sum',
    name: 'a blank total over parts, as a warning',
    forms: [baseTable(final('vehicle_total', 6), final('overseas_travel', 0))],
    says: '合计空白',
    severity: 'warning',
  },
  {
    code: 'three_public_sum',
    name: 'parts that add up',
    forms: [
      baseTable(
        final('three_public_total', 9.28),
        final('vehicle_total', 6),
        final('official_reception', 3.28),
      ),
    ],
    says: null,
  },
  {
    code: 'vehicle_sum',
    name: 'parts that do not add up',
    forms: [
      baseTable(
        final('vehicle_total', 12.5),
        final('vehicle_purchase', 0),
        final('vehicle_operation', 8.5),
      ),
    ],
    says: '相差4万元',
  },
  {
    code: 'vehicle_sum',
    name: 'operation alone',
    forms: [baseTable(final('vehicle_total', 8.5), final('vehicle_operation', 8.5))],
    says: null,
  },
  {
    code: 'base_project_sum',
    name: 'rows below a total of zero',
    forms: [
      baseTable(
        final('project_total', 0, 1),
        final('special_funds', 8, 2),
        final('other', 16, 3),
        final('public_expense', 50, 4),
      ),
    ],
    says: '= 24万元，相差24万元',
  },
  {
    code: 'base_project_sum',
    name: 'nameless rows beyond 公用经费',
    forms: [
      baseTable(
        final('project_total', 8, 1),
        final('special_funds', 8, 2),
        final('public_expense', 50, 3),
        final('other', 16, 4),
      ),
    ],
    says: null,
  },
  {
    code: 'base_children_exceed',
    name: 'parts larger than the whole',
    forms: [
      baseTable(
        final('public_expense', 50),
        final('office_expense', 40),
        final('utilities_travel', 20),
      ),
    ],
    says: '相差10万元',
  },
  {
    code: 'base_children_exceed',
    name: 'parts within the whole',
    forms: [
      baseTable(
        final('public_expense', 60),
        final('office_expense', 40),
        final('utilities_travel', 20),
      ),
    ],
    says: null,
  },
  {
    code: 'control_rate_mismatch',
    name: 'a rate that the staff does not give',
    forms: [
      baseTable(
        persons('headcount_quota', 156),
        persons('headcount_actual', 148),
        rate(0.8287, '82.87%'),
      ),
    ],
    says: '应为94.87%',
  },
  {
    code: 'control_rate_mismatch',
    name: 'a rate in whole percent',
    forms: [
      baseTable(
        persons('headcount_quota', 46),
        persons('headcount_actual', 50),
        rate(1.09, '109%'),
      ),
    ],
    says: null,
  },
  {
    code: 'over_quota',
    name: 'more staff than posts',
    forms: [baseTable(persons('headcount_quota', 46), persons('headcount_actual', 50))],
    says: '超编4人',
  },
  {
    code: 'over_quota',
    name: 'as many as posts',
    forms: [baseTable(persons('headcount_quota', 46), persons('headcount_actual', 46))],
    says: null,
  },
  {
    code: 'building_rate_mismatch',
    name: 'a rate that the areas do not give',
    forms: [
      baseTable(
        building('approved_area', 800),
        building('actual_area', 840),
        building('area_control_rate', 0.95, '95%'),
      ),
    ],
    says: '应为105%，填95%',
  },
  {
    code: 'building_rate_mismatch',
    name: 'an area within its approval',
    forms: [
      baseTable(
        building('approved_area', 860),
        building('actual_area', 840),
        building('area_control_rate', 0.9767, '97.67%'),
      ),
    ],
    says: null,
  },
  {
    code: 'three_public_over_budget',
    name: 'more than the budget',
    forms: [
      baseTable(
        final('three_public_total', 13.6),
        base('three_public_total', 'current_budget', 13.33),
      ),
    ],
    says: '多0.27万元',
  },
  {
    code: 'three_public_over_budget',
    name: 'the budget exactly',
    forms: [
      baseTable(final('three_public_total', 6), base('three_public_total', 'current_budget', 6)),
    ],
    says: null,
  },
  {
    code: 'base_vs_evaluation',
    name: 'a zero against a figure',
    forms: [
      baseTable(final('project_total', 0)),
      evaluation(amount('project_expenditure', 'reported', 196.6)),
    ],
    says: '相差196.6万元',
  },
  {
    code: 'base_vs_evaluation',
    name: 'a figure told twice',
    forms: [
      baseTable(final('project_total', 196.6)),
      evaluation(amount('project_expenditure', 'reported', 196.6)),
    ],
    says: null,
  },
  {
    code: 'public_expense_suspect',
    name: 'the whole expenditure',
    forms: [
      baseTable(final('public_expense', 840.3)),
      evaluation(...columns('total', 200, 840.3, 840.3)),
    ],
    says: '等于自评表全年执行数',
  },
  {
    code: 'public_expense_suspect',
    name: 'another figure in the report, as a warning',
    forms: [baseTable(final('public_expense', 300)), report(fact('公用经费支出', 182))],
    says: '报告所述公用经费支出为182万元',
    severity: 'warning',
  },
  {
    code: 'public_expense_suspect',
    name: 'the goods and services of the report',
    forms: [baseTable(final('public_expense', 281.4)), report(fact('一般商品和服务支出', 281.4))],
    says: null,
  },
  {
    code: 'projects_vs_department',
    name: 'projects that do not add up',
    forms: [
      evaluation(amount('project_expenditure', 'reported', 196.6)),
      project('甲', 8),
      project('乙', 16),
    ],
    says: '合计24万元，部门自评表项目支出为196.6万元',
  },
  {
    code: 'projects_vs_department',
    name: 'projects that add up',
    forms: [
      evaluation(amount('project_expenditure', 'reported', 24)),
      project('甲', 8),
      project('乙', 16),
    ],
    says: null,
  },
  {
    code: 'target_vs_evaluation',
    name: 'a declaration that is not the initial budget',
    forms: [
      form('overall_target', { amounts: [amount('total', 'reported', 264)] }),
      evaluation(...columns('total', 255, 260, 260)),
    ],
    says: '相差9万元',
  },
  {
    code: 'target_vs_evaluation',
    name: 'a declaration of the next year',
    forms: [
      form('overall_target', { fiscal_year: 2025, amounts: [amount('total', 'reported', 264)] }),
      evaluation(...columns('total', 255, 260, 260)),
    ],
    says: null,
  },
  {
    code: 'copies_differ',
    name: 'a hundredth of difference',
    forms: [
      baseTable(final('project_total', 232.52)),
      evaluation(amount('project_expenditure', 'reported', 232.53)),
    ],
    says: '尾数相差0.01万元',
  },
  {
    code: 'copies_differ',
    name: 'no difference',
    forms: [
      baseTable(final('project_total', 232.53)),
      evaluation(amount('project_expenditure', 'reported', 232.53)),
    ],
    says: null,
  },
  {
    code: 'duplicate_form',
    name: 'a form twice with other figures',
    forms: [
      form('overall_self_evaluation', { form_totals: [total(100, 100)] }),
      form('overall_self_evaluation', { form_totals: [total(100, 99)] }),
    ],
    says: '内容不同（总分100分、99分）',
  },
  {
    code: 'duplicate_form',
    name: 'a form for each project',
    forms: [project('甲'), project('乙')],
    says: null,
  },
  {
    code: 'narrative_vs_table',
    name: 'a figure that is not the table',
    forms: [
      evaluation(amount('project_expenditure', 'reported', 27.53)),
      report(fact('项目支出', 64.53)),
    ],
    says: '报告所述项目支出64.53万元，自评表为27.53万元，相差37万元',
  },
  {
    code: 'narrative_vs_table',
    name: 'basic expenditure without the fund',
    forms: [
      evaluation(
        amount('basic_expenditure', 'reported', 820),
        amount('government_fund', 'reported', 451),
      ),
      report(fact('基本支出', 369)),
    ],
    says: null,
  },
  {
    code: 'narrative_vs_table',
    name: 'a figure of the year before',
    forms: [
      evaluation(amount('project_expenditure', 'reported', 27)),
      report(fact('项目支出', 64, { sentence: '2023年项目支出64万元' })),
    ],
    says: null,
  },
  {
    code: 'narrative_scope',
    name: 'parts that make the whole expenditure',
    forms: [
      evaluation(...columns('total', 100, 198, 198), amount('basic_expenditure', 'reported', 194)),
      report(
        fact('工资福利支出', 76),
        fact('一般商品和服务支出', 115),
        fact('对个人和家庭补助支出', 7),
      ),
    ],
    says: '含项目支出',
  },
  {
    code: 'narrative_scope',
    name: 'parts that make the basic expenditure',
    forms: [
      evaluation(amount('basic_expenditure', 'reported', 198)),
      report(
        fact('工资福利支出', 76),
        fact('一般商品和服务支出', 115),
        fact('对个人和家庭补助支出', 7),
      ),
    ],
    says: null,
  },
  {
    code: 'narrative_score_mismatch',
    name: 'another score',
    forms: [
      form('overall_self_evaluation', { form_totals: [total(100, 97.38)] }),
      report(fact('自评得分', 95.38, { unit: '分' })),
    ],
    says: '相差2分',
  },
  {
    code: 'narrative_score_mismatch',
    name: 'the same score',
    forms: [
      form('overall_self_evaluation', { form_totals: [total(100, 97.38)] }),
      report(fact('自评得分', 97.38, { unit: '分' })),
    ],
    says: null,
  },
  {
    code: 'narrative_sum',
    name: 'parts of the basic expenditure that do not add up',
    forms: [report(fact('基本支出', 100), fact('人员经费支出', 60), fact('公用经费支出', 50))],
    says: '= 110万元，相差10万元',
  },
  {
    code: 'narrative_sum',
    name: 'a bracket that does not add up, as a warning',
    forms: [report(staff, ...staffParts)],
    says: '= 33人，相差3人',
    severity: 'warning',
  },
  {
    code: 'narrative_sum',
    name: 'a bracket opened by 含',
    forms: [report(open, ...openParts)],
    says: null,
  },
  {
    code: 'narrative_sum',
    name: 'parts that add up',
    forms: [report(fact('基本支出', 110), fact('人员经费支出', 60), fact('公用经费支出', 50))],
    says: null,
  },
  {
    code: 'narrative_sum',
    name: 'a list whose later items follow the first, as a warning',
    forms: [report(fund, ...fundParts)],
    says: '= 438万元，相差13万元',
    severity: 'warning',
  },
  {
    code: 'narrative_ratio',
    name: 'a share that the amounts do not give',
    forms: [report(...share(63.1))],
    says: '应为60%',
  },
  {
    code: 'narrative_ratio',
    name: 'a share that they give',
    forms: [report(...share(60))],
    says: null,
  },
  {
    code: 'project_without_form',
    name: 'a project told and not evaluated',
    forms: [report(spending, listed), project('电站改造施工经费')],
    says: '“网格员工资项目支出”没有项目支出绩效自评表',
  },
  {
    code: 'project_without_form',
    name: 'a project told and evaluated',
    forms: [report(spending, listed), project('网格员工资12万元')],
    says: null,
  },
  {
    code: 'fiscal_year_mismatch',
    name: 'a title of another year',
    forms: [
      dated('2024年度基础数据表', 'overall_base_data'),
      dated('自评表（2023年度）', 'overall_self_evaluation'),
    ],
    fileName: '2024年自评.docx',
    says: '为2023年度',
  },
  {
    code: 'fiscal_year_mismatch',
    name: 'a volume of two years',
    forms: [
      dated('2024年度自评表', 'overall_self_evaluation'),
      dated('2023年度自评表', 'overall_self_evaluation'),
    ],
    says: null,
  },
  {
    code: 'fiscal_year_mismatch',
    name: 'one project each of three units and years',
    forms: [
      ofUnit('甲县乙镇人民政府', '甲项目', 2021),
      ofUnit('甲县丙乡人民政府', '乙项目', 2022),
      ofUnit('甲县丁乡人民政府', '丙项目', 2023),
    ],
    says: null,
  },
  {
    code: 'fiscal_year_mismatch',
    name: 'projects of one unit, each of its year',
    forms: [ofUnit('甲县乙镇人民政府', '甲项目', 2022), ofUnit('甲县乙镇人民政府', '乙项目', 2023)],
    says: null,
  },
  {
    code: 'fiscal_year_mismatch',
    name: 'one project of another year among those of one unit',
    forms: [
      ofUnit('甲县乙镇人民政府', '甲项目', 2023),
      ofUnit('甲县乙镇人民政府', '乙项目', 2023),
      ofUnit('甲县乙镇人民政府', '丙项目', 2022),
    ],
    says: '为2022年度',
  },
  {
    code: 'fiscal_year_mismatch',
    name: 'another year of one of two units',
    forms: [
      ofUnit('甲县丙乡人民政府', '甲项目', 2021),
      named('甲县乙镇人民政府', 'overall_base_data'),
      { ...named('甲县乙镇人民政府', 'overall_self_evaluation'), title: '2023年度自评表' },
      named('甲县乙镇人民政府', 'overall_report'),
    ],
    says: '为2023年度，同一份材料的其他表为2024年度',
  },
  {
    code: 'unit_name_mismatch',
    name: 'one project each of three units',
    forms: [
      ofUnit('甲县乙镇人民政府', '甲项目', 2021),
      ofUnit('甲县丙乡人民政府', '乙项目', 2022),
      ofUnit('甲县丁乡人民政府', '丙项目', 2023),
    ],
    says: null,
  },
  {
    code: 'stale_year_label',
    name: 'a building block of last year, though blank',
    forms: [
      {
        ...baseTable(),
        base_items: [
          {
            item_code: 'building_control',
            label_raw: '楼堂馆所控制情况（2023年完工项目）',
            year: 2023,
          },
        ],
      },
    ],
    says: '印为2023年，应为2024年',
  },
  {
    code: 'stale_year_label',
    name: 'last year in its own column',
    forms: [baseTable(base('project_total', 'prior_final', 8, { period_year: 2023 }))],
    says: null,
  },
  {
    code: 'unit_name_mismatch',
    name: 'another town',
    forms: [
      named('甲县乙镇人民政府', 'overall_base_data'),
      named('甲县丙镇人民政府', 'overall_self_evaluation'),
      named('乙镇人民政府', 'overall_report'),
    ],
    says: '“甲县丙镇人民政府”',
  },
  {
    code: 'unit_name_mismatch',
    name: 'one town in four writings',
    forms: [
      named('甲县乙镇人民政府', 'overall_base_data'),
      named('219001-甲县乙镇人民政府（盖章）', 'overall_self_evaluation'),
      named('子市甲县乙镇政府', 'overall_report'),
    ],
    says: null,
  },
  {
    code: 'project_name_mismatch',
    name: 'a report of nearly the same name',
    forms: [
      project('直供电站改造施工经费16万元'),
      form('project_report', { project_name: '直供电站改造施工期经费' }),
    ],
    says: '“直供电站改造施工期经费”',
  },
  {
    code: 'project_name_mismatch',
    name: 'a report of the same name without the amount',
    forms: [project('财政监管资金8万元'), form('project_report', { project_name: '财政监管资金' })],
    says: null,
  },
  {
    code: 'amount_in_name',
    name: 'another amount than the total',
    forms: [project('改造施工经费16万元', 6)],
    says: '含金额16万元，年度资金总额为6万元',
  },
  {
    code: 'amount_in_name',
    name: 'the total itself, as information',
    forms: [project('监管资金8万元', 8)],
    says: '含金额8万元',
    severity: 'info',
  },
  {
    code: 'amount_in_name',
    name: 'a name with a year',
    forms: [project('2023年全县安可替代')],
    says: null,
  },
  {
    code: 'section_numbering',
    name: 'digits among Chinese numerals',
    forms: [
      headings([1, '一、'], [1, '二、'], [2, '（一）'], [2, '（2）'], [1, '3、'], [1, '四、']),
    ],
    says: '2处标题序号',
  },
  {
    code: 'section_numbering',
    name: 'a list that goes on from another',
    forms: [headings([1, '一、'], [2, '1.'], [2, '2.'], [1, '二、'], [2, '3.'], [2, '4.'])],
    says: '1处标题序号',
  },
  {
    code: 'section_numbering',
    name: 'a missing number',
    forms: [headings([1, '一、'], [1, '三、'], [1, '四、'])],
    says: '“三、标题”',
  },
  {
    code: 'section_numbering',
    name: 'numbers in order',
    forms: [
      headings(
        [1, '一、'],
        [2, '（一）'],
        [3, '1.'],
        [3, '2.'],
        [2, '（二）'],
        [3, '1.'],
        [1, '二、'],
      ),
    ],
    says: null,
  },
  {
    code: 'empty_section',
    name: '无 under 存在的问题',
    forms: [
      form('overall_self_evaluation', { form_totals: [total(100, 92)] }),
      form('overall_report', { sections: [section(1, '七、', '存在的问题及原因分析', '无')] }),
    ],
    says: '只写“无”',
  },
  {
    code: 'empty_section',
    name: 'a heading with sections below it',
    forms: [
      form('overall_report', {
        sections: [section(1, '七、', '存在的问题', null), section(2, '（一）', '主要情况')],
      }),
    ],
    says: null,
  },
  {
    code: 'attachment_gap',
    name: 'no third attachment',
    forms: [notes('附件1', '附件2'), notes('附件4')],
    says: '缺少“附件3”',
  },
  {
    code: 'attachment_gap',
    name: 'a mention in a sentence',
    forms: [notes('附件1', '附件2', '附件4所列各项均已完成。')],
    says: null,
  },
  {
    code: 'attachment_duplicate',
    name: 'the fifth attachment twice',
    forms: [notes('附件5\n甲报告'), notes('附件\n5\n乙报告')],
    says: '“附件5”出现2次',
  },
  {
    code: 'attachment_duplicate',
    name: 'each attachment once',
    forms: [notes('附件一'), notes('附件二')],
    says: null,
  },
  {
    code: 'untitled_form',
    name: 'a form without a title',
    forms: [form('overall_target', { title: null })],
    says: '识别为“部门整体支出绩效目标申报表”',
  },
  {
    code: 'untitled_form',
    name: 'a table of no known type',
    forms: [form('unknown_form', { title: null })],
    says: null,
  },
  {
    code: 'missing_form',
    name: 'an evaluation and a report without base data',
    forms: [evaluation(), report()],
    says: '《部门整体支出绩效评价基础数据表》',
  },
  { code: 'missing_form', name: 'an evaluation alone', forms: [evaluation()], says: null },
  {
    code: 'unsigned',
    name: 'a blank signature line',
    forms: [notes('填报人：   联系电话：    填报日期：   单位负责人签字：')],
    says: '空白',
  },
  {
    code: 'unsigned',
    name: 'two blank signature lines, once a document',
    forms: [
      notes('填报人：   联系电话：    填报日期：   单位负责人签字：'),
      notes('填报人：   填报日期：'),
    ],
    says: '2张表的填报人、填报日期等栏空白',
  },
  {
    code: 'unsigned',
    name: 'a signed form',
    forms: [
      form('overall_self_evaluation', {
        filled_on: '2025-03-01',
        sections: [section(0, null, null, '填报人：某某 联系电话：')],
        goals: [goal('甲', '乙')],
      }),
    ],
    says: null,
  },
  {
    code: 'row_unmapped',
    name: 'figures that no record rests on',
    forms: [
      form('overall_self_evaluation', {
        goals: [goal('甲', '乙')],
        unclaimed: [unclaimed('1356.4', 3, 4), unclaimed('80%', 5, 5)],
      }),
    ],
    says: '有2个数字没有对应到任何栏目，只保留在单元格原文中：第3行第4列“1356.4”、第5行第5列“80%”',
  },
  {
    code: 'row_unmapped',
    name: 'more figures than are named',
    forms: [
      form('overall_self_evaluation', {
        goals: [goal('甲', '乙')],
        unclaimed: [1, 2, 3, 4, 5, 6, 7].map((n) => unclaimed(`${n}`, n, 2)),
      }),
    ],
    says: '有7个数字没有对应到任何栏目，只保留在单元格原文中：第1行第2列“1”、第2行第2列“2”、第3行第2列“3”、第4行第2列“4”、第5行第2列“5”等',
  },
  {
    code: 'row_unmapped',
    name: 'a table that gave nothing',
    forms: [form('project_self_evaluation')],
    says: '没有读出任何资金、指标、基础数据或目标',
  },
  {
    code: 'row_unmapped',
    name: 'a title that no table follows',
    forms: [form('unknown_form', { title: '2023年度项目支出绩效自评表' })],
    says: '之后没有可以识别的表格',
  },
  {
    code: 'row_unmapped',
    name: 'a report, a table of no kind, and a telephone number',
    forms: [
      report(),
      form('unknown_form', { title: null, unclaimed: [unclaimed('12', 1, 1)] }),
      form('overall_self_evaluation', {
        goals: [goal('甲', '乙')],
        unclaimed: [unclaimed('13900000000', 2, 3)],
      }),
    ],
    says: null,
  },
  {
    code: 'template_text_left',
    name: 'prompts left in a form',
    forms: [
      form('overall_self_evaluation', {
        goals: [goal('简述年度目标（100字以内）', '已完成')],
        indicators: [indicator('指标1：'), indicator('XX工程'), indicator('……')],
      }),
    ],
    says: '本表有4处填表提示或占位符',
  },
  {
    code: 'template_text_left',
    name: 'names that look like prompts',
    forms: [
      form('overall_self_evaluation', {
        goals: [goal('保障运转……促进发展', '目标1：已完成')],
        indicators: [
          indicator('县道X015维修'),
          indicator('指标1：整治村数'),
          indicator('XXL号工装'),
        ],
      }),
    ],
    says: null,
  },
];
