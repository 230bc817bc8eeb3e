import { describe, expect, test } from 'vitest';
import { recognize } from '../../../pipeline/stages/recognize.ts';
import { drawn, labels } from '../mapping/document-picture.ts';

/** Each form on a line: its type, its title, and the rows of tables it has. */
function found(picture: string): string[] {
  return recognize(drawn(picture), labels).value.map((form) => {
    const parts = form.parts.map((p) => `${p.tableNo}:${p.rowFrom}-${p.rowTo}`);
    return [form.type, form.title ?? '(none)', ...parts].join(' ');
  });
}

const selfEvaluation = `
| 部门名称 | 甲县乙局 | < | < | < |
| 年度预算申请 | 年初预算数 | 全年预算数 | 全年执行数 | 执行率 |
| 年度资金总额 | 1 | 2 | 2 | 100% |
| 按支出性质分：2 | < | < | < | < |
| 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |
| 里程 | 10公里 | 12公里 | 90 | 90 |`;
const project = (name: string) => `
| 项目名称 | ${name} | < | < | < |
| 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |
| 里程 | 10公里 | 12公里 | 90 | 90 |`;
const target = `
| 部门名称 | 甲县乙局 | < | < |
| 资金总额：1068.67 | < | < | < |
| 部门职能职责概述 | 修路 | < | < |
| 一级指标 | 二级指标 | 三级指标 | 指标值 |
| 产出指标 | 数量指标 | 里程 | ≥10公里 |`;
const baseData = `
| 财政供养人员情况 | 编制数 | 实际在职人数 | 控制率 |
|  | 60 | 51 | 85% |
| 经费控制情况 | 2023年决算数 | 2024年预算数 | 2024年决算数 |
| 三公经费 | 10.5 | 9 | 8.2 |
| 公用经费 | 10.5 | 9 | 8.2 |
| 会议费、培训费 | 10.5 | 9 | 8.2 |`;
const report = `
甲县乙局2024年度部门整体支出绩效自评报告
一、部门基本情况
在职人员51人。
二、存在的问题
无。`;

describe('forms with titles', () => {
  const titled = {
    self: `2024年度部门整体支出绩效自评表${selfEvaluation}`,
    target: `2024年部门整体支出绩效目标申报表${target}`,
    base: `部门整体支出绩效评价基础数据表${baseData}`,
    project: `2024年度项目支出绩效自评表${project('道路养护')}`,
    report,
  };
  const types = {
    self: 'overall_self_evaluation',
    target: 'overall_target',
    base: 'overall_base_data',
    project: 'project_self_evaluation',
    report: 'overall_report',
  } as const;

  test.each([
    [['base', 'self', 'project', 'report']],
    [['report', 'project', 'self', 'base']],
    [['project', 'report', 'base', 'target', 'self']],
    [['target', 'self', 'report']],
  ] as const)('are found in the order they stand in: %j', (order) => {
    const picture = order.map((kind) => titled[kind]).join('\n');
    expect(recognize(drawn(picture), labels).value.map((form) => form.type)).toEqual(
      order.map((kind) => types[kind]),
    );
  });

  test('keep the attachment heading above them', () => {
    const forms = recognize(drawn(`附件1\n${titled.self}\n附件2\n${titled.project}`), labels).value;
    expect(forms.map((form) => form.paragraphs)).toEqual([
      [0, 1],
      [3, 4],
    ]);
  });

  test('may have them in a row of the table, or over two lines', () => {
    expect(found(`| 项目支出绩效自评表 | < | < | < | < |${project('道路养护')}`)).toEqual([
      'project_self_evaluation 项目支出绩效自评表 1:0-4',
    ]);
    expect(
      found(`甲县乙局2024年度部门整体支出\n绩效自评报告${report.replace(/^\n.*/, '')}`),
    ).toEqual(['overall_report 甲县乙局2024年度部门整体支出绩效自评报告']);
  });

  test('that no table follows are not made up', () => {
    const { value, notices } = recognize(drawn('2024年度项目支出绩效自评表'), labels);
    expect(value.map((form) => form.type)).toEqual(['unknown_form']);
    expect(notices.map((notice) => notice.code)).toEqual(['title-without-table']);
  });
});

describe('forms without titles', () => {
  test.each([
    ['overall_self_evaluation', selfEvaluation],
    ['project_self_evaluation', project('道路养护')],
    ['overall_target', target],
    ['overall_base_data', baseData],
  ])('are known by their labels: %s', (type, picture) => {
    const { value, notices } = recognize(drawn(picture), labels);
    expect(value.map((form) => [form.type, form.title])).toEqual([[type, null]]);
    expect(value[0]?.confidence).toBeLessThan(1);
    expect(notices.map((notice) => notice.code)).toEqual(['untitled-form']);
  });

  test('end where the first label comes again, in one table as in several', () => {
    expect(found(`${project('甲项目')}\n---\n${project('乙项目')}`)).toEqual([
      'project_self_evaluation (none) 1:0-3',
      'project_self_evaluation (none) 2:0-3',
    ]);
    expect(found(`${project('甲项目')}${project('乙项目')}${project('丙项目')}`)).toEqual([
      'project_self_evaluation (none) 1:0-3',
      'project_self_evaluation (none) 1:3-6',
      'project_self_evaluation (none) 1:6-9',
    ]);
  });

  test('that are no form are kept as what they are', () => {
    expect(found('| 姓名 | 电话 |\n| 张三 | 123 |')).toEqual(['unknown_form (none) 1:0-2']);
  });

  test('of prose are reports where the headings are those of one', () => {
    expect(found(report.replace(/^\n.*\n/, ''))).toEqual(['overall_report (none)']);
    expect(found('一、会议通知\n明天开会。\n二、会议地点\n三楼。')).toEqual([
      'unknown_form (none)',
    ]);
  });
});

describe('a table that goes on', () => {
  const rest = '| 人数 | 5人 | 6人 | 10 | 10 |';
  const header = '| 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |';

  test.each([
    ['without its header', `续表\n${rest}`],
    ['with its header again', `（续表）\n${header}\n${rest}`],
    ['without a word', `---\n${rest}`],
  ])('belongs to its form, %s', (_how, more) => {
    expect(found(`2024年度项目支出绩效自评表${project('道路养护')}\n${more}`)).toHaveLength(1);
  });

  test('ends where another form begins', () => {
    expect(found(`2024年度项目支出绩效自评表${project('甲项目')}\n---${selfEvaluation}`)).toEqual([
      'project_self_evaluation 2024年度项目支出绩效自评表 1:0-3',
      'overall_self_evaluation (none) 2:0-6',
    ]);
  });
});
