import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { archiveIndicators } from './archive-indicators.ts';
import { archiveBooks, archiveProfile } from './archive-unit.ts';
import { findYear } from './figures.ts';
import { renderBaseData } from './forms/base-data.ts';
import { type Layout, standardLayout } from './forms/layout.ts';
import { renderOverallReport } from './forms/overall-report.ts';
import { renderOverallEvaluation } from './forms/overall-self-evaluation.ts';
import { renderProjectReport } from './forms/project-report.ts';
import { renderProjectEvaluation } from './forms/project-self-evaluation.ts';
import { createRandom, type Random } from './random.ts';
import { attachment, blocksOf, note, type SampleDocument } from './sample-document.ts';
import { unitForms } from './unit-forms.ts';
import { plainWord, writeWord } from './word.ts';

function archiveLayout(random: Random): Layout {
  return {
    ...standardLayout,
    broken: random.chance(0.5),
    points: random.pick(['none', 'level1', 'both']),
    money: random.pick(['plain', 'fixed', 'grouped']),
    noReason: random.pick(['', '无', '/']),
    signature: random.pick(['blank', 'filled']),
  };
}

/** One township and year: base data, overall self-evaluation, project forms and reports in a file. */
function archiveDocument(ordinal: number, seed: number): SampleDocument {
  // Three files in a row are one unit's three years, from books of its own.
  const unit = Math.floor((ordinal - 1) / 3);
  const year = 2022 + ((ordinal - 1) % 3);
  const unitRandom = createRandom(seed * 1_000_003 + unit);
  const profile = archiveProfile(unit, unitRandom);
  const books = archiveBooks(unitRandom);
  const random = createRandom(seed * 7_919 + ordinal);
  const { overall, projects } = archiveIndicators(findYear(books, year), random);
  const forms = unitForms(profile, books, overall, projects);
  const layout = archiveLayout(random);
  const names = Object.keys(projects);
  return {
    fileName: `${String(ordinal).padStart(5, '0')}-${profile.name}${year}年度绩效自评.docx`,
    format: 'docx',
    parts: [
      attachment('附件1', true),
      renderBaseData(forms.base(year), layout),
      attachment('附件2'),
      renderOverallEvaluation(forms.overall(year), layout),
      ...names.map((name) => renderProjectEvaluation(forms.project(year, name), layout)),
      note('备注：每个项目支出一张表'),
      attachment('附件3'),
      renderOverallReport(forms.report(year)),
      ...names.flatMap((name, index) => [
        attachment(`附件${index + 4}`),
        renderProjectReport(forms.projectReport(year, name)),
      ]),
    ],
    anomalies: [],
  };
}

/**
 * Writes `count` distinct Word files of realistic size for a benchmark. The same seed gives the
 * same files, and a longer archive begins with the files of a shorter one.
 */
export function writeArchive(directory: string, count: number, seed: number): void {
  mkdirSync(directory, { recursive: true });
  for (let ordinal = 1; ordinal <= count; ordinal += 1) {
    const document = archiveDocument(ordinal, seed);
    const bytes = writeWord(blocksOf(document), {
      ...plainWord,
      header: `${document.fileName.slice(6, -5)}`,
      pageNumbers: true,
      compression: 1,
    });
    writeFileSync(join(directory, document.fileName), bytes);
  }
}
