import { control, project, stages, type UnitProfile, type YearFigures } from '../figures.ts';
import { type IndicatorSeries, series } from '../indicators.ts';
import { wan } from '../money.ts';

/** 柳河湾乡: a small township below a reservoir; a flood in 2024 doubled one project's budget. */

export const liuhewan: UnitProfile = {
  name: '云泽县柳河湾乡人民政府',
  self: '我乡',
  filler: '陶望舒',
  phone: '0739-0000375',
  duties:
    '落实国家政策，推进乡村振兴，做好水库移民后期扶持、防汛救灾、农田水利、民政优抚和平安建设，服务9个行政村。',
  achievements: (year) => {
    const k = year - 2022;
    return [
      `水利设施逐步补强。清淤渠道${[14, 16, 22][k]}公里，维修山塘${[6, 7, 11][k]}口，恢复灌溉面积${[620, 700, 930][k]}亩。`,
      `特色种养形成规模。稻虾共作面积达到${[880, 940, 910][k]}亩，水产合作社吸纳社员${[164, 181, 187][k]}户。`,
      `民生底线兜牢。发放移民直补${[1120, 1116, 1109][k]}人，新建村级养老互助点${[2, 2, 1][k]}个。`,
    ];
  },
  problems: '水利设施欠账较多，绩效管理人员少且兼职，佐证材料收集不及时。',
  measures: '争取水利项目资金，固定绩效专管员，按季归集佐证材料并由财政所复核。',
};

const canal = '农田水利维修经费';
const migrants = '水库移民后期扶持资金';
const repair = '水毁设施修复资金';

export const liuhewanBooks: readonly YearFigures[] = [
  {
    year: 2021,
    quota: 48,
    staff: 46,
    retired: 14,
    wages: stages(438, 451.2, 451.2),
    allowances: stages(28.6, 29.74, 29.74),
    publicExpense: stages(196, 207.3, 204.85),
    governmentFund: wan(48),
    otherFunds: wan(0),
    vehiclePurchase: control(0, 0),
    vehicleOperation: control(4.8, 4.62),
    reception: control(3.5, 3.28),
    office: control(26, 25.1),
    utilities: control(11.2, 10.9),
    meetings: control(3.6, 3.31),
    procurement: control(22, 20.6),
    projects: [
      project('乡村运转保障经费', 'business', [72, 72, 72]),
      project(canal, 'operation', [58, 61, 60.2]),
      project(migrants, 'special', [66, 66, 66]),
    ],
  },
  {
    year: 2022,
    quota: 48,
    staff: 47,
    retired: 14,
    wages: stages(451.5, 466.83, 466.83),
    allowances: stages(29.3, 30.62, 30.62),
    publicExpense: stages(198, 210.5, 209.36),
    governmentFund: wan(52.3),
    otherFunds: wan(0),
    vehiclePurchase: control(0, 0),
    vehicleOperation: control(4.7, 4.55),
    reception: control(3.4, 3.11),
    office: control(26.4, 25.72),
    utilities: control(11.5, 11.26),
    meetings: control(3.5, 3.2),
    procurement: control(24, 22.75),
    projects: [
      project('乡村运转保障经费', 'business', [75.6, 75.6, 75.6]),
      project(canal, 'operation', [62, 64.8, 64.8]),
      project(migrants, 'special', [67.2, 67.2, 67.2]),
    ],
  },
  {
    year: 2023,
    quota: 48,
    staff: 47,
    retired: 15,
    wages: stages(466, 480.15, 480.15),
    allowances: stages(30.4, 31.5, 31.5),
    publicExpense: stages(195, 205.8, 203.42),
    governmentFund: wan(46.7),
    otherFunds: wan(4.8),
    vehiclePurchase: control(0, 0),
    vehicleOperation: control(4.6, 4.41),
    reception: control(3.2, 2.95),
    office: control(25.5, 24.88),
    utilities: control(11.8, 11.49),
    meetings: control(3.3, 3.04),
    procurement: control(25, 23.9),
    projects: [
      project('乡村运转保障经费', 'business', [78, 78, 78]),
      project(canal, 'operation', [65, 68.4, 66.93]),
      project(migrants, 'special', [66.96, 66.96, 66.96]),
    ],
  },
  {
    year: 2024,
    quota: 50,
    staff: 48,
    retired: 16,
    wages: stages(478, 491.26, 491.26),
    allowances: stages(31.2, 32.44, 32.44),
    publicExpense: stages(192, 201.6, 199.87),
    governmentFund: wan(51.2),
    otherFunds: wan(0),
    vehiclePurchase: control(0, 0),
    vehicleOperation: control(4.5, 4.33),
    reception: control(3, 2.72),
    office: control(25, 24.36),
    utilities: control(12, 11.7),
    meetings: control(3.1, 2.88),
    procurement: control(26, 24.95),
    projects: [
      project('乡村运转保障经费', 'business', [79.2, 79.2, 79.2]),
      project(canal, 'operation', [66, 71.5, 70.64]),
      project(migrants, 'special', [66.54, 66.54, 66.54]),
      project(repair, 'special', [120, 786, 778.31]),
    ],
  },
];

/** 产出 50, 效益 30, 满意度 10; 预算执行 has the other 10. */
export const liuhewanIndicators: readonly IndicatorSeries[] = [
  series('output', 'quantity', '服务行政村数量', '9个', '9个', 10),
  series(
    'output',
    'quantity',
    '渠道清淤长度',
    ['≥12公里', '≥15公里', '≥20公里'],
    ['14公里', '16公里', '22公里'],
    10,
  ),
  series('output', 'quality', '灌溉设施完好率', '≥90%', ['91%', '92%', '92.5%'], 15),
  series(
    'output',
    'timeliness',
    '年度重点任务完成时间',
    '{year}年12月31日前',
    '{year}年12月28日',
    15,
  ),
  series(
    'benefit',
    'economic',
    '稻虾共作亩均增收',
    ['≥800元', '≥850元', '≥850元'],
    ['836元', '872元', '861元'],
    10,
  ),
  series('benefit', 'social', '平安村创建达标率', '≥88%', ['88.9%', '88.9%', '100%'], 10),
  series('benefit', 'ecological', '河道水质达标率', '100%', ['100%', '100%', '98%'], 10, {
    2024: [9.8, '汛期上游来水浑浊，两次抽检超标，已加密巡河'],
  }),
  series('satisfaction', 'satisfaction', '群众满意度', '≥90%', ['92.5%', '93%', '91.4%'], 10),
];

export const liuhewanProjectIndicators: Readonly<Record<string, readonly IndicatorSeries[]>> = {
  [canal]: [
    series(
      'output',
      'quantity',
      '维修山塘数量',
      ['≥6口', '≥7口', '≥10口'],
      ['6口', '7口', '11口'],
      20,
    ),
    series('output', 'quality', '工程质量合格率', '100%', '100%', 15),
    series('output', 'timeliness', '春灌前完工率', '≥95%', ['96%', '100%', '95.5%'], 15),
    series(
      'benefit',
      'economic',
      '恢复灌溉面积',
      ['≥600亩', '≥680亩', '≥900亩'],
      ['620亩', '700亩', '930亩'],
      15,
    ),
    series('benefit', 'sustained_impact', '管护制度健全程度', '健全', '已健全并公示', 15),
    series('satisfaction', 'satisfaction', '受益农户满意度', '≥90%', ['92%', '93%', '94%'], 10),
  ],
  [migrants]: [
    series(
      'output',
      'quantity',
      '直补发放人数',
      ['1120人', '1116人', '1109人'],
      ['1120人', '1116人', '1109人'],
      20,
    ),
    series('output', 'quality', '发放准确率', '100%', '100%', 15),
    series('output', 'timeliness', '发放完成时间', '{year}年9月30日前', '{year}年9月18日', 10),
    series('output', 'cost', '人均补助标准', '600元', '600元', 5),
    series('benefit', 'social', '移民信访办结率', '≥95%', ['96%', '97%', '100%'], 30),
    series('satisfaction', 'satisfaction', '移民满意度', '≥90%', ['94%', '95%', '93%'], 10),
  ],
};
