import {
  findProject,
  findYear,
  type ProjectFigures,
  totalStages,
  type UnitProfile,
  type YearFigures,
} from './figures.ts';
import { type BaseData, baseData } from './forms/base-data.ts';
import { type OverallReport, overallReport } from './forms/overall-report.ts';
import { type OverallEvaluation, overallEvaluation } from './forms/overall-self-evaluation.ts';
import { type OverallTarget, overallTarget } from './forms/overall-target.ts';
import { type ProjectReport, projectReport } from './forms/project-report.ts';
import { type ProjectEvaluation, projectEvaluation } from './forms/project-self-evaluation.ts';
import type { Numbering } from './forms/report.ts';
import { type Indicator, type IndicatorSeries, indicatorsOf } from './indicators.ts';
import { moneyWords } from './sample-document.ts';

/** All forms of a unit, filled from its books: one place where the figures of a year come from. */
export interface UnitForms {
  base(year: number): BaseData;
  overall(year: number): OverallEvaluation;
  target(year: number): OverallTarget;
  project(year: number, name: string): ProjectEvaluation;
  report(year: number, options?: Parameters<typeof overallReport>[3]): OverallReport;
  projectReport(year: number, name: string, numbering?: Numbering): ProjectReport;
}

export function unitForms(
  profile: UnitProfile,
  books: readonly YearFigures[],
  overallList: readonly IndicatorSeries[],
  projectLists: Readonly<Record<string, readonly IndicatorSeries[]>>,
): UnitForms {
  const at = (year: number): YearFigures => findYear(books, year);
  const overallIndicators = (year: number): Indicator[] =>
    indicatorsOf(overallList, year, moneyWords(totalStages(at(year))));
  const projectIndicators = (year: number, figures: ProjectFigures): Indicator[] =>
    indicatorsOf(projectLists[figures.name] ?? [], year, moneyWords(figures.amounts));
  return {
    base: (year) => baseData(profile, at(year), at(year - 1)),
    overall: (year) => overallEvaluation(profile, at(year), overallIndicators(year)),
    // A declaration is written before the year: its money target is the initial budget.
    target: (year) => {
      const { initial } = totalStages(at(year));
      const words = moneyWords({ annual: initial, executed: initial });
      return overallTarget(profile, at(year), indicatorsOf(overallList, year, words));
    },
    project: (year, name) => {
      const figures = findProject(at(year), name);
      return projectEvaluation(profile, year, figures, projectIndicators(year, figures));
    },
    report: (year, options = {}) => overallReport(profile, at(year), at(year - 1), options),
    projectReport: (year, name, numbering) => {
      const figures = findProject(at(year), name);
      const indicators = projectIndicators(year, figures);
      return projectReport(profile, year, figures, indicators, numbering);
    },
  };
}
