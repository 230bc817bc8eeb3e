import { squeeze } from '../../schemas/text.ts';
import { indicatorName } from './form-records.ts';
import type { Rule } from './rule.ts';

/** Words that set no level at all, as the whole of a target. */
const vague =
  /^(?:若干|一批|大量|适量|适当|较多|不定|不限|待定|尽可能|尽量|视情况|视情|无法量化|不可量化|难以量化|(?:根据|按照?|视|依据)(?:实际|需要|情况|需求|实际情况|实际需要)(?:确定|而定|为准|开展|安排|完成|执行)?|按需|据实)[。.]?$/u;

export const targetUnmeasurable: Rule = {
  code: 'target_unmeasurable',
  severity: 'warning',
  title: '指标值无法衡量',
  basis: '财预〔2020〕10号：指标值应可衡量；定量的填数值，定性的填可分档的表述',
  formula: '年度指标值只写“若干”“按实际”“视情况”等，既无数值也不可分档',
  tolerance: '无',
  *check({ forms }) {
    for (const form of forms) {
      for (const indicator of form.indicators) {
        const target = squeeze(indicator.target_raw ?? '');
        if (!vague.test(target)) continue;
        yield {
          form,
          field: indicator.level3,
          actual: target,
          message: `${indicatorName(indicator)}的年度指标值为“${target}”，无法衡量是否完成。`,
          evidence: [indicator.value_id],
        };
      }
    }
  },
};
