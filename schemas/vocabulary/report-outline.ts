/**
 * Level-1 headings of self-evaluation reports, as printed in any numbering. They place a heading
 * whose number is broken (`3、` after 二、); a heading they don't know is placed by its number.
 */
export const level1Headings: readonly RegExp[] = [
  /(?:部门|单位|预算单位|项目|机构).{0,40}(?:基本情况|概况)$/,
  /^基本情况$/,
  /^(?:一般公共预算|政府性基金(?:预算)?|国有资本经营预算|社会保险基金预算).{0,40}支出情况$/,
  /(?:资金使用及|整体支出|部门).{0,40}绩效(?:实现)?情况$/,
  /^存在的?(?:主要)?问题/,
  /(?:改进|整改)(?:措施|建议)/,
  /(?:绩效)?自评结果(?:拟)?应用/,
  /^绩效自评工作(?:开展|组织)?情况/,
  /^绩效目标.{0,40}(?:完成情况|分解下达)/,
  /^偏离绩效目标/,
  /^其他需要说明/,
];

/** Nouns a heading ends with, where it is closed by a full stop like a sentence. */
export const headingNouns =
  /(?:情况|分析|问题|措施|概况|职能|职责|建议|原因|公开|应用|成效|目标|绩效|指标|其他|说明|结论|依据|效益|结果|构成|设置)$/;
