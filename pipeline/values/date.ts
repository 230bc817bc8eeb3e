/** A date in a cell or sentence, and whether it is a deadline. */
export interface DateReading {
  /** ISO 8601, a day */
  readonly date: string;
  /** 前, 底前, 之前, 不晚于: on or before */
  readonly deadline: boolean;
  /** What of the text says so. */
  readonly text: string;
}

const before = '(?<before>之前|以前|前|止)?';
const part = '(?<part>上旬|中旬|下旬|底|末|初)?';
const year = '(?<!\\d)(?<year>20\\d{2})';

/** How dates are written, the fullest first. Without a year they are of the fiscal year. */
const patterns: readonly RegExp[] = [
  new RegExp(`${year}年(?<month>\\d{1,2})月(?<day>\\d{1,2})(?:[日号]|(?!\\d))${before}`),
  new RegExp(`${year}(?<sign>[./-])(?<month>\\d{1,2})\\k<sign>(?<day>\\d{1,2})(?!\\d)日?${before}`),
  /^(?<year>20\d{2})(?<month>\d{2})(?<day>\d{2})$/,
  new RegExp(`${year}[年./-](?<month>\\d{1,2})月(?!\\d)份?${part}${before}`),
  /^(?<year>20\d{2})(?:[/-](?<month>\d{1,2})|\.(?<month2>\d{2}))$/,
  new RegExp(`${year}年度?年?(?<end>底|末)${before}`),
  new RegExp(`(?<!\\d)(?<month>\\d{1,2})月(?<day>\\d{1,2})[日号]${before}`),
  new RegExp(`(?<!\\d)(?<month>\\d{1,2})月份?(?<part>上旬|中旬|下旬|底|末)${before}`),
  new RegExp(`^(?<month>\\d{1,2})月份?${before}$`),
  /^(?:当|本|今|于|在|到|至)*年(?:度)?(?<end>底|末)(?<before>之前|以前|前)/,
];

/** 次年3月底, 23年12月31日, 每月15日: not of the fiscal year, or of no year in particular. */
const otherYear = /(?:[次翌明来去上下前后]|第[一二三])一?年度?$|\d年度?$|每(?:季度?)?$/;
/** 2024年1月-12月 and 2024年12月31日起 name no day on which something is done. */
const goesOn = /^(?:[-—–~]+|至|到)(?:20\d{2}|\d{1,2}[月日.]|次年|翌年|今)/;
const from = /^(?:后|以后|之后|起|开始|以来)/;
const notBefore = /(?:不早于|(?<!不)晚于|[>≥])$/;
const notAfter = /(?:不晚于|不迟于|(?<!不)早于|最迟|最晚|截止到?|[<≤]=?)$/;

/**
 * The date that squeezed text says, if it says one: 2024年12月31日前, 2024/11/30, 2021.12.20,
 * 2024年12月底前, 2024年底前; 12月底前 and 年底前 with the fiscal year. A month without a day is its
 * last day. A span of time is no date.
 */
export function readDate(text: string, fiscalYear: number | null): DateReading | undefined {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match?.groups) return readMatch(text, match, match.groups, fiscalYear);
  }
  return undefined;
}

type Groups = Readonly<Record<string, string | undefined>>;

function readMatch(
  text: string,
  match: RegExpExecArray,
  groups: Groups,
  fiscalYear: number | null,
): DateReading | undefined {
  const lead = text.slice(0, match.index);
  const rest = text.slice(match.index + match[0].length);
  if (goesOn.test(rest) || from.test(rest) || notBefore.test(lead)) return undefined;
  if (groups['year'] === undefined && (fiscalYear === null || otherYear.test(lead)))
    return undefined;
  const yearNo = groups['year'] === undefined ? (fiscalYear ?? 0) : Number(groups['year']);
  const monthNo = Number(groups['end'] ? 12 : (groups['month'] ?? groups['month2']));
  const dayNo = groups['day'] ? Number(groups['day']) : dayOfPart(yearNo, monthNo, groups['part']);
  const date = dayNo === undefined ? undefined : iso(yearNo, monthNo, dayNo);
  const deadline = groups['before'] !== undefined || notAfter.test(lead);
  return date === undefined ? undefined : { date, deadline, text: match[0] };
}

/** The last day of a month or of a third of it. 月初 is no day. */
function dayOfPart(yearNo: number, monthNo: number, third: string | undefined): number | undefined {
  if (third === '初') return undefined;
  if (third === '上旬') return 10;
  if (third === '中旬') return 20;
  return new Date(Date.UTC(yearNo, monthNo, 0)).getUTCDate();
}

function iso(yearNo: number, monthNo: number, dayNo: number): string | undefined {
  if (monthNo < 1 || monthNo > 12 || dayNo < 1) return undefined;
  const date = new Date(Date.UTC(yearNo, monthNo - 1, dayNo));
  return date.getUTCMonth() === monthNo - 1 ? date.toISOString().slice(0, 10) : undefined;
}
