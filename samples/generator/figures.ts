import { type Fen, sum, wan } from './money.ts';

/** The invented books of one unit, from which all its forms of a year are filled. */

export interface Stages {
  readonly initial: Fen;
  readonly annual: Fen;
  readonly executed: Fen;
}

/** A control figure of the base data form: this year's budget and final account. */
export interface BudgetAndFinal {
  readonly budget: Fen;
  readonly final: Fen;
}

export interface ProjectFigures {
  readonly name: string;
  /** The line of the base data form it belongs to. */
  readonly kind: 'business' | 'operation' | 'special';
  readonly amounts: Stages;
  /** The part of each stage that last year left over. */
  readonly carryover: Fen;
}

export interface YearFigures {
  readonly year: number;
  readonly quota: number;
  readonly staff: number;
  readonly retired: number;
  readonly wages: Stages;
  readonly allowances: Stages;
  readonly publicExpense: Stages;
  /** Executed from sources other than the general public budget. */
  readonly governmentFund: Fen;
  readonly otherFunds: Fen;
  readonly vehiclePurchase: BudgetAndFinal;
  readonly vehicleOperation: BudgetAndFinal;
  readonly reception: BudgetAndFinal;
  readonly office: BudgetAndFinal;
  readonly utilities: BudgetAndFinal;
  readonly meetings: BudgetAndFinal;
  readonly procurement: BudgetAndFinal;
  readonly projects: readonly ProjectFigures[];
}

export interface UnitProfile {
  /** As the forms print it. */
  readonly name: string;
  /** As people in the unit say: 我镇. */
  readonly self: string;
  readonly filler: string;
  readonly phone: string;
  readonly duties: string;
  /** Sentences about the year, without figures of money. */
  achievements(year: number): readonly string[];
  readonly problems: string;
  readonly measures: string;
}

/** Initial, annual and executed, in 万元. */
export function stages(initial: number, annual: number, executed: number): Stages {
  return { initial: wan(initial), annual: wan(annual), executed: wan(executed) };
}

/** Budget and final account, in 万元. */
export function control(budget: number, final: number): BudgetAndFinal {
  return { budget: wan(budget), final: wan(final) };
}

/** A project with its initial, annual and executed amounts in 万元. */
export function project(
  name: string,
  kind: ProjectFigures['kind'],
  amounts: readonly [number, number, number],
  carryover = 0,
): ProjectFigures {
  return { name, kind, amounts: stages(...amounts), carryover: wan(carryover) };
}

function addStages(parts: readonly Stages[]): Stages {
  return {
    initial: sum(parts.map((part) => part.initial)),
    annual: sum(parts.map((part) => part.annual)),
    executed: sum(parts.map((part) => part.executed)),
  };
}

export function projectStages(figures: YearFigures, kind?: ProjectFigures['kind']): Stages {
  const chosen = figures.projects.filter((item) => kind === undefined || item.kind === kind);
  return addStages(chosen.map(({ amounts }) => amounts));
}

export function basicStages(figures: YearFigures): Stages {
  return addStages([figures.wages, figures.allowances, figures.publicExpense]);
}

export function totalStages(figures: YearFigures): Stages {
  return addStages([basicStages(figures), projectStages(figures)]);
}

/** What the general public budget paid: all that no other source did. */
export function generalBudget(figures: YearFigures, stage: keyof Stages = 'executed'): Fen {
  return totalStages(figures)[stage] - figures.governmentFund - figures.otherFunds;
}

/** @throws {TypeError} where the books hold no such project */
export function findProject(figures: YearFigures, name: string): ProjectFigures {
  const found = figures.projects.find((item) => item.name === name);
  if (found === undefined)
    throw new TypeError(`Expected a project of ${figures.year}, got ${name}`);
  return found;
}

/** @throws {TypeError} where the books hold no such year */
export function findYear(books: readonly YearFigures[], year: number): YearFigures {
  const found = books.find((figures) => figures.year === year);
  if (found === undefined) throw new TypeError(`Expected a year of the books, got ${year}`);
  return found;
}
