import { Option } from 'commander';
import { severities } from '../../../schemas/codes.ts';
import { type Command, defaultDatabase } from '../command.ts';
import { message } from '../messages.ts';
import { readRows, sqlText } from '../read-rows.ts';
import { formatRows, type TableFormat, tableFormats } from '../table.ts';

interface AnomalyFlags {
  readonly db: string;
  readonly unit?: string;
  readonly year?: string;
  readonly rule?: string;
  readonly severity?: string;
  readonly format: TableFormat;
}

export const anomaliesCommand: Command = {
  name: 'anomalies',
  summary: { zh: '列出异常，最严重的在前', en: 'List the findings, the most severe first' },
  examples: [
    'anomalies',
    'anomalies --severity error --year 2024',
    'anomalies --unit 某某镇 --format csv',
  ],
  define(program, io) {
    program
      .option('--db <path>', '数据库 / warehouse', defaultDatabase)
      .option('--unit <name>', '单位名称（可只写一部分） / unit, or a part of its name')
      .option('--year <year>', '年度 / fiscal year')
      .option('--rule <code>', '规则代码 / rule code')
      .addOption(
        new Option('--severity <severity>', '最低严重程度 / lowest severity').choices([
          ...severities,
        ]),
      )
      .addOption(
        new Option('--format <format>', '输出格式 / output format')
          .choices(tableFormats)
          .default('table'),
      )
      .action(async (flags: AnomalyFlags) => {
        const result = await readRows(io, flags.db, anomaliesSql(flags));
        if (flags.format !== 'table') io.out(formatRows(result, flags.format));
        else if (result.rows.length === 0) io.out(message(io.language, 'noRows'));
        else io.out(result.rows.map(anomalyLine).join('\n'));
      });
  },
};

/** A severity and the graver ones. */
function atLeast(severity: string): string[] {
  return severities.slice(0, (severities as readonly string[]).indexOf(severity) + 1);
}

function anomaliesSql(flags: AnomalyFlags): string {
  const where = ['1 = 1'];
  if (flags.unit) where.push(`instr(unit_name, ${sqlText(flags.unit)}) > 0`);
  if (flags.year) where.push(`fiscal_year = ${Number(flags.year) || 0}`);
  if (flags.rule) where.push(`rule_code = ${sqlText(flags.rule)}`);
  if (flags.severity)
    where.push(`severity IN (${atLeast(flags.severity).map(sqlText).join(', ')})`);
  const rank = severities.map((severity, i) => `WHEN ${sqlText(severity)} THEN ${i}`).join(' ');
  return `SELECT severity, rule_code, unit_name, fiscal_year, message FROM anomalies WHERE ${where.join(' AND ')}
    ORDER BY CASE severity ${rank} END, unit_name, fiscal_year, rule_code, message`;
}

/** A sentence a line: a table would cut what a reader came for. */
function anomalyLine([severity, rule, unit, year, text]: readonly unknown[]): string {
  return `${String(severity).padEnd(7)} ${String(year ?? '').padEnd(4)} ${unit ?? ''}  ${text}  [${rule}]`;
}
