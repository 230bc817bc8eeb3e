import { describe, expect, it } from 'vitest';
import { rules } from '../../../pipeline/rules.ts';
import { amountCases } from './amount-cases.ts';
import { blockCases } from './block-cases.ts';
import { documentCases } from './document-cases.ts';
import { indicatorCases } from './indicator-cases.ts';
import { findingsOf, severityOf } from './rule-cases.ts';

const cases = [...amountCases, ...blockCases, ...indicatorCases, ...documentCases];

describe.each(rules.map((rule) => rule.code))('%s', (code) => {
  const own = cases.filter((c) => c.code === code);

  it.each(own.filter((c) => c.says !== null))('finds $name', (example) => {
    const [finding, ...more] = findingsOf(example);
    expect(finding?.message).toContain(example.says);
    expect(finding?.message).toMatch(/。$/u);
    expect(finding?.severity ?? severityOf(code)).toBe(example.severity ?? severityOf(code));
    expect(more).toEqual([]);
  });

  it.each(own.filter((c) => c.says === null))('is silent on $name', (example) => {
    expect(findingsOf(example).map((finding) => finding.message)).toEqual([]);
  });

  it('has an example that fires and a near miss that does not', () => {
    expect(own.some((c) => c.says !== null)).toBe(true);
    expect(own.some((c) => c.says === null)).toBe(true);
  });
});
