import { squeeze } from '../../schemas/text.ts';
import { readIndicatorValue } from '../values/indicator-value.ts';
import { indicatorName } from './form-records.ts';
import type { Rule } from './rule.ts';

/** Remarks in brackets, and how often a thing is done (每季度1次), list no further value. */
const aside = /[(（][^()（）]*[)）]|每[^\d,，;；、。]{0,4}\d*(?:\.\d+)?[个次场期件人户]?/gu;

/** Whether a target or an outcome lists more than one figure: ≥4条、5条. */
export function listsFigures(raw: string | null, role: 'target' | 'actual'): boolean {
  if (raw === null || (raw.match(/\d[\d.,，]*/gu)?.length ?? 0) < 2) return false;
  // Line breaks part the items of a list.
  const text = raw
    .trim()
    .replace(/\s*\n\s*/gu, '；')
    .replace(aside, '');
  const reading = readIndicatorValue(text, { role, fiscalYear: null });
  return reading.several && reading.operator !== 'between';
}

/** A line break may part two figures or cut one: it is shown. */
function spell(raw: string): string {
  return squeeze(raw.trim().replace(/\s*\n\s*/gu, '/')).slice(0, 40);
}

export const severalValues: Rule = {
  code: 'several_values',
  severity: 'info',
  title: '一格多个数值',
  basis: '自评表：一项三级指标一个年度指标值、一个实际完成值；多个数值应分列为多项指标',
  formula: '年度指标值或实际完成值单元格中不止一个数（上下限、括号内说明、频次除外）',
  tolerance: '无',
  *check({ forms }) {
    for (const form of forms) {
      const listed = form.indicators.flatMap((i) => {
        const raw = listsFigures(i.target_raw, 'target')
          ? i.target_raw
          : listsFigures(i.actual_raw, 'actual')
            ? i.actual_raw
            : null;
        return raw === null ? [] : [{ indicator: i, raw: spell(raw) }];
      });
      const [first] = listed;
      if (first === undefined) continue;
      const said = listed
        .slice(0, 5)
        .map(({ indicator, raw }) => `${indicatorName(indicator)}填“${raw}”`);
      yield {
        form,
        field: first.indicator.level3,
        actual: first.raw,
        message: `${listed.length}项指标的一格内不止一个数，请核对取数：${said.join('、')}${listed.length > said.length ? '等' : ''}。`,
        evidence: listed.map(({ indicator }) => indicator.value_id),
      };
    }
  },
};
