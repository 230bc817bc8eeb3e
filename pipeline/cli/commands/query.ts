import { InvalidArgumentError, Option } from 'commander';
import { type Command, defaultDatabase } from '../command.ts';
import { message } from '../messages.ts';
import { readRows } from '../read-rows.ts';
import { formatRows, type TableFormat, tableFormats } from '../table.ts';

interface QueryFlags {
  readonly db: string;
  readonly format: TableFormat;
  readonly timeLimit: number;
  readonly maxRows: number;
}

export const queryCommand: Command = {
  name: 'query',
  summary: { zh: '用 SQL 查询公开视图（只读）', en: 'Ask the public views in SQL, read-only' },
  examples: [
    'query "SELECT unit_name, fiscal_year, executed_wan FROM budget_execution WHERE line_code = \'total\'"',
    'query "SELECT * FROM 异常 WHERE 严重程度 = \'error\'" --format csv',
    'query "SELECT view_name, column_name, label_zh FROM data_dictionary"',
  ],
  define(program, io) {
    const positive = (text: string): number => {
      const value = Number(text);
      if (!(value > 0)) throw new InvalidArgumentError('> 0');
      return value;
    };
    program
      .argument('<sql>', '一条 SELECT 语句 / one SELECT statement')
      .option('--db <path>', '数据库 / warehouse', defaultDatabase)
      .addOption(
        new Option('--format <format>', '输出格式 / output format')
          .choices(tableFormats)
          .default('table'),
      )
      .option('--time-limit <s>', '时间上限（秒） / seconds it may take', positive, 30)
      .option('--max-rows <n>', '行数上限 / rows at most', positive, 10_000)
      .action(async (sql: string, flags: QueryFlags) => {
        const limits = { timeLimitMs: flags.timeLimit * 1000, maxRows: flags.maxRows };
        const result = await readRows(io, flags.db, sql, limits);
        if (result.rows.length === 0 && flags.format === 'table')
          io.out(message(io.language, 'noRows'));
        else io.out(formatRows(result, flags.format));
        const shown = result.rows.length;
        const limit = shown < flags.maxRows ? 'truncatedBySize' : 'truncated';
        if (result.truncated) io.err(message(io.language, limit, shown));
      });
  },
};
