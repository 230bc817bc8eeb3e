import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { containerOf } from '../../extractors/containers.ts';
import { defaultLimits } from '../../extractors/extractor.ts';
import { probeFile } from '../../extractors/probe.ts';
import { extractors } from '../../extractors/registry.ts';
import { understand } from '../../pipeline/understand.ts';
import { buildLabelIndex } from '../../pipeline/vocabulary/label-index.ts';
import { writeArchive } from '../../samples/generator/archive.ts';
import { builtInVocabulary } from '../../schemas/built-in-vocabulary.ts';
import type { MappedForm } from '../../schemas/form.ts';

const folder = fileURLToPath(new URL('../../samples/formats', import.meta.url));
const names = readdirSync(folder).sort();
const labels = buildLabelIndex(builtInVocabulary);
const seed = 20_261_124;

/** What a form says, apart from where on the page it says it. */
function facts(form: MappedForm) {
  const { form_type, fiscal_year, unit_name, project_name, goals, form_totals } = form;
  return {
    about: { form_type, fiscal_year, unit_name, project_name },
    amounts: form.amounts.map((a) => [a.line_code, a.measure, a.amount_fen]),
    indicators: form.indicators.map((i) => [
      ...[i.level1_code, i.level2_code, plain(i.level3), plain(i.target_raw), plain(i.actual_raw)],
      ...[i.target_operator, i.target_value, i.target_unit, i.actual_value, i.weight, i.score],
      plain(i.deviation_reason),
    ]),
    base: form.base_data.map((b) => [b.item_code, b.measure, b.period_year, b.value]),
    goals: goals.map((g) => [plain(g.expected_text), plain(g.actual_text)]),
    totals: form_totals.map((t) => [t.weight, t.score]),
    headings: form.sections.map((s) => plain(s.heading)).filter((heading) => heading !== null),
    said: form.narrative_facts.map((f) => [f.subject_code, f.value, f.unit, f.change_value]),
  };
}

/** Line breaks of a page are not those of a Word file. */
function plain(text: string | null): string | null {
  return text?.normalize('NFKC').replace(/\s+/g, '') ?? null;
}

async function only(name: string): Promise<{ name: string; bytes: Uint8Array }> {
  const bytes = new Uint8Array(readFileSync(join(folder, name)));
  const container = containerOf(await probeFile(bytes));
  if (!container) return { name, bytes };
  for await (const { path, content } of container.members(bytes, defaultLimits, [])) {
    if (content instanceof Uint8Array) return { name: path, bytes: content };
  }
  throw new TypeError(`${name} is empty`);
}

describe('samples/formats', () => {
  const words = mkdtempSync(join(tmpdir(), 'guidang-formats-'));
  beforeAll(() => writeArchive(words, 12, seed));
  afterAll(() => rmSync(words, { recursive: true, force: true }));

  test('has a document of every format, text apart', () => {
    const known = extractors.flatMap(({ formats }) => formats).filter((format) => format !== 'txt');
    const found = names.map((name) => extname(name).slice(1).replace('zip', 'docx'));
    expect(found.toSorted()).toEqual(known.toSorted());
  });

  test.each(names)('%s says what the Word file it was made from says', async (name) => {
    const file = await only(name);
    const stem = file.name.replace(/^.*\//, '').replace(/\.\w+$/, '');
    const source = readdirSync(words).find((word) => word.includes(stem)) ?? '';
    const written = await understand(new Uint8Array(readFileSync(join(words, source))), source, {
      labels,
    });
    const read = await understand(file.bytes, file.name, { labels });
    expect(read.forms?.map(facts)).toEqual(written.forms?.map(facts));
    expect(read.unaccountedCharacters).toBe(0);
    expect(read.forms?.length).toBeGreaterThan(4);
  });
});
