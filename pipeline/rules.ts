import { acrossRules } from './rules/across-rules.ts';
import { amountSumRules } from './rules/amount-sum-rules.ts';
import { baseRateRules } from './rules/base-rate-rules.ts';
import { baseSumRules } from './rules/base-sum-rules.ts';
import { budgetRules } from './rules/budget-rules.ts';
import { compositionRules } from './rules/composition-rules.ts';
import { copyRules } from './rules/copy-rules.ts';
import { duplicateForm } from './rules/duplicate-form.ts';
import { executionRules } from './rules/execution-rules.ts';
import { fiscalYearMismatch } from './rules/fiscal-year-mismatch.ts';
import { identityRules } from './rules/identity-rules.ts';
import { indicatorRules } from './rules/indicator-rules.ts';
import { moneyUnitRules } from './rules/money-unit-rules.ts';
import { narrativeRules } from './rules/narrative-rules.ts';
import { narrativeSumRules } from './rules/narrative-sum-rules.ts';
import { outcomeRules } from './rules/outcome-rules.ts';
import { projectNameRules } from './rules/project-name-rules.ts';
import { projectWithoutForm } from './rules/project-without-form.ts';
import { readingRules } from './rules/reading-rules.ts';
import { rowUnmapped } from './rules/row-unmapped.ts';
import type { Rule } from './rules/rule.ts';
import { scoreRules } from './rules/score-rules.ts';
import { sectionRules } from './rules/section-rules.ts';
import { severalValues } from './rules/several-values.ts';
import { structureRules } from './rules/structure-rules.ts';
import { targetUnmeasurable } from './rules/target-unmeasurable.ts';
import { templateTextLeft } from './rules/template-text-left.ts';
import { totalRowRules } from './rules/total-row.ts';
import { unitScaleSuspect } from './rules/unit-scale.ts';
import { weightRules } from './rules/weight-rules.ts';

/** Every check of one document, in the order findings are listed. docs/rules.md describes each. */
export const rules: readonly Rule[] = [
  ...amountSumRules,
  ...compositionRules,
  ...totalRowRules,
  ...budgetRules,
  unitScaleSuspect,
  ...moneyUnitRules,
  ...executionRules,
  ...weightRules,
  ...scoreRules,
  ...outcomeRules,
  ...indicatorRules,
  severalValues,
  targetUnmeasurable,
  ...copyRules,
  ...baseSumRules,
  ...baseRateRules,
  ...acrossRules,
  duplicateForm,
  ...narrativeRules,
  ...narrativeSumRules,
  projectWithoutForm,
  fiscalYearMismatch,
  ...identityRules,
  ...projectNameRules,
  ...sectionRules,
  ...structureRules,
  ...readingRules,
  rowUnmapped,
  templateTextLeft,
];
