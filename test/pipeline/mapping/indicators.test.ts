import { describe, expect, test } from 'vitest';
import { indicatorsOf, readDrawn } from './document-picture.ts';

const title = '2024年度项目支出绩效自评表';

describe('the rows of an indicator block', () => {
  test('are read by their header, whatever the order and line breaks of its columns', () => {
    const [form] = readDrawn(`
      ${title}
      | 项目名称 | 道路养护 | < | < | < | < | < |
      | 得分 | 三级↵指标 | 一级↵指标 | 实际完↵成值 | 二级指标 | 年度指↵标值 | 分值 |
      | 9 | 养护里程 | 产出指标 | 12公里 | 数量指标 | ≥10公里 | 10 |
      | 20 | 满意度 | 满意度指标 | 95% | 服务对象↵满意度指标 | ≥90% | 20 |`);
    expect(indicatorsOf(form)).toEqual([
      'output/quantity/养护里程: ≥10公里 → 12公里 (10, 9)',
      'satisfaction/satisfaction/满意度: ≥90% → 95% (20, 20)',
    ]);
    expect(form?.indicators[0]).toMatchObject({
      target_operator: 'gte',
      target_value: 10,
      target_unit: '公里',
      actual_operator: 'eq',
      actual_value: 12,
    });
  });

  test('keep extra columns as remarks, and none shifts into another', () => {
    const [form] = readDrawn(`
      ${title}
      | 项目名称 | 道路养护 | < | < | < | < | < | < | < |
      | 三级指标 | 指标性质 | 年度指标值 | 计量单位 | 实际完成值 | 分值 | 得分 | 审核得分 | 未完成原因分析 |
      | 养护里程 | ≥ | 10 | 公里 | 8 | 10 | 8 | 7.5 | 降雨 |
      | 合格率 | = | 100 | % | 100 | 10 | 10 | 10 |  |`);
    expect(form?.indicators).toMatchObject([
      {
        target_operator: 'gte',
        target_value: 10,
        target_unit: '公里',
        actual_value: 8,
        actual_unit: '公里',
        weight: 10,
        score: 8,
        deviation_reason: '降雨',
        remark: '指标性质：≥；计量单位：公里；审核得分：7.5',
      },
      { target_operator: 'eq', target_unit: '%', score: 10, deviation_reason: null },
    ]);
  });

  test.each([
    ['merged', '^', '^'],
    ['left blank', '', ''],
    ['printed again', '产出指标（50分）', '数量指标'],
  ])('belong to the level above them, %s', (_how, first, second) => {
    const [form] = readDrawn(`
      ${title}
      | 项目名称 | 道路养护 | < | < | < |
      | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 |
      | 产出指标（50分） | 数量指标 | 里程 | 10公里 | 12公里 |
      | ${first} | ${second} | 座数 | 1座 | 1座 |
      | ${first === '^' ? '^' : first} | 质量指标 | 合格率 | 100% | 99% |
      | 效益指标 | 社会效益 | 安全 | 提升 | 提升 |`);
    expect(indicatorsOf(form)).toEqual([
      'output/quantity/里程: 10公里 → 12公里 (null, null)',
      'output/quantity/座数: 1座 → 1座 (null, null)',
      'output/quality/合格率: 100% → 99% (null, null)',
      'benefit/social/安全: 提升 → 提升 (null, null)',
    ]);
    expect(form?.groups.map((g) => [g.label_raw, g.indicators.length])).toEqual([
      ['产出指标（50分）', 3],
      ['数量指标', 2],
      ['质量指标', 1],
      ['效益指标', 1],
      ['社会效益', 1],
    ]);
  });

  test('have the points that their labels print', () => {
    const [form] = readDrawn(`
      ${title}
      | 项目名称 | 道路养护 | < | < | < | < |
      | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值（100分） |
      | 产出指标↵（50分） | 数量指标20 | 里程 | 10公里 | 12公里 | 20 |
      | 效益指标(30%) | 社会效益指标 | 安全 | 提升 | 提升 | 30 |`);
    expect(form?.groups.map((group) => group.printed_weight)).toEqual([50, 20, 30, null]);
    expect(form?.indicators.map((indicator) => indicator.weight)).toEqual([20, 30]);
  });

  test('without a name are none, and a total closes them', () => {
    const [form] = readDrawn(`
      ${title}
      | 项目名称 | 道路养护 | < | < | < | < |
      | 一级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |
      | 产出指标 | 里程 | 10公里 | 12公里 | 50 | 49 |
      | 效益指标 |  |  |  |  |  |
      | 总分 | < | < | < | 100 | 92 |`);
    expect(form?.indicators).toHaveLength(1);
    expect(form?.form_totals).toMatchObject([{ weight: 100, score: 92 }]);
    expect(form?.groups.at(-1)).toMatchObject({ label_raw: '效益指标', indicators: [] });
  });
});

describe('a table that goes on', () => {
  const start = `
    ${title}
    | 项目名称 | 道路养护 | < | < |
    | 一级指标 | 三级指标 | 年度指标值 | 实际完成值 |
    | 产出指标 | 里程 | 10公里 | 12公里 |`;

  test.each([
    ['without its header', '续表\n|  | 座数 | 1座 | 1座 |'],
    [
      'with its header again',
      '（续表）\n| 一级指标 | 三级指标 | 年度指标值 | 实际完成值 |\n| 产出指标 | 座数 | 1座 | 1座 |',
    ],
  ])('%s is read as one form', (_how, rest) => {
    const forms = readDrawn(`${start}\n${rest}`);
    expect(forms).toHaveLength(1);
    expect(indicatorsOf(forms[0])).toEqual([
      'output/null/里程: 10公里 → 12公里 (null, null)',
      'output/null/座数: 1座 → 1座 (null, null)',
    ]);
    expect(forms[0]?.groups).toHaveLength(1);
  });
});

test('a ragged table counts its total from the right', () => {
  const [form] = readDrawn(
    `
    ${title}
    | 项目名称 | 道路养护 |
    | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |
    | 产出指标 | 数量指标 | 里程 | 10公里 | 12公里 | 30 | 29 |
    |  | 质量指标 | 合格率 | 100% | 99% | 70 | 69 |
    | 总分 | 100 | 98 |`,
    true,
  );
  expect(indicatorsOf(form)).toEqual([
    'output/quantity/里程: 10公里 → 12公里 (30, 29)',
    'output/quality/合格率: 100% → 99% (70, 69)',
  ]);
  expect(form?.form_totals).toMatchObject([{ weight: 100, score: 98 }]);
});
