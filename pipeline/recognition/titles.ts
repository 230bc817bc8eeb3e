import type { FormType } from '../../schemas/codes.ts';
import { squeeze } from '../../schemas/text.ts';
import { formTitles, yearLine } from '../../schemas/vocabulary/form-titles.ts';

/** A form's title as printed. */
export interface Title {
  readonly type: FormType;
  readonly text: string;
}

/** Titles are short and are no sentences. */
const longestTitle = 80;
/** 附件1： or （2024年度） printed on the title's own line. */
const leadingAttachment = /^附(?:件|表)?[一二三四五六七八九十\d]{1,3}(?:[-—]\d+)*[:：]?/;
const trailingYear = /\((?:20\d{2})?年?度?\)$/;
/** A last line that says only the kind, printed under a line that names unit, year and scope. */
const bareKind = /^(?:支出|整体支出)?绩效(?:目标)?(?:自评|评价|自我评价|申报)(?:工作)?(?:报告|表)$/;

/** The form type a line is the title of. */
export function readTitle(line: string): Title | undefined {
  const text = squeeze(line).replace(leadingAttachment, '');
  if (text.length < 4 || text.length > longestTitle || /[。；;！!?？]/.test(text)) return undefined;
  const name = text.replace(trailingYear, '').replace(/[“”"《》]/g, '');
  if (/^关于.*(?:通知|函|批复|意见|办法|方案|请示)$|的(?:通知|函)$/.test(name)) return undefined;
  const found = formTitles.find(({ pattern }) => pattern.test(name));
  return found && { type: found.type, text };
}

/**
 * A title printed over two lines: the second alone is too general (绩效自评报告), so the line above
 * is joined to it where that makes a more telling title.
 */
export function readSplitTitle(above: string, line: string): Title | undefined {
  const second = squeeze(line);
  const first = squeeze(above).replace(leadingAttachment, '');
  if (first === '' || first.length > 60 || yearLine.test(first)) return undefined;
  if (/[。；;:：]/.test(first) || yearLine.test(second)) return undefined;
  const joined = readTitle(first + second);
  if (!joined) return undefined;
  const alone = readTitle(second);
  return !alone || bareKind.test(second) ? joined : undefined;
}

/** The fiscal year a text names, if it names exactly one or says 年度 of one. */
export function findFiscalYear(text: string): number | undefined {
  const squeezed = squeeze(text);
  // A full date is when something was signed or filled in, not the year it is about.
  const stated = /(20\d{2})年度/.exec(squeezed) ?? /(20\d{2})年(?!\d{1,2}月)/.exec(squeezed);
  if (stated) return Number(stated[1]);
  const spoken = /二[〇零○O0]([〇零○O0一二三四五六七八九])([〇零○O0一二三四五六七八九])年/.exec(
    squeezed,
  );
  if (!spoken) return undefined;
  const digit = (c: string | undefined) => Math.max(0, '〇一二三四五六七八九'.indexOf(c ?? ''));
  return 2000 + digit(spoken[1]) * 10 + digit(spoken[2]);
}
