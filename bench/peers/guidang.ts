import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { defaultLimits } from '../../extractors/extractor.ts';
import { detectDocument } from '../../pipeline/stages/detect.ts';
import { understand } from '../../pipeline/understand.ts';
import { buildLabelIndex, type LabelIndex } from '../../pipeline/vocabulary/label-index.ts';
import type { Anomaly } from '../../schemas/anomaly.ts';
import { builtInVocabulary } from '../../schemas/built-in-vocabulary.ts';
import type { Block } from '../../schemas/document.ts';
import type { MappedForm, Source } from '../../schemas/form.ts';
import type { Output } from './output.ts';

/** What is compared with the other tools: who reads the file is found, and the file is read. */
export async function readByGuidang(path: string): Promise<Output> {
  const bytes = new Uint8Array(readFileSync(path));
  const { extractor } = await detectDocument(bytes, basename(path));
  const { value, notices } = await extractor.extract(bytes, defaultLimits);
  return outputOf(
    value.blocks,
    notices.map(({ at }) => at ?? ''),
  );
}

function outputOf(blocks: readonly Block[], doubts: readonly string[]): Output {
  const tables = blocks.filter((block) => block.kind === 'table');
  const texts = blocks.flatMap((block) =>
    block.kind === 'table' ? block.cells.map(({ text }) => text) : [block.text],
  );
  return {
    kind: 'grids',
    grids: tables.map(({ cells }) => cells),
    tableNumbers: tables.map(({ tableNo }) => tableNo),
    text: texts.join('\n'),
    doubts,
  };
}

let labels: LabelIndex | undefined;

/** Where the later stages have a doubt, or a finding above mere information; not timed. */
export async function doubtsOf(path: string): Promise<string[]> {
  labels ??= buildLabelIndex(builtInVocabulary);
  const bytes = new Uint8Array(readFileSync(path));
  const { notices, forms, anomalies } = await understand(bytes, path, { labels });
  const places = notices.map(({ at }) => at ?? '');
  return [...places, ...evidencePlaces(forms ?? [], anomalies ?? [])];
}

/** The rows that findings rest on, as notices name them. */
function evidencePlaces(forms: readonly MappedForm[], anomalies: readonly Anomaly[]): string[] {
  const evidence = new Set(
    anomalies.filter(({ severity }) => severity !== 'info').flatMap((anomaly) => anomaly.evidence),
  );
  return forms
    .flatMap(recordsOf)
    .filter(({ value_id }) => evidence.has(value_id))
    .flatMap(({ sources }) => Object.values(sources))
    .map(({ table_no, row_no }) => `table ${table_no} row ${row_no}`);
}

interface ValueRecord {
  readonly value_id: string;
  readonly sources: Readonly<Record<string, Source>>;
}

function recordsOf(form: MappedForm): readonly ValueRecord[] {
  const { amounts, executions, indicators, base_data, goals, key_tasks, form_totals } = form;
  return [amounts, executions, indicators, base_data, goals, key_tasks, form_totals].flat();
}
