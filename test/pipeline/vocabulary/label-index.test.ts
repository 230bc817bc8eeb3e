import { describe, expect, test } from 'vitest';
import { buildLabelIndex } from '../../../pipeline/vocabulary/label-index.ts';
import { builtInVocabulary } from '../../../schemas/built-in-vocabulary.ts';
import type { LabelConcept, LabelKind } from '../../../schemas/vocabulary.ts';

const labels = buildLabelIndex(builtInVocabulary);
const all = builtInVocabulary.flatMap((concept) =>
  concept.labels.map((label) => ({ kind: concept.kind, code: concept.code, label })),
);

describe('the built-in labels', () => {
  test('each find their own code', () => {
    const strays = all.filter(({ kind, code, label }) => labels.exact(kind, label)?.code !== code);
    expect(strays).toEqual([]);
  });

  /** Typed with one character missing: nothing, or still the same; another known label is no typo. */
  test('with one character missing are never taken for another', () => {
    const wrong: string[] = [];
    let found = 0;
    for (const { kind, code, label } of all.filter((l) => l.label.length >= 4)) {
      for (let i = 0; i < label.length; i++) {
        const typo = label.slice(0, i) + label.slice(i + 1);
        const match = labels.find(kind, typo);
        if (match && match.code === code) found++;
        else if (match && match.score < 1) wrong.push(`${label} → ${typo} → ${match.label}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(found).toBeGreaterThan(2000);
  });

  test('with one character wrong are never taken for another', () => {
    const wrong: string[] = [];
    for (const { kind, code, label } of all.filter((l) => l.label.length >= 4)) {
      for (let i = 0; i < label.length; i++) {
        const typo = `${label.slice(0, i)}某${label.slice(i + 1)}`;
        const match = labels.find(kind, typo);
        if (match && match.code !== code) wrong.push(`${label} → ${typo} → ${match.label}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('a printed label', () => {
  test.each([
    ['indicator_column', '偏差原因分析\n及改进措施', 'deviation_reason'],
    ['indicator_column', '年度指标值（A）', 'target'],
    ['indicator_column', '实际完成值(B)', 'actual'],
    ['funding_column', '全年执行数（B，万元）', 'executed'],
    ['funding_line', '其中：（1）上年结转资金', 'carryover'],
    ['level1', '产出指标（50分）', 'output'],
    ['level1', '产出', 'output'],
    ['level2', '服务对象满意度指标', 'satisfaction'],
    ['level2', '可持续影响\n指标', 'sustained_impact'],
    ['identity', '县级预算部门（单位）名称：', 'unit_name'],
    ['base_column', '2023年决算数（万元）', 'final'],
  ] as const)('of kind %s is known however it is set: %j', (kind, raw, code) => {
    expect(labels.exact(kind, raw)).toMatchObject({ code, score: 1 });
  });

  test('a little off is found, less surely, and says what it was taken for', () => {
    const match = labels.find('indicator_column', '偏差原因分析和改进措施');
    expect(match).toMatchObject({ code: 'deviation_reason' });
    expect(match?.score).toBeGreaterThanOrEqual(0.8);
    expect(match?.score).toBeLessThan(1);
    expect(labels.exact('indicator_column', '偏差原因分析和改进措施')).toBeUndefined();
  });

  test.each([
    ['funding_line', '年末结转和结余'],
    ['funding_line', '县级专项资金'],
    ['funding_line', '一般公共预算支出'],
    ['funding_line', '非财政拨款'],
    ['funding_column', '上年年初预算数'],
    ['funding_column', '预算调整率'],
    ['block', '长期绩效目标'],
    ['base_column', '编制控制率'],
  ] as const)(
    'of kind %s that says another thing is not taken for its neighbour: %s',
    (kind, raw) => {
      expect(labels.find(kind, raw)).toBeUndefined();
    },
  );

  test('that nothing resembles finds nothing', () => {
    expect(labels.find('identity', '项目总投资')).toBeUndefined();
    expect(labels.suggest('identity', '呵呵呵呵')).toBeUndefined();
  });

  test('that is a sentence finds nothing', () => {
    const sentence = '请各单位认真填写偏差原因分析及改进措施并于月底前报送财政局绩效股';
    expect(labels.find('indicator_column', sentence)).toBeUndefined();
    expect(labels.suggest('indicator_column', sentence)).toBeUndefined();
  });

  test('too far off to be used is still suggested', () => {
    expect(labels.find('funding_column', '年初预算数调整数')).toBeUndefined();
    expect(labels.suggest('funding_column', '年初预算数调整数')?.code).toMatch(
      /^(?:initial_budget|budget_adjustment)$/,
    );
  });
});

describe('an index', () => {
  const concept = (code: string, ...own: string[]): LabelConcept => ({
    kind: 'identity' satisfies LabelKind,
    code,
    labels: own,
  });

  test('finds nothing where two codes are equally close', () => {
    const index = buildLabelIndex([concept('a', '甲乙丙丁戊己'), concept('b', '甲乙丙丁戊庚')]);
    expect(index.find('identity', '甲乙丙丁戊辛')).toBeUndefined();
    expect(index.suggest('identity', '甲乙丙丁戊辛')?.code).toMatch(/^[ab]$/);
    expect(index.find('identity', '甲乙丙丁戊己')?.code).toBe('a');
  });

  test('finds the code of two close labels that are both its own', () => {
    const index = buildLabelIndex([concept('a', '甲乙丙丁戊己', '甲乙丙丁戊庚')]);
    expect(index.find('identity', '甲乙丙丁戊辛')?.code).toBe('a');
  });

  test('is not built where two codes claim one label', () => {
    expect(() => buildLabelIndex([concept('a', '名称'), concept('b', '名 称：')])).toThrow(
      new TypeError('Expected one code for the identity label "名 称：", got a and b'),
    );
  });

  test('is not built on a label of which nothing is left', () => {
    expect(() => buildLabelIndex([concept('a', '（万元）')])).toThrow(TypeError);
  });

  test('keeps kinds apart', () => {
    const index = buildLabelIndex([
      concept('a', '名称'),
      { kind: 'block', code: 'b', labels: ['名称'] },
    ]);
    expect(index.exact('identity', '名称')?.code).toBe('a');
    expect(index.exact('block', '名称')?.code).toBe('b');
    expect(index.exact('level1', '名称')).toBeUndefined();
  });
});
