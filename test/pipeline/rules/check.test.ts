import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../../pipeline/stages/check.ts';
import { Anomaly } from '../../../schemas/anomaly.ts';
import { amount, base, columns, execution, form, indicator } from './form-builder.ts';

const check = (...forms: ReturnType<typeof form>[]) =>
  checkDocument({
    fileName: 'a.docx',
    forms: forms.map((f, index) => ({ ...f, ordinal: index + 1 })),
  });

describe('checkDocument', () => {
  it('names the places at which a reader was in doubt about a figure, a kind in one finding', () => {
    const cut = (page: number) => ({
      code: 'text-clipped',
      message: `第 ${page} 页有 1 处数字被裁切`,
      at: null,
    });
    const notices = [
      ...[1, 2, 3, 4].map(cut),
      { code: 'text-typed-on', message: '键入', at: null },
    ];
    const found = checkDocument({ fileName: 'a.pdf', forms: [], notices });
    expect(found).toMatchObject([
      { rule_code: 'low_confidence', severity: 'warning', field: 'text-clipped', actual: '4' },
    ]);
    expect(found[0]?.message).toMatch(/^第 1 页.*第 3 页有 1 处数字被裁切等共4处。$/u);
  });

  it('gives nothing on a document without forms', () => {
    expect(check()).toEqual([]);
  });

  it('lowers an error that rests on a doubtful reading', () => {
    const over = (confidence: number) =>
      form('overall_self_evaluation', {
        amounts: columns('total', 6, 6, 7).map((a) => ({ ...a, confidence })),
      });
    const severityOf = (confidence: number) =>
      check(over(confidence)).find((a) => a.rule_code === 'over_execution')?.severity;
    expect([severityOf(0.79), severityOf(0.8)]).toEqual(['warning', 'error']);
  });

  it('lowers an error of a form that may go on over a page nobody could read, and says so', () => {
    const over = (page_from: number, page_to: number) =>
      form('overall_self_evaluation', {
        page_from,
        page_to,
        title: '部门整体支出绩效自评表',
        amounts: columns('total', 6, 6, 7),
      });
    const found = (unread: number, [from, to]: [number, number]) => {
      const document = { fileName: 'a.pdf', forms: [over(from, to)], unreadPages: [unread] };
      return checkDocument(document).find((a) => a.rule_code === 'over_execution');
    };
    expect(found(3, [1, 2])?.severity).toBe('warning');
    expect(found(3, [1, 2])?.message).toMatch(/（第 3 页没有可读的文字，本表可能不全）$/);
    expect(found(2, [1, 3])?.severity).toBe('warning');
    expect(found(4, [1, 2])?.severity).toBe('error');
    expect(found(4, [1, 2])?.message).not.toContain('没有可读的文字');
    expect(found(1, [2, 2])?.severity).toBe('error');
  });

  it('says one cause once for a rule, a form and a field', () => {
    const twice = form('overall_self_evaluation', {
      indicators: [
        indicator('办结率', { weight: 8, score: 10 }),
        indicator('办结率', { weight: 8, score: 10 }),
      ],
    });
    const found = check(twice).filter((a) => a.rule_code === 'score_exceeds_weight');
    expect(found).toHaveLength(1);
  });

  it('lists findings by form, those about the whole document last', () => {
    const found = check(
      form('overall_report', { title: null }),
      form('overall_self_evaluation', { title: null, executions: [execution({ score: 11 })] }),
    );
    const places = found.map((a) => a.form_ordinal ?? Number.POSITIVE_INFINITY);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(found.at(-1)?.rule_code).toBe('missing_form');
  });

  it('gives anomalies of the published shape whose evidence are values of the document', () => {
    const forms = [
      form('overall_base_data', { base_data: [base('project_total', 'current_final', 0)] }),
      form('overall_self_evaluation', {
        amounts: [amount('project_expenditure', 'reported', 196.6)],
      }),
    ];
    const known = new Set(
      forms.flatMap((f) => [...f.amounts, ...f.base_data].map((record) => record.value_id)),
    );
    const found = check(...forms).find((a) => a.rule_code === 'base_vs_evaluation');
    expect(Anomaly.parse(found)).toEqual(found);
    expect(found?.evidence.every((id) => known.has(id))).toBe(true);
    expect(found?.message).toBe(
      '基础数据表项目支出本年决算数0万元，自评表项目支出196.6万元，相差196.6万元。',
    );
  });
});
