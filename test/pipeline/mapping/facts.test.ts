import { expect, test } from 'vitest';
import { understand } from '../../../pipeline/understand.ts';
import { buildLabelIndex } from '../../../pipeline/vocabulary/label-index.ts';
import { builtInVocabulary } from '../../../schemas/built-in-vocabulary.ts';

const labels = buildLabelIndex(builtInVocabulary);

/** The figures of a report's body as value and unit. */
async function factsOf(body: string): Promise<string[]> {
  const page = `<meta charset="utf-8"><h1>甲县交通运输局2023年度部门整体支出绩效自评报告</h1>
    <p>一、部门概况</p><p>本单位为行政单位。</p><p>二、支出情况</p>${body}`;
  const { forms } = await understand(Buffer.from(page), 'a.html', { labels });
  const facts = forms?.flatMap((form) => form.narrative_facts) ?? [];
  return facts.map(({ subject_raw, value, unit }) => `${subject_raw} ${value}${unit}`);
}

test('the number of a list is no part of the figure that its item begins with', async () => {
  expect(await factsOf('<ol><li>1200万元用于基本支出。</li></ol>')).toEqual([
    '用于基本支出 1200万元',
  ]);
});

test('blanks between thousands are within a figure; what follows another digit and a blank is none', async () => {
  expect(await factsOf('<p>基本支出1 235.5万元，项目支出12 35万元。</p>')).toEqual([
    '基本支出 1235.5万元',
  ]);
});

test('a note mark is no digit of the figure before it', async () => {
  const facts = await factsOf('<p>预算数100<sup>2</sup>万元，执行率95①%，会议费30万元。</p>');
  expect(facts).toEqual(['会议费 30万元']);
});

test('several magnitudes are one figure, or none', async () => {
  const facts = await factsOf('<p>培训费3万2千元，公用经费1.2亿3千万元，会议费2万元。</p>');
  expect(facts).toEqual(['培训费 3.2万元', '会议费 2万元']);
});
