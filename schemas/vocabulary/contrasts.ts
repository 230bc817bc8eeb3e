/**
 * Words that tell labels apart which otherwise look alike. Where a printed label says one and a known
 * label another of the same line (年末结转 and 年初结转), they are different things however close.
 */
export const contrasts: readonly (readonly string[])[] = [
  ['年初', '年中', '年末', '年底'],
  ['上年', '去年', '本年', '当年', '全年', '次年', '半年'],
  ['中央', '省', '市', '县', '区', '乡', '镇', '上级', '本级', '地方'],
  ['一级', '二级', '三级', '四级'],
  ['收入', '支出'],
  ['预算', '决算', '执行'],
  ['计划', '预计', '实际', '预期'],
  ['长期', '中期', '年度'],
  ['目标', '指标'],
  ['增', '减'],
  ['主管', '实施', '使用'],
  ['经济', '社会', '生态'],
  ['数量', '质量', '时效', '成本'],
  ['编制', '在职', '实有', '退休'],
  ['规模', '投资'],
  ['购置', '运行'],
];

/** Words that make another thing of a label wherever one has them and the other has not. */
export const qualifiers: readonly string[] = [
  '非',
  '未',
  '不',
  '率',
  '占比',
  '比例',
  '上年',
  '去年',
  '预计',
  '负责人',
];
