import { duplicateFormAcrossDocuments } from './unit/duplicate-form.ts';
import { figuresRepeated, indicatorDropped } from './unit/indicators-over-years.ts';
import { priorYearRestated } from './unit/prior-year-restated.ts';
import { staffJump } from './unit/staff-jump.ts';
import { yoyJump } from './unit/yoy-jump.ts';
import type { UnitRule } from './unit-rule.ts';

/** Every check across the years of one unit. docs/rules.md describes each. */
export const unitRules: readonly UnitRule[] = [
  yoyJump,
  priorYearRestated,
  duplicateFormAcrossDocuments,
  figuresRepeated,
  indicatorDropped,
  staffJump,
];
