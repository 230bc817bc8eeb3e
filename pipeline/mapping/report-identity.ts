import type { FormType } from '../../schemas/codes.ts';
import type { SectionRecord } from '../../schemas/form.ts';
import { squeeze } from '../../schemas/text.ts';
import { nameForms } from '../../schemas/unit-name.ts';

const year = /^(?:20\d{2}年(?:度)?|二[〇零○O0][^年]{2}年(?:度)?)/;
const spokenYear = /二[〇零○O0][〇零○O一二三四五六七八九]{2}年(?:度)?/;
const wholeTail =
  /(?:20\d{2}年(?:度)?)?(?:部门|单位|\(单位\)|部门\(单位\))*(?:预算)?整体(?:支出|预算)*(?:财政)?绩效.*报告$/;
const projectTail = /(?:项目)?(?:支出|资金)*绩效(?:单位)?(?:自评|评价|自我评价)(?:工作)?报告$/;
const unitEnd =
  /^(.*?(?:人民政府|办事处|街道办|委员会|委员会办公室|管理局|[局委院校园所站厅处]|中心|办公室|法院|检察院|学校|中学|小学|医院|公司|总队|支队|大队|协会|联合会|总工会|联社|合作社|集团))(.*)$/;

/** What a report's title says of its unit and project. */
export interface TitleNames {
  readonly unit: string | null;
  readonly project: string | null;
}

/**
 * Unit and project in a report's title: 2024年某镇人民政府某某经费项目支出绩效自评报告. A known unit name
 * is taken off first; else the unit is what ends like one.
 * @param known names of units met in the document, longest first
 */
export function readTitleNames(
  type: FormType,
  title: string,
  known: readonly string[],
): TitleNames {
  const text = squeeze(title)
    .replace(/\(20\d{2}年?度?\)$/, '')
    .replace(/^关于/, '')
    .replace(spokenYear, '');
  if (type === 'overall_report') {
    const unit = text
      .replace(year, '')
      .replace(wholeTail, '')
      .replace(/(?:关于|20\d{2}年(?:度)?)$/, '');
    return { unit: unit.length >= 3 && unit !== text ? unit : null, project: null };
  }
  const body = text
    .replace(year, '')
    .replace(projectTail, '')
    .replace(/项目$/, (end, at: number) => (at > 6 ? '' : end));
  const names = known.flatMap(nameForms);
  const named = names
    .filter((name) => body.startsWith(name))
    .sort((a, b) => b.length - a.length)[0];
  if (named) return { unit: named, project: cleanProject(body.slice(named.length)) };
  const split = unitEnd.exec(body);
  return split?.[2]
    ? { unit: split[1] ?? null, project: cleanProject(split[2]) }
    : { unit: null, project: cleanProject(body) };
}

/** The unit that any form's title begins with: 某县水利局2021年度部门整体支出绩效评价基础数据表. */
export function unitInTitle(title: string): string | null {
  const text = squeeze(title).replace(year, '').replace(/^关于/, '');
  const [, unit, rest] = unitEnd.exec(text.slice(0, 60)) ?? [];
  return unit !== undefined && rest !== '' && unit.length >= 4 ? unit : null;
}

/** A line that is a unit's name and nothing else, as stands above a title. */
export function unitLine(line: string): string | null {
  const text = squeeze(line).replace(/20\d{2}年(?:度)?$/, '');
  const [, unit, rest] = text.length <= 30 ? (unitEnd.exec(text) ?? []) : [];
  return unit !== undefined && rest === '' && unit.length >= 4 ? unit : null;
}

function cleanProject(text: string): string | null {
  const project = text.replace(year, '').replace(/^[的“"]+|[”"]+$/g, '');
  return project.length >= 2 ? project : null;
}

/** 某县某局是政府工作部门，…: the unit a report's first sentence introduces. */
export function unitInProse(sections: readonly SectionRecord[]): string | null {
  for (const section of sections.slice(0, 6)) {
    for (const line of (section.text ?? '').split('\n')) {
      const match =
        /^(?:20\d{2}年(?:度)?[,，]?)?([^，,。：:；;、（(]{4,30}?)(?:是|系|为|位于|成立于|始建于|属于|隶属)/.exec(
          line.trim(),
        );
      if (match?.[1] && unitEnd.test(match[1]) && !/(?:本|我)(?:单位|部门|局|镇|乡)/.test(match[1]))
        return match[1];
    }
  }
  return null;
}
