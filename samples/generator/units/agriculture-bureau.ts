import { control, project, stages, type UnitProfile, type YearFigures } from '../figures.ts';
import { type IndicatorSeries, series } from '../indicators.ts';
import { wan } from '../money.ts';

/** 云泽县农业农村局: a county bureau with larger projects, carry-over and forms in 元. */

export const agricultureBureau: UnitProfile = {
  name: '云泽县农业农村局',
  self: '我局',
  filler: '乔禹声',
  phone: '0739-0000452',
  duties:
    '统筹推进全县农业农村工作，承担粮食生产、高标准农田建设、动植物疫病防控、农产品质量安全监管、农机推广和农村集体资产管理等职责。',
  achievements: (year) => {
    const k = year - 2022;
    return [
      `粮食生产面积稳定。全县粮食播种面积${[31.2, 31.4, 31.5][k]}万亩，落实早稻集中育秧${[3.6, 3.8, 4.1][k]}万亩，处置撂荒耕地${[1840, 1265, 730][k]}亩。`,
      `农田建设提质。建成高标准农田${[1.2, 1.35, 1.5][k]}万亩，配套沟渠${[58, 63, 71][k]}公里，亩均节水效果明显。`,
      `质量监管从严。抽检农产品${[1260, 1310, 1380][k]}批次，立案查处农资案件${[17, 15, 12][k]}起，全年未发生重大动物疫情。`,
    ];
  },
  problems: '项目点多面广，部分工程受雨季影响推进偏慢，绩效指标与工程量清单衔接不够。',
  measures: '雨季前完成土方工程，建立项目台账与支付台账对账机制，指标值直接取自批复的工程量。',
};

const farmland = '高标准农田建设资金';
const machinery = '农机购置补贴配套资金';
const epidemic = '动物疫病防控经费';
const inspection = '农产品质量安全检测经费';

export const agricultureBooks: readonly YearFigures[] = [
  {
    year: 2021,
    quota: 142,
    staff: 137,
    retired: 86,
    wages: stages(1486, 1521.4, 1521.4),
    allowances: stages(132.5, 136.8, 136.8),
    publicExpense: stages(412, 436.2, 431.75),
    governmentFund: wan(220),
    otherFunds: wan(36),
    vehiclePurchase: control(0, 0),
    vehicleOperation: control(18, 17.45),
    reception: control(12, 11.36),
    office: control(68, 66.2),
    utilities: control(42, 40.85),
    meetings: control(15, 13.92),
    procurement: control(180, 171.5),
    projects: [
      project(inspection, 'business', [86, 88, 87.2]),
      project(epidemic, 'operation', [164, 170, 168.5]),
      project(farmland, 'special', [2400, 2650, 2538.4]),
      project(machinery, 'special', [320, 346, 346]),
    ],
  },
  {
    year: 2022,
    quota: 142,
    staff: 138,
    retired: 88,
    wages: stages(1525, 1562.38, 1562.38),
    allowances: stages(136.2, 140.05, 140.05),
    publicExpense: stages(408, 429.6, 425.13),
    governmentFund: wan(246.5),
    otherFunds: wan(42),
    vehiclePurchase: control(18, 17.8),
    vehicleOperation: control(17.6, 16.92),
    reception: control(11.5, 10.88),
    office: control(67, 65.31),
    utilities: control(43, 41.76),
    meetings: control(14.2, 13.15),
    procurement: control(210, 203.6),
    projects: [
      project(inspection, 'business', [92, 95, 94.36]),
      project(epidemic, 'operation', [172, 178, 176.9]),
      project(farmland, 'special', [2600, 2860, 2745.2], 111.6),
      project(machinery, 'special', [340, 362, 362]),
    ],
  },
  {
    year: 2023,
    quota: 145,
    staff: 140,
    retired: 91,
    wages: stages(1568, 1604.72, 1604.72),
    allowances: stages(140.8, 144.36, 144.36),
    publicExpense: stages(400, 420.5, 416.02),
    governmentFund: wan(265),
    otherFunds: wan(38.5),
    vehiclePurchase: control(0, 0),
    vehicleOperation: control(17, 16.33),
    reception: control(11, 10.24),
    office: control(65, 63.7),
    utilities: control(44, 42.9),
    meetings: control(13.5, 12.6),
    procurement: control(205, 198.74),
    projects: [
      project(inspection, 'business', [96, 98, 97.05]),
      project(epidemic, 'operation', [178, 184, 182.64]),
      project(farmland, 'special', [2850, 3120, 3016.75], 114.8),
      project(machinery, 'special', [352, 371, 371]),
    ],
  },
  {
    year: 2024,
    quota: 145,
    staff: 141,
    retired: 93,
    wages: stages(1602, 1636.9, 1636.9),
    allowances: stages(143.4, 147.21, 147.21),
    publicExpense: stages(392, 411.8, 408.35),
    governmentFund: wan(258.6),
    otherFunds: wan(40),
    vehiclePurchase: control(0, 0),
    vehicleOperation: control(16.5, 15.87),
    reception: control(10.4, 9.66),
    office: control(63, 61.95),
    utilities: control(45, 43.8),
    meetings: control(13, 12.04),
    procurement: control(212, 206.18),
    projects: [
      project(inspection, 'business', [99, 101, 100.2]),
      project(epidemic, 'operation', [182, 188, 186.47]),
      project(farmland, 'special', [3050, 3340, 3262.9], 103.25),
      project(machinery, 'special', [360, 378, 378]),
    ],
  },
];

/** 产出 50, 效益 30, 满意度 10; 预算执行 has the other 10. */
export const agricultureIndicators: readonly IndicatorSeries[] = [
  series(
    'output',
    'quantity',
    '粮食播种面积',
    ['≥31万亩', '≥31.2万亩', '≥31.3万亩'],
    ['31.2万亩', '31.4万亩', '31.5万亩'],
    8,
  ),
  series(
    'output',
    'quantity',
    '高标准农田建设面积',
    ['≥1.2万亩', '≥1.35万亩', '≥1.5万亩'],
    ['1.2万亩', '1.35万亩', '1.5万亩'],
    8,
  ),
  series(
    'output',
    'quantity',
    '农产品抽检批次',
    ['≥1200批次', '≥1300批次', '≥1350批次'],
    ['1260批次', '1310批次', '1380批次'],
    6,
  ),
  series('output', 'quality', '农产品抽检合格率', '≥98%', ['98.6%', '98.9%', '99.1%'], 8),
  series('output', 'quality', '强制免疫密度', '≥90%', ['95%', '96%', '96.5%'], 5),
  series('output', 'timeliness', '惠农补贴按时发放率', '100%', ['100%', '98%', '100%'], 10, {
    2023: [9.8, '两个村账户信息更新迟缓，已于次月补发'],
  }),
  series('output', 'cost', '部门支出控制数', '≤{annual}万元', '{executed}万元', 5),
  series(
    'benefit',
    'economic',
    '农村居民人均可支配收入增长率',
    ['≥6%', '≥6%', '≥6.5%'],
    ['6.4%', '6.8%', '6.7%'],
    10,
  ),
  series(
    'benefit',
    'social',
    '新型职业农民培训人数',
    ['≥300人', '≥320人', '≥340人'],
    ['312人', '336人', '351人'],
    10,
  ),
  series('benefit', 'ecological', '畜禽粪污综合利用率', '≥85%', ['86.2%', '87.5%', '88%'], 10),
  series('satisfaction', 'satisfaction', '服务对象满意度', '≥90%', ['93.2%', '94.1%', '94.8%'], 10),
];

export const agricultureProjectIndicators: Readonly<Record<string, readonly IndicatorSeries[]>> = {
  [farmland]: [
    series(
      'output',
      'quantity',
      '建成高标准农田',
      ['≥1.2万亩', '≥1.35万亩', '≥1.5万亩'],
      ['1.2万亩', '1.35万亩', '1.5万亩'],
      20,
    ),
    series(
      'output',
      'quantity',
      '配套沟渠长度',
      ['≥55公里', '≥60公里', '≥70公里'],
      ['58公里', '63公里', '71公里'],
      10,
    ),
    series('output', 'quality', '单项工程验收合格率', '100%', '100%', 10),
    series('output', 'timeliness', '年度工程完工率', '≥95%', ['91%', '96%', '97%'], 10, {
      2022: [9.6, '雨季停工二十余天，剩余标段次年三月完工'],
    }),
    series('benefit', 'economic', '亩均粮食增产', '≥40公斤', ['43公斤', '45公斤', '46公斤'], 15),
    series('benefit', 'ecological', '灌溉水利用系数', '≥0.55', ['0.56', '0.57', '0.57'], 15),
    series('satisfaction', 'satisfaction', '项目区农户满意度', '≥90%', ['92%', '93%', '93.5%'], 10),
  ],
  [machinery]: [
    series(
      'output',
      'quantity',
      '补贴机具台数',
      ['≥800台', '≥850台', '≥880台'],
      ['826台', '861台', '894台'],
      25,
    ),
    series('output', 'quality', '补贴对象核验率', '100%', '100%', 15),
    series('output', 'timeliness', '补贴兑付时间', '{year}年11月30日前', '{year}年11月18日', 10),
    series(
      'benefit',
      'economic',
      '主要农作物机械化率',
      ['≥78%', '≥79%', '≥80%'],
      ['78.6%', '79.8%', '80.9%'],
      30,
    ),
    series('satisfaction', 'satisfaction', '购机农户满意度', '≥92%', ['95%', '95%', '96%'], 10),
  ],
  [epidemic]: [
    series(
      'output',
      'quantity',
      '免疫畜禽数量',
      ['≥260万羽', '≥265万羽', '≥270万羽'],
      ['268万羽', '272万羽', '276万羽'],
      20,
    ),
    series('output', 'quality', '免疫抗体合格率', '≥70%', ['84%', '85%', '86%'], 20),
    series(
      'output',
      'timeliness',
      '春秋两季防疫完成时间',
      '{year}年11月底前',
      '{year}年11月15日',
      10,
    ),
    series('benefit', 'social', '重大动物疫情发生次数', '0次', '0次', 30),
    series('satisfaction', 'satisfaction', '养殖户满意度', '≥90%', ['93%', '94%', '94%'], 10),
  ],
  [inspection]: [
    series(
      'output',
      'quantity',
      '抽检批次',
      ['≥1200批次', '≥1300批次', '≥1350批次'],
      ['1260批次', '1310批次', '1380批次'],
      20,
    ),
    series('output', 'quality', '检测报告准确率', '≥99%', '100%', 20),
    series('output', 'timeliness', '检测报告出具时限', '≤5天', ['4天', '4天', '3天'], 10),
    series('benefit', 'social', '不合格产品处置率', '100%', '100%', 30),
    series('satisfaction', 'satisfaction', '送检主体满意度', '≥90%', ['92%', '93%', '95%'], 10),
  ],
};
