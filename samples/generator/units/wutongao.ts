import { control, project, stages, type UnitProfile, type YearFigures } from '../figures.ts';
import { type IndicatorSeries, series } from '../indicators.ts';
import { wan } from '../money.ts';

/** 梧桐坳镇: a hill township of 12 villages, on the 50/30/10 layout. */

export const wutongao: UnitProfile = {
  name: '岚溪市云泽县梧桐坳镇人民政府',
  self: '我镇',
  filler: '贺青禾',
  phone: '0739-0000216',
  duties:
    '执行本级人民代表大会的决议和上级国家行政机关的决定，管理本行政区域内的经济、教育、文化、卫生、民政、社会治安和林业工作，保障12个村居正常运转。',
  achievements: (year) => {
    const k = year - 2022;
    return [
      `做强山地农业。茶园提质改造${[420, 460, 505][k]}亩，新认证绿色食品${[1, 2, 2][k]}个，带动${[310, 342, 366][k]}户农户增收。`,
      `守牢安全底线。开展护林巡查${[96, 104, 118][k]}次，全年未发生较大以上安全事故，森林火情较上年减少。`,
      `办好民生实事。维修村组道路${[7.5, 8.2, 9.6][k]}公里，临时救助困难群众${[132, 127, 119][k]}人次。`,
    ];
  },
  problems: '税源结构单一，村级集体经济底子薄，项目资金支付进度前慢后快。',
  measures: '培育茶旅融合新税源，推动村企联建，项目资金按月调度并与考核挂钩。',
};

const village = '村居服务群众经费';
const road = '村组道路维修资金';
const forest = '护林防火专项资金';

export const wutongaoBooks: readonly YearFigures[] = [
  {
    year: 2021,
    quota: 66,
    staff: 60,
    retired: 18,
    wages: stages(592, 611.4, 611.4),
    allowances: stages(40.1, 41.85, 41.85),
    publicExpense: stages(286, 301.5, 298.62),
    governmentFund: wan(60),
    otherFunds: wan(0),
    vehiclePurchase: control(0, 0),
    vehicleOperation: control(6.4, 6.1),
    reception: control(4.8, 4.55),
    office: control(36, 34.92),
    utilities: control(15.2, 14.83),
    meetings: control(5.5, 5.06),
    procurement: control(35, 33.2),
    projects: [
      project(village, 'business', [96, 96, 96]),
      project(forest, 'operation', [28, 30, 30]),
      project(road, 'special', [110, 124, 118.4]),
    ],
  },
  {
    year: 2022,
    quota: 66,
    staff: 62,
    retired: 19,
    wages: stages(618.5, 637.26, 637.26),
    allowances: stages(41.3, 43.02, 43.02),
    publicExpense: stages(290, 308.4, 304.19),
    governmentFund: wan(72.8),
    otherFunds: wan(0),
    vehiclePurchase: control(0, 0),
    vehicleOperation: control(6.3, 5.98),
    reception: control(4.6, 4.37),
    office: control(36.5, 35.4),
    utilities: control(15.5, 15.12),
    meetings: control(5.3, 4.98),
    procurement: control(38, 36.05),
    projects: [
      project(village, 'business', [100.8, 100.8, 100.8]),
      project(forest, 'operation', [30, 31.5, 31.5]),
      project(road, 'special', [120, 133, 129.86]),
    ],
  },
  {
    year: 2023,
    quota: 66,
    staff: 63,
    retired: 20,
    wages: stages(640.2, 658.9, 658.9),
    allowances: stages(42.6, 44.15, 44.15),
    publicExpense: stages(284, 302.75, 299.08),
    governmentFund: wan(65.4),
    otherFunds: wan(6.2),
    vehiclePurchase: control(0, 0),
    vehicleOperation: control(6.1, 5.84),
    reception: control(4.4, 4.12),
    office: control(35, 34.05),
    utilities: control(15.8, 15.37),
    meetings: control(5, 4.76),
    procurement: control(40, 37.9),
    projects: [
      project(village, 'business', [105.6, 105.6, 105.6]),
      project(forest, 'operation', [32, 33.2, 33.2]),
      project(road, 'special', [135, 148, 144.52]),
    ],
  },
  {
    year: 2024,
    quota: 66,
    staff: 64,
    retired: 21,
    wages: stages(655, 671.84, 671.84),
    allowances: stages(43.9, 45.3, 45.3),
    publicExpense: stages(280, 296.1, 291.77),
    governmentFund: wan(70.6),
    otherFunds: wan(5),
    vehiclePurchase: control(0, 0),
    vehicleOperation: control(6, 5.71),
    reception: control(4.2, 3.94),
    office: control(34, 33.18),
    utilities: control(16, 15.62),
    meetings: control(4.8, 4.51),
    procurement: control(42, 40.33),
    projects: [
      project(village, 'business', [108, 108, 108]),
      project(forest, 'operation', [34, 35, 35]),
      project(road, 'special', [150, 196, 132.07]),
    ],
  },
];

/** 产出 50, 效益 30, 满意度 10; 预算执行 has the other 10. */
export const wutongaoIndicators: readonly IndicatorSeries[] = [
  series('output', 'quantity', '保障村居运转数量', '12个', '12个', 10),
  series(
    'output',
    'quantity',
    '茶园提质改造面积',
    ['≥400亩', '≥450亩', '≥500亩'],
    ['420亩', '460亩', '505亩'],
    10,
  ),
  series('output', 'quality', '乡镇重点工作办结率', '≥90%', ['92%', '94%', '95%'], 10),
  series('output', 'quality', '护林巡查到位率', '≥95%', ['94%', '96%', '96.5%'], 5, {
    2022: [4.9, '巡护员临时缺岗两人，已补充到位'],
  }),
  series('output', 'timeliness', '各项工作完成时间', '{year}年12月31日前', '{year}年12月25日', 10),
  series('output', 'cost', '年度支出控制数', '≤{annual}万元', '{executed}万元', 5),
  series('benefit', 'economic', '税收收入增长率', '≥2%', ['2.3%', '1.8%', '2.6%'], 10, {
    2023: [9, '茶叶加工企业停产检修，税收入库推迟'],
  }),
  series('benefit', 'social', '群众就医参保率', '≥95%', ['96.1%', '96.8%', '97.2%'], 10),
  series('benefit', 'ecological', '森林火灾受害率', '≤0.9‰', ['0.3‰', '0.2‰', '0.1‰'], 5),
  series('benefit', 'sustained_impact', '村集体经济持续增收', '稳步提升', '较上年增长', 5),
  series('satisfaction', 'satisfaction', '社会公众满意度', '≥90%', ['93%', '94%', '94.6%'], 10),
];

export const wutongaoProjectIndicators: Readonly<Record<string, readonly IndicatorSeries[]>> = {
  [village]: [
    series('output', 'quantity', '服务村居数量', '12个', '12个', 20),
    series('output', 'quality', '经费使用合规率', '100%', '100%', 15),
    series('output', 'timeliness', '按季拨付次数', '4次', '4次', 15),
    series(
      'benefit',
      'social',
      '代办服务事项',
      ['≥2400件', '≥2500件', '≥2600件'],
      ['2460件', '2571件', '2688件'],
      30,
    ),
    series('satisfaction', 'satisfaction', '村民满意度', '≥90%', ['92%', '93%', '94%'], 10),
  ],
  [road]: [
    series(
      'output',
      'quantity',
      '维修道路里程',
      ['≥7公里', '≥8公里', '≥9公里'],
      ['7.5公里', '8.2公里', '9.6公里'],
      20,
    ),
    series('output', 'quality', '工程验收合格率', '100%', '100%', 15),
    series('output', 'timeliness', '完工时间', '{year}年11月30日前', '{year}年11月22日', 10),
    series(
      'output',
      'cost',
      '每公里维修成本',
      '≤18.5万元',
      ['17.3万元', '17.6万元', '13.8万元'],
      5,
    ),
    series('benefit', 'economic', '农产品运输成本下降率', '≥5%', ['5.4%', '5.8%', '6.1%'], 15),
    series(
      'benefit',
      'social',
      '受益村民户数',
      ['≥850户', '≥900户', '≥950户'],
      ['872户', '935户', '978户'],
      15,
    ),
    series('satisfaction', 'satisfaction', '沿线村民满意度', '≥90%', ['91%', '93%', '92%'], 10),
  ],
  [forest]: [
    series('output', 'quantity', '聘用护林员', '24人', '24人', 20),
    series(
      'output',
      'quantity',
      '开展巡查次数',
      ['≥90次', '≥100次', '≥110次'],
      ['96次', '104次', '118次'],
      10,
    ),
    series('output', 'quality', '火情处置率', '100%', '100%', 10),
    series('output', 'timeliness', '火情响应时间', '≤30分钟', ['26分钟', '25分钟', '24分钟'], 10),
    series('benefit', 'ecological', '森林覆盖率', '≥71%', ['71.3%', '71.5%', '71.6%'], 30),
    series('satisfaction', 'satisfaction', '林农满意度', '≥90%', ['93%', '92%', '95%'], 10),
  ],
};
