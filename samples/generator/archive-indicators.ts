import type { YearFigures } from './figures.ts';
import { type IndicatorSeries, series } from './indicators.ts';
import type { Random } from './random.ts';

/** Random indicators for the benchmark archive; all weights add up. */

type Count = (
  name: string,
  low: number,
  high: number,
  unit: string,
  weight: number,
) => IndicatorSeries;

/** 产出 50, 效益 30, 满意度 10, with one lost point now and then. */
function overallSeries(random: Random): IndicatorSeries[] {
  const quantity: Count = (name, low, high, unit, weight) => {
    const target = random.int(low, high);
    return series(
      'output',
      'quantity',
      name,
      `≥${target}${unit}`,
      `${target + random.int(0, 9)}${unit}`,
      weight,
    );
  };
  const rate = (low: number) => {
    const target = random.int(low, 95);
    return [`≥${target}%`, `${target + random.int(0, 4)}%`] as const;
  };
  const satisfaction = random.int(90, 92);
  const short = random.chance(0.3);
  return [
    quantity('召开镇级工作会议', 6, 30, '次', 4),
    quantity('组织党员集中学习', 20, 60, '次', 4),
    quantity('安全隐患排查', 60, 400, '处', 6),
    quantity('危旧房屋改造', 10, 90, '户', 4),
    quantity('新增就业人数', 100, 400, '人', 6),
    quantity('道路硬化里程', 2, 20, '公里', 6),
    series('output', 'quality', '重点工作办结率', ...rate(88), 6),
    series('output', 'quality', '矛盾纠纷化解率', ...rate(88), 4),
    series(
      'output',
      'timeliness',
      '各项工作完成时间',
      '{year}年12月31日前',
      '{year}年12月26日',
      10,
    ),
    series('benefit', 'economic', '税收收入增长率', '≥2%', `${random.int(20, 60) / 10}%`, 10),
    series('benefit', 'social', '便民事项办结率', ...rate(90), 10),
    series('benefit', 'ecological', '生活垃圾处理率', ...rate(90), 10),
    series(
      'satisfaction',
      'satisfaction',
      '群众满意度',
      `≥${satisfaction}%`,
      `${short ? satisfaction - 2 : satisfaction + 3}%`,
      10,
      short ? lostPoint : {},
    ),
  ];
}

const why = [9, '部分村居反映办事指引不够清楚，已集中整改'] as const;
const lostPoint = { 2022: why, 2023: why, 2024: why };

function projectSeries(random: Random): IndicatorSeries[] {
  const target = random.int(5, 60);
  return [
    series(
      'output',
      'quantity',
      '建设点位数量',
      `≥${target}处`,
      `${target + random.int(0, 3)}处`,
      20,
    ),
    series('output', 'quality', '验收合格率', '100%', '100%', 10),
    series(
      'output',
      'timeliness',
      '年度任务完成时间',
      '{year}年12月20日前',
      '{year}年12月12日',
      10,
    ),
    series('output', 'cost', '项目支出控制数', '≤{annual}万元', '{executed}万元', 10),
    series(
      'benefit',
      'social',
      '受益群众',
      `≥${target * 20}人`,
      `${target * 20 + random.int(0, 90)}人`,
      20,
    ),
    series('benefit', 'sustained_impact', '管护责任落实率', '≥95%', `${random.int(95, 99)}%`, 10),
    series('satisfaction', 'satisfaction', '受益群众满意度', '≥90%', `${random.int(91, 98)}%`, 10),
  ];
}

/** Indicators of the unit and of one or two of its projects. */
export function archiveIndicators(
  { projects }: YearFigures,
  random: Random,
): {
  overall: IndicatorSeries[];
  projects: Record<string, IndicatorSeries[]>;
} {
  const names = projects.slice(0, random.chance(0.4) ? 2 : 1).map(({ name }) => name);
  return {
    overall: overallSeries(random),
    projects: Object.fromEntries(names.map((name) => [name, projectSeries(random)])),
  };
}
