/** A date in a cell or sentence, and whether it is a deadline. */
export interface DateReading {
  /** ISO 8601, a day */
  readonly date: string;
  /** 前, 底前, 之前: on or before */
  readonly deadline: boolean;
}

const before = '(?:之前|以前|前|止)';
const day = new RegExp(`(?<!\\d)(20\\d{2})[年./-](\\d{1,2})[月./-](\\d{1,2})日?(${before})?`);
const month = new RegExp(`(?<!\\d)(20\\d{2})(?:年|[./-])(\\d{1,2})月?(底|末|份)?(${before})?`);
const yearEnd = new RegExp(`(?<!\\d)(20\\d{2})年(?:度)?(?:年)?(?:底|末)(${before})?`);
const monthOnly = new RegExp(
  `^(?:于|在|每年|当年|年度)?(\\d{1,2})月(?:(\\d{1,2})日|(底|末))(${before})?`,
);
const yearEndOnly = new RegExp(`^(?:当年|本年|于|在)?年(?:底|末)(${before})`);

function iso(year: number, monthNo: number, dayNo: number): string | undefined {
  const date = new Date(Date.UTC(year, monthNo - 1, dayNo));
  if (monthNo < 1 || monthNo > 12 || date.getUTCMonth() !== monthNo - 1 || dayNo < 1)
    return undefined;
  return date.toISOString().slice(0, 10);
}

function lastDay(year: number, monthNo: number): number {
  return new Date(Date.UTC(year, monthNo, 0)).getUTCDate();
}

/**
 * The date that squeezed text says, if it says one: 2024年12月31日前, 2024/11/30, 2021.12.20,
 * 2024年12月底前, 2024年底前; 12月底前 and 年底前 with the fiscal year. A month without a day is its
 * last day. The text must be a date with at most a few words around it, not a sentence with a date
 * as an aside and a figure as its point.
 */
export function readDate(text: string, fiscalYear: number | null): DateReading | undefined {
  const full = day.exec(text);
  if (full) return reading(iso(Number(full[1]), Number(full[2]), Number(full[3])), full[4]);
  const monthly = month.exec(text);
  if (monthly && /月/.test(monthly[0])) {
    const year = Number(monthly[1]);
    const monthNo = Number(monthly[2]);
    return reading(iso(year, monthNo, lastDay(year, monthNo)), monthly[4]);
  }
  const end = yearEnd.exec(text);
  if (end) return reading(iso(Number(end[1]), 12, 31), end[2]);
  if (fiscalYear === null) return undefined;
  const withoutYear = monthOnly.exec(text);
  if (withoutYear) {
    const monthNo = Number(withoutYear[1]);
    const dayNo = withoutYear[2] ? Number(withoutYear[2]) : lastDay(fiscalYear, monthNo);
    return reading(iso(fiscalYear, monthNo, dayNo), withoutYear[4]);
  }
  const thisYear = yearEndOnly.exec(text);
  return thisYear ? reading(iso(fiscalYear, 12, 31), thisYear[1]) : undefined;
}

function reading(
  date: string | undefined,
  beforeWord: string | undefined,
): DateReading | undefined {
  return date === undefined ? undefined : { date, deadline: beforeWord !== undefined };
}
