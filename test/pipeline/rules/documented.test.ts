import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { unitRules } from '../../../pipeline/rules/unit-rules.ts';
import { rules } from '../../../pipeline/rules.ts';

interface Described {
  readonly code: string;
  readonly title: string;
  readonly severity: string;
  readonly formula: string;
  readonly tolerance: string;
  readonly basis: string;
}

function describedIn(heading: string): string[] {
  const page = readFileSync(new URL('../../../docs/rules.md', import.meta.url), 'utf8');
  const section = page.split(/^## /mu).find((part) => part.startsWith(heading)) ?? '';
  return section.split('\n').filter((line) => /^\| (?!code )[a-z0-9_]+ \|/u.test(line));
}

function row(rule: Described): string {
  const { code, title, severity, formula, tolerance, basis } = rule;
  return `| ${[code, title, severity, formula, tolerance, basis].join(' | ')} |`;
}

describe('docs/rules.md', () => {
  it('describes every rule of one document as it runs, and no other', () => {
    expect(describedIn('Rules of one document')).toEqual(rules.map(row));
  });

  it('describes every rule across years as it runs, and no other', () => {
    expect(describedIn('Rules across the years')).toEqual(unitRules.map(row));
  });
});

describe('the list of rules', () => {
  it('has each code once', () => {
    const codes = rules.map((rule) => rule.code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('says all of a rule in text that fits a table cell', () => {
    for (const rule of [...rules, ...unitRules]) {
      for (const text of [rule.title, rule.basis, rule.formula, rule.tolerance]) {
        expect(text).toMatch(/^[^|\n]+$/u);
      }
    }
  });
});
