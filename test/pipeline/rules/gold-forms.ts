import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { FormType } from '../../../schemas/codes.ts';
import { MappedForm } from '../../../schemas/form.ts';
import { fen } from './form-builder.ts';

/** The expected readings of the shared documents, as mapped forms: perfect input for rules. */

export const goldFolder = new URL('../../../../shared/eval/dev/gold/', import.meta.url);

const Loose = z.record(z.string(), z.unknown());
const GoldForm = z.looseObject({
  form_type: z.string(),
  title: z.unknown(),
  fiscal_year: z.unknown(),
  unit_name: z.unknown(),
  project_name: z.unknown(),
  amounts: z.array(Loose),
  lines: z.array(Loose),
  indicators: z.array(Loose),
  base_data: z.array(Loose),
  goals: z.array(Loose),
  sections: z.array(Loose),
  narrative_facts: z.array(Loose),
  form_total: Loose.nullish(),
});
const GoldDocument = z.looseObject({
  file: z.string(),
  expect: z.unknown(),
  clean: z.boolean().optional(),
  anomalies: z.array(z.looseObject({ rule_code: z.string(), field: z.string() })).default([]),
  implied: z.array(z.string()).default([]),
  forms: z.array(GoldForm).default([]),
  unit_key: z.string().nullish(),
  sha256: z.string(),
});
export interface GoldDocument {
  readonly file: string;
  readonly clean: boolean;
  readonly anomalies: readonly { rule_code: string; field: string }[];
  readonly implied: readonly string[];
  readonly forms: readonly MappedForm[];
  readonly unit_key?: string | null | undefined;
  readonly sha256: string;
}

/** {"any": [a, b]} stands for either; a misprint is the last of the readings. */
function settle(value: unknown, pick: 'first' | 'last'): unknown {
  const choice = z.strictObject({ any: z.array(z.unknown()) }).safeParse(value);
  return choice.success ? choice.data.any.at(pick === 'first' ? 0 : -1) : value;
}

let counter = 0;

function record(row: Record<string, unknown>): Record<string, unknown> {
  counter += 1;
  const settled = Object.entries(row).map(([key, value]) => [key, settle(value, 'first')]);
  const { optional: _, ...plain } = Object.fromEntries(settled) as Record<string, unknown>;
  return { value_id: `g${counter}`, confidence: 1, sources: {}, ...plain };
}

function percentText(value: unknown): string | null {
  return typeof value === 'number' ? `${Number((value * 100).toFixed(2))}%` : null;
}

function toForm(gold: z.infer<typeof GoldForm>, ordinal: number): MappedForm {
  const isTable = gold.form_type === ('overall_self_evaluation' satisfies FormType);
  const own = isTable ? 'last' : 'first';
  const unit = settle(gold.unit_name, own) ?? null;
  const year = settle(gold.fiscal_year, own) ?? null;
  const total = gold.form_total;
  return MappedForm.parse({
    form_id: `gold-f${ordinal}`,
    base_items: [],
    ordinal,
    form_type: gold.form_type,
    title: settle(gold.title, own) ?? null,
    fiscal_year: year,
    unit_name: unit,
    unit_name_raw: unit,
    project_name: settle(gold.project_name, 'first') ?? null,
    supervising_unit: null,
    implementing_unit: null,
    filled_on: null,
    page_from: null,
    page_to: null,
    confidence: 1,
    sources: {},
    tables: [],
    amounts: gold.amounts.map((row) => {
      const settled = record(row);
      const { amount_fen: amount } = settled;
      const raw = typeof amount === 'number' ? String(amount / 1e6) : '';
      return { line_label_raw: '', amount_raw: raw, ...settled };
    }),
    executions: gold.lines.map((row) => {
      const settled = record(row);
      const { execution_rate: rate } = settled;
      return {
        line_label_raw: '',
        execution_rate_raw: percentText(rate),
        ...settled,
      };
    }),
    indicators: gold.indicators.map((row, index) => ({
      ordinal: index + 1,
      level1_raw: null,
      level2_raw: null,
      remark: null,
      ...record(row),
    })),
    groups: [],
    base_data: gold.base_data.map((row, index) => {
      const settled = record(row);
      const { value, unit: of, item_code: item } = settled;
      const money = of === 'wan_yuan' && typeof value === 'number';
      return {
        ordinal: index + 1,
        item_label_raw: String(item),
        value_raw: of === 'ratio' ? percentText(value) : String(value ?? ''),
        amount_fen: money ? fen(value) : null,
        ...settled,
      };
    }),
    goals: gold.goals.map((row, i) => ({ ordinal: i + 1, ...record(row) })),
    key_tasks: [],
    form_totals: total === null || total === undefined ? [] : [record(total)],
    sections: gold.sections.map((row, i) => ({
      ordinal: i + 1,
      text: '……',
      page: null,
      ...record(row),
    })),
    narrative_facts: gold.narrative_facts.map((row) => ({
      section_ordinal: null,
      subject_code: null,
      measure: null,
      amount_fen: null,
      change_direction: null,
      change_value: null,
      sentence: '',
      subset_of: null,
      ...record(row),
    })),
    unmapped_labels: [],
    unclaimed: [],
    unit_stated: true,
  });
}

export function goldDocuments(): GoldDocument[] {
  return readdirSync(goldFolder)
    .filter((name) => name.endsWith('.json') && !name.startsWith('_'))
    .sort()
    .flatMap((name) => {
      const gold = GoldDocument.parse(
        JSON.parse(readFileSync(new URL(encodeURIComponent(name), goldFolder), 'utf8')),
      );
      if (gold.expect !== 'loaded') return [];
      return [
        { ...gold, clean: gold.clean ?? false, forms: gold.forms.map((f, i) => toForm(f, i + 1)) },
      ];
    });
}
