import { describe, expect, test } from 'vitest';
import {
  type IndicatorValueContext,
  readIndicatorValue,
} from '../../../pipeline/values/indicator-value.ts';

/** Operator, value, upper end, unit, date: what is not said is left out. */
function read(raw: string, context: Partial<IndicatorValueContext> = {}): string {
  const value = readIndicatorValue(raw, { role: 'target', fiscalYear: 2024, ...context });
  return [value.operator, value.value, value.valueMax, value.unit, value.date]
    .filter((part) => part !== null)
    .join(' ');
}

describe('a comparator', () => {
  test.each([
    ['≥90%', 'gte 90 %'],
    ['＞＝90％', 'gte 90 %'],
    ['》=90%', 'gte 90 %'],
    ['≧85%', 'gte 85 %'],
    ['>90%', 'gt 90 %'],
    ['＜3天', 'lt 3 天'],
    ['≤90万元', 'lte 90 万元'],
    ['=42个', 'eq 42 个'],
    ['不低于90%', 'gte 90 %'],
    ['不得少于2次', 'gte 2 次'],
    ['不能超过5万元', 'lte 5 万元'],
    ['未超过5%', 'lte 5 %'],
    ['未达到95%', 'lt 95 %'],
    ['不足5%', 'lt 5 %'],
    ['控制在20万元以内', 'lte 20 万元'],
    ['大于等于90%', 'gte 90 %'],
    ['约20人', 'approx 20 人'],
  ])('before a figure says how it is meant: %s', (raw, expected) => {
    expect(read(raw)).toBe(expected);
  });

  test.each([
    ['90%以上', 'gte 90 %'],
    ['90%（含）以上', 'gte 90 %'],
    ['95%(含95%)以上', 'gte 95 %'],
    ['3人及以上', 'gte 3 人'],
    ['20万元以内', 'lte 20 万元'],
    ['20万元内', 'lte 20 万元'],
    ['3天内办结', 'lte 3 天'],
    ['20人左右', 'approx 20 人'],
    ['20余人', 'approx 20 人'],
    ['500万余元', 'approx 500 万元'],
    ['20+', 'gte 20'],
  ])('after a figure counts too: %s', (raw, expected) => {
    expect(read(raw)).toBe(expected);
  });

  test.each([
    ['节约5万元', 'eq 5 万元'],
    ['签约10个项目', 'eq 10 个'],
    ['附近3个村', 'eq 3 个'],
    ['近3年', 'eq 3 年'],
    ['下达5件', 'eq 5 件'],
    ['5个内设机构', 'eq 5 个'],
    ['10个许可证', 'eq 10 个'],
  ])('is none where its character is part of a word: %s', (raw, expected) => {
    expect(read(raw)).toBe(expected);
  });

  test('达到 compares in a target and only reports in an outcome', () => {
    expect(read('达到95%')).toBe('gte 95 %');
    expect(read('达到95%', { role: 'actual' })).toBe('eq 95 %');
    expect(read('达95%以上', { role: 'actual' })).toBe('gte 95 %');
    expect(read('≥4', { role: 'actual' })).toBe('gte 4');
  });

  test('stands in a column of its own, for the target only', () => {
    expect(read('95%', { property: '≥' })).toBe('gte 95 %');
    expect(read('95%', { property: '大于等于' })).toBe('gte 95 %');
    expect(read('≤5%', { property: '≥' })).toBe('lte 5 %');
    expect(read('95%', { property: '定量指标' })).toBe('eq 95 %');
    expect(read('一年', { property: '定性' })).toBe('text');
  });
});

test('a figure behind a symbol nobody can read is not guessed at', () => {
  expect(read('\uf0b312座')).toBe('text');
  expect(read('12座\uf0fc')).toBe('eq 12 座');
});

describe('a range', () => {
  test.each([
    ['90%-95%', 'between 90 95 %'],
    ['90～100%', 'between 90 100 %'],
    ['5至8次', 'between 5 8 次'],
    ['10万-20万元', 'between 10 20 万元'],
    ['≥90%且≤100%', 'between 90 100 %'],
    ['90%≤满意度<95%', 'between 90 95 %'],
    ['5≤N≤10', 'between 5 10'],
    ['≤30天，≥10天', 'between 10 30 天'],
  ])('has two ends: %s', (raw, expected) => {
    expect(read(raw)).toBe(expected);
  });

  test.each(['100%-90%', '5000-1万元', '6个月-1年', '2022-2024年', '2021年-2023年', '1-12月'])(
    'is none where its ends do not belong together: %s',
    (raw) => {
      expect(read(raw)).toBe('text');
    },
  );
});

describe('a unit', () => {
  test.each([
    ['12个工作日', 'eq 12 个工作日'],
    ['12个月', 'eq 12 个月'],
    ['3.2万亩', 'eq 3.2 万亩'],
    ['1.2万人次', 'eq 1.2 万人次'],
    ['3千人', 'eq 3 千人'],
    ['1200万', 'eq 1200 万'],
    ['120㎡', 'eq 120 m2'],
    ['10KM', 'eq 10 KM'],
    ['100mg/L', 'eq 100 mg/L'],
    ['≤70分贝', 'lte 70 分贝'],
    ['16周岁以下儿童', 'lte 16 周岁'],
    ['500元/人·月', 'eq 500 元/人·月'],
    ['2次/年', 'eq 2 次/年'],
    ['0.064次/10万公顷', 'eq 0.064 次/10万公顷'],
    ['90（%）', 'eq 90 %'],
    ['≥100百分比', 'gte 100 %'],
    ['12垄', 'eq 12 垄'],
    ['2\n个', 'eq 2 个'],
  ])('is kept as written: %s', (raw, expected) => {
    expect(read(raw)).toBe(expected);
  });

  test('stands in a column of its own where the cell has none', () => {
    expect(read('95', { unit: '%' })).toBe('eq 95 %');
    expect(read('95次', { unit: '%' })).toBe('eq 95 次');
    expect(read('95', { unit: '—' })).toBe('eq 95');
  });
});

describe('a figure in words', () => {
  test.each([
    ['百分之九十五', 'eq 95 %'],
    ['百分之百', 'eq 100 %'],
    ['百分之95', 'eq 95 %'],
    ['百分之九十五点五', 'eq 95.5 %'],
    ['百分之八十至百分之九十', 'between 80 90 %'],
    ['千分之三', 'eq 3 ‰'],
    ['一年', 'eq 1 年'],
    ['两次', 'eq 2 次'],
    ['不少于两次', 'gte 2 次'],
    ['三次以上', 'gte 3 次'],
    ['每周一次', 'eq 1 次'],
    ['不超过三个工作日', 'lte 3 个工作日'],
  ])('is read: %s', (raw, expected) => {
    expect(read(raw)).toBe(expected);
  });

  test.each([
    '一级',
    '一致',
    '一次性',
    '两三次',
    '三五个',
    '十几人',
    '数十人',
    '三月',
    '二〇二四年',
    '万分之5',
  ])('is not guessed from %s', (raw) => {
    expect(read(raw)).toBe('text');
  });
});

describe('a sentence', () => {
  test.each([
    ['全年召开2次镇人民代表大会', 'eq 2 次'],
    ['组织党员学习等各项党建活动不少于40次', 'gte 40 次'],
    ['组织政协委员调研工作共计12次', 'eq 12 次'],
    ['工青妇活动参与人次达560以上', 'gte 560'],
    ['化解矛盾纠纷95%以上', 'gte 95 %'],
    ['信访积案化解率达到95%', 'gte 95 %'],
    ['全镇全年总税收达到1200万元以上', 'gte 1200 万元'],
    ['发展新党员20人以上', 'gte 20 人'],
    ['镇人大会评选4件以上的民生实事项目', 'gte 4 件'],
    ['22个村正常完成上级安排的各项工作', 'eq 22 个'],
    ['2023年度完成5次', 'eq 5 次'],
    ['满意度-95%', 'eq 95 %'],
    ['80周岁以上老人补贴发放率100%', 'eq 100 %'],
    ['召开会议3次（每季度1次）', 'eq 3 次'],
    ['全年4次，每季度1次', 'eq 4 次'],
    ['共2次,其中上半年1次', 'eq 2 次'],
    ['95%（19/20）', 'eq 95 %'],
    ['80%以上得满分，每低1%扣1分', 'gte 80 %'],
    ['截至2024年12月31日，共发放500人', 'eq 500 人'],
    ['2024年12月31日前完成率≥98%', 'gte 98 %'],
  ])('gives the figure it is about: %s', (raw, expected) => {
    expect(read(raw)).toBe(expected);
  });

  test.each([
    ['5G基站10个', 'eq 10 个'],
    ['G107国道3公里', 'eq 3 公里'],
    ['PM2.5≤35', 'lte 35'],
    ['3A级景区2个', 'eq 2 个'],
    ['20大精神学习3次', 'eq 3 次'],
    ['《3年行动计划》落实率100%', 'eq 100 %'],
    ['12345政务热线办结率98%', 'eq 98 %'],
    ['1、完成道路5公里；2、完成桥梁3座', 'eq 5 公里'],
    ['C30混凝土200立方米', 'eq 200 立方米'],
  ])('has numbers in its names that are not its figure: %s', (raw, expected) => {
    expect(read(raw)).toBe(expected);
  });

  test.each([
    '六稳六保',
    '县道X015改造',
    '5G',
    '第1名',
    '前10名',
    '排名前10',
    '完成2024年度任务',
    '2024届毕业生',
    '完成“5个一”工程建设',
    '“1+3+N”',
    '符合GB50300-2013',
    '执行GB3838-2002Ⅲ类',
    'COVID-19防控',
    'K0+500',
    '1号楼',
    '1:1',
    '19/20',
    '3次/5次',
    '7×24小时',
    '9:00-17:00',
    '1年零6个月',
    '误差±5%',
    '温度-5°C',
    '1.2.3',
    '13800138000',
    '010-12345678',
    '第三季度',
    '4季度',
    '每月15日前',
  ])('without a figure is words: %s', (raw) => {
    expect(read(raw)).toBe('text');
  });
});

describe('a date', () => {
  test.each([
    ['2024年12月31日前', 'lte 2024-12-31'],
    ['2024年11月', 'eq 2024-11-30'],
    ['12月底前完成', 'lte 2024-12-31'],
    ['2024年6月30日前发放500人', 'lte 2024-06-30'],
  ])('is no figure: %s', (raw, expected) => {
    expect(read(raw)).toBe(expected);
  });

  test('is no length of time: 6月 names a month, ≤6月 six months', () => {
    expect(read('6月')).toBe('eq 2024-06-30');
    expect(read('6月以内')).toBe('lte 6 月');
    expect(read('1年')).toBe('eq 1 年');
    expect(read('15日内')).toBe('lte 15 日');
  });
});

describe('several figures in a cell', () => {
  test.each([
    ['≥4条、5条', 'gte 4 条'],
    ['10个，5个', 'eq 10 个'],
    ['95\n100', 'text'],
    ['120户500人', 'eq 500 人'],
  ])('are said to be several: %j', (raw, expected) => {
    expect(read(raw)).toBe(expected);
    expect(readIndicatorValue(raw, { role: 'actual', fiscalYear: null }).several).toBe(true);
  });

  test.each(['1 200人', '1，200人', '12,000人'])('are not seen in one set in threes: %s', (raw) => {
    const { value, several } = readIndicatorValue(raw, { role: 'actual', fiscalYear: null });
    expect([1200, 12_000]).toContain(value);
    expect(several).toBe(false);
  });
});

test.each([
  '达成预期指标',
  '优',
  '及时',
  '显著提升',
  '按时完成',
  '无',
  '是',
  '逐步提高',
  '全年',
  '翻一番',
  '达标',
])('a word without figure is text: %s', (raw) => {
  expect(read(raw)).toBe('text');
});

test.each(['', '—', '/', '#DIV/0!', '……'])('a blank cell says nothing: %j', (raw) => {
  expect(read(raw)).toBe('');
});
