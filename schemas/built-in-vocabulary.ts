import {
  baseColumnLabels,
  baseHeadingLabels,
  baseItemLabels,
} from './vocabulary/base-data-labels.ts';
import { blockLabels, totalRowLabels } from './vocabulary/block-labels.ts';
import { fundingColumnLabels, fundingLineLabels } from './vocabulary/funding-labels.ts';
import { identityLabels } from './vocabulary/identity-labels.ts';
import {
  goalColumnLabels,
  indicatorColumnLabels,
  level1Labels,
  level2Labels,
} from './vocabulary/indicator-labels.ts';
import type { LabelConcept } from './vocabulary.ts';

/** Every label guidang knows before a bureau adds its own. */
export const builtInVocabulary: readonly LabelConcept[] = [
  ...identityLabels,
  ...blockLabels,
  ...totalRowLabels,
  ...fundingColumnLabels,
  ...fundingLineLabels,
  ...indicatorColumnLabels,
  ...level1Labels,
  ...level2Labels,
  ...goalColumnLabels,
  ...baseColumnLabels,
  ...baseHeadingLabels,
  ...baseItemLabels,
];
