import { Option } from 'commander';
import { amountMeasures, lineCodes } from '../../../schemas/codes.ts';
import { type Command, defaultDatabase } from '../command.ts';
import { message } from '../messages.ts';
import { readRows, sqlText } from '../read-rows.ts';
import { formatRows, type TableFormat, tableFormats } from '../table.ts';

interface YoyFlags {
  readonly db: string;
  readonly unit?: string;
  readonly line: string;
  readonly measure?: string;
  readonly from?: string;
  readonly to?: string;
  readonly format: TableFormat;
}

export const yoyCommand: Command = {
  name: 'yoy',
  summary: {
    zh: '同比表：一个单位一个项目逐年的资金',
    en: 'Year-over-year table of a funding line',
  },
  examples: [
    'yoy',
    'yoy --unit 某某镇 --line total --measure executed',
    'yoy --from 2022 --to 2024 --format csv',
  ],
  define(program, io) {
    program
      .option('--db <path>', '数据库 / warehouse', defaultDatabase)
      .option('--unit <name>', '单位名称（可只写一部分） / unit, or a part of its name')
      .addOption(
        new Option('--line <code>', '资金项目 / funding line')
          .choices([...lineCodes])
          .default('total'),
      )
      .addOption(new Option('--measure <code>', '口径 / measure').choices([...amountMeasures]))
      .option('--from <year>', '起始年度 / first year')
      .option('--to <year>', '截止年度 / last year')
      .addOption(
        new Option('--format <format>', '输出格式 / output format')
          .choices(tableFormats)
          .default('table'),
      )
      .action(async (flags: YoyFlags) => {
        const result = await readRows(io, flags.db, yoySql(flags, io.language === 'zh'));
        if (result.rows.length === 0 && flags.format === 'table')
          io.out(message(io.language, 'noRows'));
        else io.out(formatRows(result, flags.format));
      });
  },
};

/** The columns' names as the forms print them. */
const measureName = `CASE measure WHEN 'initial_budget' THEN '年初预算数' WHEN 'annual_budget' THEN '全年预算数'
  WHEN 'budget_adjustment' THEN '预算调整数' WHEN 'executed' THEN '全年执行数' ELSE '申报数' END`;

function yoySql(flags: YoyFlags, chinese: boolean): string {
  const where = [`line_code = ${sqlText(flags.line)}`];
  if (flags.unit) where.push(`instr(unit_name, ${sqlText(flags.unit)}) > 0`);
  if (flags.measure) where.push(`measure = ${sqlText(flags.measure)}`);
  if (flags.from) where.push(`fiscal_year >= ${Number(flags.from) || 0}`);
  if (flags.to) where.push(`fiscal_year <= ${Number(flags.to) || 9999}`);
  const as = (zh: string, en: string) => (chinese ? `AS "${zh}"` : `AS "${en}"`);
  return `SELECT unit_name ${as('单位', 'unit')}, coalesce(project_name, '') ${as('项目', 'project')},
      ${chinese ? measureName : 'measure'} ${as('口径', 'measure')}, fiscal_year ${as('年度', 'year')}, amount_wan ${as('金额（万元）', 'wan')},
      prior_amount_wan ${as('上年（万元）', 'prior_wan')}, change_wan ${as('增减（万元）', 'change_wan')},
      round(change_rate * 100, 2) ${as('增减（%）', 'change_percent')}
    FROM yoy_amounts WHERE ${where.join(' AND ')}
    ORDER BY unit_name, project_name IS NOT NULL, project_name, form_type, measure, fiscal_year`;
}
