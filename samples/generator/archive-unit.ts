import type { BudgetAndFinal, Stages, UnitProfile, YearFigures } from './figures.ts';
import { control, project, stages } from './figures.ts';
import { wan } from './money.ts';
import type { Random } from './random.ts';

/** Random units for the benchmark archive: the shape of real townships, no real name. */

const counties = [
  '云泽县',
  '岚桥县',
  '青岫县',
  '石漪县',
  '鹤汀县',
  '槐洲县',
  '霜溪县',
  '澜岳县',
] as const;
const firsts = [
  '白',
  '青',
  '石',
  '柳',
  '云',
  '松',
  '竹',
  '梅',
  '桐',
  '沙',
  '龙',
  '鹿',
  '雁',
  '枫',
] as const;
const seconds = [
  '石',
  '溪',
  '坳',
  '湾',
  '桥',
  '坪',
  '塘',
  '岭',
  '洲',
  '铺',
  '冲',
  '泉',
  '滩',
  '田',
] as const;
const kinds = ['镇', '乡', '街道'] as const;
const tasks = ['道路', '水利', '产业', '环境', '养老', '文化', '防火', '治安'] as const;

/** The name of the n-th unit (0-based): different for the first 4 704, then with a number. */
function unitName(unit: number): { name: string; kind: string } {
  const at = <T>(items: readonly [T, ...T[]], index: number): T =>
    items[index % items.length] ?? items[0];
  const county = at(counties, unit);
  const kind = at(kinds, Math.floor(unit / counties.length));
  const second = at(seconds, Math.floor(unit / 24));
  const first = at(firsts, Math.floor(unit / 24 / seconds.length) + Math.floor(unit / 24));
  const again = Math.floor(unit / 4704);
  const office = kind === '街道' ? '办事处' : '人民政府';
  return {
    name: `${county}${first}${second}${again === 0 ? '' : again + 1}${kind}${office}`,
    kind,
  };
}

export function archiveProfile(unit: number, random: Random): UnitProfile {
  const { name, kind } = unitName(unit);
  const villages = random.int(8, 32);
  const counts = [random.int(3, 40), random.int(20, 900), random.int(10, 300)] as const;
  return {
    name,
    self: kind === '街道' ? '我街道' : `我${kind}`,
    filler: '某经办',
    phone: `0739-${String(unit).padStart(7, '0')}`,
    duties: `贯彻上级决策部署，统筹经济发展、公共服务、平安建设和生态环境保护，指导${villages}个村（社区）工作。`,
    achievements: () => [
      `项目建设有力推进。完成${random.pick(tasks)}工程${counts[0]}处，群众出行和生产条件改善。`,
      `民生服务持续优化。帮助困难群众${counts[1]}户，办理便民事项及时高效，接受群众监督。`,
      `社会大局保持稳定。化解矛盾纠纷${counts[2]}起，安全隐患整改到位，未发生较大事故。`,
    ],
    problems: '绩效指标量化程度不够，资金支付进度不均衡，佐证资料归集不及时。',
    measures: '加强业务与财务衔接，细化年度指标，按季开展绩效监控并通报结果。',
  };
}

/** A plausible initial, annual and executed amount around `size` 万元. */
function amount(random: Random, size: number): [number, number, number] {
  const initial = random.int(size * 80, size * 120) / 100;
  const annual = Math.round((initial * random.int(1000, 1300)) / 10) / 100;
  const executed = Math.round((annual * random.int(920, 1000)) / 10) / 100;
  return [initial, annual, executed];
}

function pair(random: Random, size: number): [number, number] {
  const budget = random.int(size * 80, size * 120) / 100;
  return [budget, Math.round((budget * random.int(850, 990)) / 10) / 100];
}

function books(year: number, random: Random, projects: readonly string[]): YearFigures {
  const quota = random.int(40, 140);
  return {
    year,
    quota,
    staff: quota - random.int(0, 6),
    retired: random.int(8, 60),
    wages: stages(...amount(random, random.int(400, 1400))),
    allowances: stages(...amount(random, random.int(20, 90))),
    publicExpense: stages(...amount(random, random.int(150, 600))),
    governmentFund: wan(random.int(0, 9000) / 100),
    otherFunds: wan(random.chance(0.3) ? random.int(100, 2000) / 100 : 0),
    vehiclePurchase: control(0, 0),
    vehicleOperation: control(...pair(random, 8)),
    reception: control(...pair(random, 6)),
    office: control(...pair(random, 40)),
    utilities: control(...pair(random, 20)),
    meetings: control(...pair(random, 6)),
    procurement: control(...pair(random, 60)),
    projects: projects.map((name, index) =>
      project(
        name,
        index === 0 ? 'business' : index === 1 ? 'operation' : 'special',
        amount(random, random.int(30, 300)),
      ),
    ),
  };
}

/** A year later: every amount a little up or down, the staff by a person or two. */
function nextYear(figures: YearFigures, random: Random): YearFigures {
  const grown = (value: number): number =>
    Math.round((value * random.int(97, 106)) / 1_000_000) * 10_000;
  const later = ({ initial, annual, executed }: Stages): Stages => {
    const factor = random.int(97, 106);
    const scale = (value: number) => Math.round((value * factor) / 1_000_000) * 10_000;
    return { initial: scale(initial), annual: scale(annual), executed: scale(executed) };
  };
  const controlled = ({ budget, final }: BudgetAndFinal): BudgetAndFinal => ({
    budget: grown(budget),
    final: grown(final),
  });
  return {
    ...figures,
    year: figures.year + 1,
    staff: Math.min(figures.quota, figures.staff + random.int(-1, 2)),
    retired: figures.retired + random.int(0, 2),
    wages: later(figures.wages),
    allowances: later(figures.allowances),
    publicExpense: later(figures.publicExpense),
    governmentFund: grown(figures.governmentFund),
    otherFunds: grown(figures.otherFunds),
    vehicleOperation: controlled(figures.vehicleOperation),
    reception: controlled(figures.reception),
    office: controlled(figures.office),
    utilities: controlled(figures.utilities),
    meetings: controlled(figures.meetings),
    procurement: controlled(figures.procurement),
    projects: figures.projects.map((item) => ({ ...item, amounts: later(item.amounts) })),
  };
}

/** A unit's books of 2021 to 2024, each year from the one before. */
export function archiveBooks(random: Random): YearFigures[] {
  const names = [
    '村级组织运转经费',
    `${random.pick(tasks)}管护经费`,
    `${random.pick(tasks)}设施建设资金`,
    '应急救灾专项资金',
  ];
  const first = books(2021, random, names);
  const second = nextYear(first, random);
  const third = nextYear(second, random);
  return [first, second, third, nextYear(third, random)];
}
