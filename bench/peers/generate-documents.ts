import { archiveIndicators } from '../../samples/generator/archive-indicators.ts';
import { archiveBooks, archiveProfile } from '../../samples/generator/archive-unit.ts';
import { type Block, wrapInTable } from '../../samples/generator/blocks.ts';
import { findYear } from '../../samples/generator/figures.ts';
import { renderBaseData } from '../../samples/generator/forms/base-data.ts';
import type { Form } from '../../samples/generator/forms/form.ts';
import { type Layout, standardLayout } from '../../samples/generator/forms/layout.ts';
import { renderOverallReport } from '../../samples/generator/forms/overall-report.ts';
import { renderOverallEvaluation } from '../../samples/generator/forms/overall-self-evaluation.ts';
import { renderOverallTarget } from '../../samples/generator/forms/overall-target.ts';
import { renderProjectEvaluation } from '../../samples/generator/forms/project-self-evaluation.ts';
import { createRandom, type Random } from '../../samples/generator/random.ts';
import { attachment, blocksOf } from '../../samples/generator/sample-document.ts';
import { sampleDocuments } from '../../samples/generator/sample-documents.ts';
import { unitForms } from '../../samples/generator/unit-forms.ts';
import { plainWord, type WordOptions } from '../../samples/generator/word.ts';

/** A document before it is a file. */
export interface PeerDocument {
  /** Without an ending. */
  readonly name: string;
  readonly blocks: readonly Block[];
  readonly word: WordOptions;
}

const seed = 41_203;

/** The Word files of samples/documents, as their generator makes them. */
export function samplePeerDocuments(): PeerDocument[] {
  return sampleDocuments
    .filter(({ format }) => format === 'docx')
    .map((document) => ({
      name: document.fileName.replace(/\.docx$/, ''),
      blocks: blocksOf(document),
      word: { ...plainWord, ...document.word },
    }));
}

/** Documents of invented units in random layouts; the same count gives the same documents. */
export function generatePeerDocuments(count: number): PeerDocument[] {
  return Array.from({ length: count }, (_, index) => generateDocument(index));
}

function generateDocument(index: number): PeerDocument {
  const random = createRandom(seed + index);
  const profile = archiveProfile(index, random);
  const books = archiveBooks(random);
  const year = random.pick([2022, 2023, 2024]);
  const { overall, projects } = archiveIndicators(findYear(books, year), random);
  const forms = unitForms(profile, books, overall, projects);
  const layout = randomLayout(random);
  const parts: (() => Form)[] = [
    () => renderBaseData(forms.base(year), layout),
    () => renderOverallEvaluation(forms.overall(year), layout),
    ...Object.keys(projects).map(
      (name) => () => renderProjectEvaluation(forms.project(year, name), layout),
    ),
    () => renderOverallTarget(forms.target(year), layout),
    () => renderOverallReport(forms.report(year)),
  ];
  const first = random.int(0, 2);
  const chosen = parts.slice(first, first + random.int(2, parts.length));
  const blocks = chosen.flatMap((render, part) => [
    ...attachment(`附件${part + 1}`, part === 0),
    ...render().blocks,
  ]);
  return {
    name: `${String(index + 1).padStart(4, '0')}-${profile.name}${year}年度绩效自评`,
    blocks: random.chance(0.1) ? blocks.map(wrapped) : blocks,
    word: {
      ...plainWord,
      header: random.chance(0.5) ? profile.name : '',
      pageNumbers: random.chance(0.7),
    },
  };
}

function wrapped(block: Block): Block {
  return block.kind === 'table' ? wrapInTable(block, '') : block;
}

function randomLayout(random: Random): Layout {
  return {
    ...standardLayout,
    broken: random.chance(0.5),
    points: random.pick(['none', 'level1', 'both']),
    money: random.pick(['plain', 'fixed', 'grouped', 'yuan']),
    columns: random.pick([
      standardLayout.columns,
      ['level1', 'level2', 'level3', 'target', 'actual', 'weight', 'score'],
      [...splitColumns],
    ]),
    noReason: random.pick(['', '无', '/']),
    noValue: random.pick(['', '——', '/']),
    wideScores: random.chance(0.1),
    continuedAt: random.chance(0.2) ? 'benefit' : null,
    signature: random.pick(['blank', 'filled', 'none']),
  };
}

/** Sign, value and unit of a target in columns of their own. */
const splitColumns = [
  ...(['level1', 'level2', 'level3', 'property', 'target', 'unit'] as const),
  ...(['actual', 'weight', 'score', 'reason'] as const),
];
