import { control, project, stages, type UnitProfile, type YearFigures } from '../figures.ts';
import { type IndicatorSeries, series } from '../indicators.ts';
import { wan } from '../money.ts';

/** 白石滩镇: a river-side township of 18 villages, on the layout with cost as a level-1 indicator. */

export const baishitan: UnitProfile = {
  name: '云泽县白石滩镇人民政府',
  self: '我镇',
  filler: '沈麦穗',
  phone: '0739-0000128',
  duties:
    '贯彻执行上级决策部署，统筹辖区经济发展、村镇建设、民生保障、生态环境、安全生产和基层治理，指导18个村（社区）自治。',
  achievements: (year) => {
    const k = year - 2022;
    return [
      `产业发展稳步向前。新建油茶标准化基地${[260, 310, 345][k]}亩，扶持家庭农场${[9, 12, 14][k]}家，组织果蔬进城展销${[3, 4, 4][k]}场。`,
      `人居环境继续改善。完成户厕改造${[86, 74, 52][k]}户，清理沟渠${[31, 34, 36][k]}公里，垃圾分类覆盖全部村（社区）。`,
      `基层治理更加扎实。排查安全隐患${[142, 156, 171][k]}处并全部销号，调解矛盾纠纷${[118, 124, 131][k]}起，信访总量较上年下降。`,
    ];
  },
  problems: '部分绩效指标设置偏粗，个别项目前期准备不足，年末集中支付较多。',
  measures: '细化指标并与业务股室逐项会商，项目入库前完成选址和预算评审，按季通报支出进度。',
};

const village = '村级组织运转经费';
const environment = '农村人居环境整治经费';
const cleaning = '集镇保洁服务费';
const flood = '防汛物资储备经费';

export const baishitanBooks: readonly YearFigures[] = [
  {
    year: 2021,
    quota: 96,
    staff: 91,
    retired: 33,
    wages: stages(886.4, 912.75, 912.75),
    allowances: stages(58.2, 61.36, 61.36),
    publicExpense: stages(402, 431.18, 427.9),
    governmentFund: wan(110),
    otherFunds: wan(0),
    vehiclePurchase: control(0, 0),
    vehicleOperation: control(9.5, 9.12),
    reception: control(6.8, 6.35),
    office: control(52, 50.16),
    utilities: control(23.5, 22.87),
    meetings: control(8, 7.42),
    procurement: control(60, 55.4),
    projects: [
      project(village, 'business', [144, 144, 144]),
      project(cleaning, 'operation', [62, 65.5, 65.5]),
      project(environment, 'special', [180, 205, 198.6]),
    ],
  },
  {
    year: 2022,
    quota: 96,
    staff: 93,
    retired: 34,
    wages: stages(918.3, 951.62, 951.62),
    allowances: stages(60.5, 63.08, 63.08),
    publicExpense: stages(410, 446.25, 440.17),
    governmentFund: wan(126.5),
    otherFunds: wan(0),
    vehiclePurchase: control(0, 0),
    vehicleOperation: control(9.2, 8.95),
    reception: control(6.5, 6.08),
    office: control(51, 49.73),
    utilities: control(24, 23.41),
    meetings: control(7.6, 7.15),
    procurement: control(65, 61.28),
    projects: [
      project(village, 'business', [151.2, 151.2, 151.2]),
      project(cleaning, 'operation', [66, 68.4, 68.4]),
      project(environment, 'special', [210, 236, 229.35]),
    ],
  },
  {
    year: 2023,
    quota: 98,
    staff: 95,
    retired: 36,
    wages: stages(955, 983.4, 983.4),
    allowances: stages(62.4, 65.92, 65.92),
    publicExpense: stages(405, 438.6, 433.05),
    governmentFund: wan(98.4),
    otherFunds: wan(12.6),
    vehiclePurchase: control(0, 0),
    vehicleOperation: control(9, 8.64),
    reception: control(6.2, 5.77),
    office: control(50, 48.35),
    utilities: control(24.5, 24.08),
    meetings: control(7.2, 6.9),
    procurement: control(70, 66.12),
    projects: [
      project(village, 'business', [158.4, 158.4, 158.4]),
      project(cleaning, 'operation', [70, 72.8, 72.8]),
      project(environment, 'special', [240, 258.5, 251.7]),
      project(flood, 'special', [30, 32, 32]),
    ],
  },
  {
    year: 2024,
    quota: 98,
    staff: 96,
    retired: 37,
    wages: stages(978.5, 1006.28, 1006.28),
    allowances: stages(64.8, 67.15, 67.15),
    publicExpense: stages(398, 421.34, 417.9),
    governmentFund: wan(105.2),
    otherFunds: wan(8),
    vehiclePurchase: control(0, 0),
    vehicleOperation: control(8.8, 8.41),
    reception: control(5.9, 5.36),
    office: control(48, 46.9),
    utilities: control(25, 24.6),
    meetings: control(6.8, 6.33),
    procurement: control(72, 69.05),
    projects: [
      project(village, 'business', [162, 162, 162]),
      project(cleaning, 'operation', [74, 75.6, 75.6]),
      project(environment, 'special', [252, 266.4, 262.18]),
      project(flood, 'special', [32, 34.5, 34.5]),
    ],
  },
];

/** 产出 40, 效益 20, 满意度 10, 成本 20; 预算执行 has the other 10. */
export const baishitanIndicators: readonly IndicatorSeries[] = [
  series('output', 'quantity', '召开镇人民代表大会', '全年召开镇人民代表大会2次', '2次', 4),
  series(
    'output',
    'quantity',
    '组织党员集中学习',
    ['组织党员集中学习不少于36次', '组织党员集中学习不少于36次', '组织党员集中学习不少于40次'],
    ['38次', '41次', '43次'],
    4,
  ),
  series(
    'output',
    'quantity',
    '安全隐患排查',
    ['排查安全隐患130处以上', '排查安全隐患150处以上', '排查安全隐患160处以上'],
    ['142处', '156处', '171处'],
    6,
  ),
  series(
    'output',
    'quantity',
    '户厕改造',
    ['≥80户', '≥70户', '≥50户'],
    ['86户', '74户', '52户'],
    6,
  ),
  series('output', 'quality', '重点工作办结率', '≥95%', ['96.5%', '97%', '97.8%'], 6),
  series('output', 'quality', '矛盾纠纷化解率', '化解矛盾纠纷95%以上', ['93%', '96%', '96.4%'], 4, {
    2022: [3.9, '部分历史遗留纠纷跨年度办理，已列入次年台账'],
  }),
  series(
    'output',
    'timeliness',
    '上级交办任务按时完成率',
    '上级交办任务按时完成率达到95%以上',
    ['95.6%', '96%', '98%'],
    10,
  ),
  series(
    'benefit',
    'economic',
    '全镇财政税收',
    ['全镇税收达到1150万元以上', '全镇税收达到1200万元以上', '全镇税收达到1260万元以上'],
    ['1163万元', '1218万元', '1275万元'],
    8,
  ),
  series(
    'benefit',
    'social',
    '新增就业人数',
    ['≥240人', '≥250人', '≥260人'],
    ['251人', '246人', '272人'],
    6,
    {
      2023: [5.9, '外出务工返乡时间推迟，次年提前对接用工企业'],
    },
  ),
  series('benefit', 'ecological', '村庄清洁覆盖率', '100%', '100%', 6),
  series('satisfaction', 'satisfaction', '辖区群众满意度', '≥92%', ['94%', '95.2%', '95.8%'], 10),
  series('cost', 'economic_cost', '年度支出控制数', '≤{annual}万元', '{executed}万元', 20),
];

export const baishitanProjectIndicators: Readonly<Record<string, readonly IndicatorSeries[]>> = {
  [village]: [
    series('output', 'quantity', '保障村（社区）数量', '18个', '18个', 20),
    series('output', 'quality', '经费足额拨付率', '100%', '100%', 10),
    series('output', 'timeliness', '经费拨付时间', '{year}年12月20日前', '{year}年12月15日', 10),
    series('benefit', 'social', '村级事务办结率', '≥95%', ['96%', '97%', '97%'], 20),
    series('satisfaction', 'satisfaction', '村干部满意度', '≥90%', ['95%', '96%', '96%'], 10),
    series('cost', 'economic_cost', '项目支出控制数', '≤{annual}万元', '{executed}万元', 20),
  ],
  [environment]: [
    series(
      'output',
      'quantity',
      '清理沟渠长度',
      ['≥30公里', '≥33公里', '≥35公里'],
      ['31公里', '34公里', '36公里'],
      10,
    ),
    series(
      'output',
      'quantity',
      '户厕改造',
      ['≥80户', '≥70户', '≥50户'],
      ['86户', '74户', '52户'],
      10,
    ),
    series('output', 'quality', '整治验收合格率', '100%', ['98%', '100%', '100%'], 10, {
      2022: [9.8, '两处沟渠护坡返工，已于次年一月复验合格'],
    }),
    series('output', 'timeliness', '年度任务完成时间', '{year}年12月底前', '{year}年12月18日', 10),
    series('benefit', 'ecological', '生活垃圾无害化处理率', '≥98%', ['98.6%', '99%', '99.2%'], 20),
    series('satisfaction', 'satisfaction', '村民满意度', '≥90%', ['93%', '94%', '94.5%'], 10),
    series('cost', 'economic_cost', '项目支出控制数', '≤{annual}万元', '{executed}万元', 20),
  ],
  [cleaning]: [
    series('output', 'quantity', '保洁人员数量', '26人', '26人', 20),
    series('output', 'quality', '保洁考核合格率', '≥95%', ['96%', '97%', '98%'], 10),
    series('output', 'timeliness', '垃圾清运及时率', '≥98%', '99%', 10),
    series('benefit', 'ecological', '集镇道路清扫覆盖率', '100%', '100%', 20),
    series('satisfaction', 'satisfaction', '集镇居民满意度', '≥90%', '92%', 10),
    series('cost', 'economic_cost', '项目支出控制数', '≤{annual}万元', '{executed}万元', 20),
  ],
};
