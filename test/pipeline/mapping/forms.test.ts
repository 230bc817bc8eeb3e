import { describe, expect, test } from 'vitest';
import { amountsOf, indicatorsOf, readDrawn } from './document-picture.ts';

test('several forms in one table are told apart, each with its own figures', () => {
  const forms = readDrawn(`
    | 项目支出绩效自评表 | < | < | < |
    | （2023年度） | < | < | < |
    | 项目名称 | 甲项目 | < | < |
    | 三级指标 | 年度指标值 | 实际完成值 | 分值 |
    | 里程 | 10公里 | 12公里 | 30 |
    | 总分 | < | < | 100 |
    | 项目名称 | 乙项目 | < | < |
    | 三级指标 | 年度指标值 | 实际完成值 | 分值 |
    | 人数 | 5人 | 6人 | 30 |`);
  expect(forms.map((form) => [form.project_name, form.fiscal_year])).toEqual([
    ['甲项目', 2023],
    ['乙项目', 2023],
  ]);
  expect(forms.map(indicatorsOf)).toEqual([
    ['null/null/里程: 10公里 → 12公里 (30, null)'],
    ['null/null/人数: 5人 → 6人 (30, null)'],
  ]);
});

test('a form says who it is of in cells, in one cell with its label, or in the lines around it', () => {
  const [form] = readDrawn(`
    项目支出绩效自评表
    （2024年度）
    填报单位：甲县乙局（盖章）      填报日期：2025年3月5日
    | 项目名称：411001-道路养护 | < | 主管部门 | 甲县交通局 |
    | 三级指标 | 年度指标值 | 实际完成值 | 分值 |
    | 里程 | 10公里 | 12公里 | 30 |`);
  expect(form).toMatchObject({
    form_type: 'project_self_evaluation',
    fiscal_year: 2024,
    unit_name: '甲县乙局',
    project_name: '道路养护',
    supervising_unit: '甲县交通局',
    filled_on: '2025-03-05',
  });
});

test('a declaration holds goals, tasks and targets', () => {
  const [form] = readDrawn(`
    2024年部门整体支出绩效目标申报表
    | 部门名称 | 甲县乙局 | < | < |
    | 年度预算申请（万元） | 资金总额：1068.67 | < | < |
    | 年度履职目标 | 服务群众 | < | < |
    | 年度重点工作计划 | 事项 | 责任单位/股室 | 工作目标 |
    | ^ | 修路 | 工程股 | 10公里 |
    | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    | 产出指标 | 数量指标 | 里程 | ≥10公里 |`);
  expect(amountsOf(form)).toEqual(['total.reported=10686700']);
  expect(form?.goals).toMatchObject([{ expected_text: '服务群众', actual_text: null }]);
  expect(form?.key_tasks).toMatchObject([
    { task: '修路', responsible_unit: '工程股', goal: '10公里' },
  ]);
  expect(indicatorsOf(form)).toEqual(['output/quantity/里程: ≥10公里 → null (null, null)']);
});

test('a goal and what became of it stand beside or below each other', () => {
  const [beside] = readDrawn(`
    2024年度部门整体支出绩效自评表
    | 部门名称 | 甲县乙局 | < |
    | 年度总体目标 | 预期目标 | 实际完成情况 |
    | ^ | 修路10公里 | 已修12公里 |`);
  const [below] = readDrawn(`
    2024年度部门整体支出绩效自评表
    | 部门名称 | 甲县乙局 | < |
    | 年度总体目标 | 修路10公里 | < |
    | 年度总体目标完成情况 | 已修12公里 | < |`);
  const goal = { expected_text: '修路10公里', actual_text: '已修12公里' };
  expect(beside?.goals).toMatchObject([goal]);
  expect(below?.goals).toMatchObject([goal]);
});

describe('a table of base data', () => {
  const [form] = readDrawn(`
    部门整体支出绩效评价基础数据表
    | 财政供养人员情况（人） | 编制数 | 2024年实际在职人数 | 控制率 |
    |  | 60 | 51 | 85% |
    | 经费控制情况（元） | 2023年决算数 | 2024年预算数 | 2024年决算数 |
    | 三公经费 | 105000 | 90000 | 8.2万 |
    | 1、公务用车购置和维护经费 | 5 | — | 0 |
    | 其中：公车购置 | 0 | 0 | 0 |
    | 楼堂馆所控制情况（2022年完工项目） | 批复规模（㎡） | 实际规模（㎡） | 规模控制率 |
    |  | 500 | 480㎡ | 96 |
    | 厉行节约保障措施 | 严控经费 | < | < |`);
  const figures = form?.base_data.map(
    (b) => `${b.item_code} ${b.measure} ${b.period_year} ${b.value} ${b.unit}`,
  );

  test('tells the years of its columns, and keeps blank apart from zero', () => {
    expect(form?.form_type).toBe('overall_base_data');
    expect(figures).toEqual([
      'fiscal_staff headcount_quota 2024 60 person',
      'fiscal_staff headcount_actual 2024 51 person',
      'fiscal_staff control_rate 2024 0.85 ratio',
      'three_public_total prior_final 2023 10.5 wan_yuan',
      'three_public_total current_budget 2024 9 wan_yuan',
      'three_public_total current_final 2024 8.2 wan_yuan',
      'vehicle_total prior_final 2023 0.0005 wan_yuan',
      'vehicle_total current_final 2024 0 wan_yuan',
      'vehicle_purchase prior_final 2023 0 wan_yuan',
      'vehicle_purchase current_budget 2024 0 wan_yuan',
      'vehicle_purchase current_final 2024 0 wan_yuan',
      'building_control approved_area 2022 500 m2',
      'building_control actual_area 2022 480 m2',
      'building_control area_control_rate 2022 0.96 ratio',
      'thrift_measures text 2024 null text',
    ]);
  });
});

describe('the headings of a report', () => {
  const outline = (picture: string) =>
    readDrawn(picture)[0]
      ?.sections.filter((section) => section.level > 0)
      .map((s) => `${s.level} ${s.number_raw}${s.heading}: ${s.text}`);

  test('stand where they belong, though their numbering is broken', () => {
    expect(
      outline(`
        甲县乙局2024年度部门整体支出绩效自评报告
        一、部门基本情况
        甲县乙局在职人员51人。
        （一）机构设置
        内设股室5个。
        3、存在的问题
        资金不足。
        四、下一步改进措施
        加强管理。`),
    ).toEqual([
      '1 一、部门基本情况: 甲县乙局在职人员51人。',
      '2 （一）机构设置: 内设股室5个。',
      '1 3、存在的问题: 资金不足。',
      '1 四、下一步改进措施: 加强管理。',
    ]);
  });

  test('may be numbered by the word processor', () => {
    expect(
      outline(`
        甲县乙局2024年度部门整体支出绩效自评报告
        一、#部门基本情况
        （一）#机构设置
        内设股室5个。
        二、#存在的问题
        无。`),
    ).toEqual([
      '1 一、部门基本情况: null',
      '2 （一）机构设置: 内设股室5个。',
      '1 二、存在的问题: 无。',
    ]);
  });
});
