import { type Command, defaultDatabase, Exit, exitCodes } from '../command.ts';
import { message } from '../messages.ts';
import { readRows, sqlText } from '../read-rows.ts';
import { formatRows } from '../table.ts';

export const explainCommand: Command = {
  name: 'explain',
  summary: {
    zh: '说明一个数值来自哪个文件的哪个单元格',
    en: 'Tell which cell of which file a value came from',
  },
  examples: [
    'explain 3f2a9c0d1e4b5a67-f2-amount-total-executed',
    'explain 3f2a9c0d1e4b5a67-f2-indicator-3 --json',
  ],
  define(program, io) {
    program
      .argument('<value_id>', 'value_id 列的值 / a value_id of any view')
      .option('--db <path>', '数据库 / warehouse', defaultDatabase)
      .option('--json', '输出 JSON / as JSON')
      .action(async (valueId: string, flags: { db: string; json?: true }) => {
        const result = await readRows(
          io,
          flags.db,
          `SELECT p.column_name, d.path, p.page, p.table_no, p.row_no, p.column_no, p.x0, p.y0, p.x1, p.y1,
              p.raw_text, p.method, p.confidence
            FROM provenance p JOIN documents d USING (document_id)
            WHERE p.value_id = ${sqlText(valueId)} ORDER BY p.column_name`,
        );
        if (result.rows.length === 0)
          throw new Exit(exitCodes.usage, message(io.language, 'noValue', valueId));
        io.out(flags.json ? formatRows(result, 'json') : result.rows.map(sourceText).join('\n\n'));
      });
  },
};

function sourceText(row: readonly unknown[]): string {
  const [column, path, page, table, line, position, x0, y0, x1, y1, raw, method, confidence] = row;
  const place = [
    page === null ? null : `第 ${page} 页`,
    table === null ? null : `第 ${table} 张表`,
    line === null ? null : `第 ${line} 行`,
    position === null ? null : `第 ${position} 列`,
    x0 === null ? null : `坐标 (${x0}, ${y0})–(${x1}, ${y1})`,
  ].filter((part) => part !== null);
  return [
    `${column}`,
    `  文件：${path}`,
    `  位置：${place.length > 0 ? place.join(' ') : '—'}`,
    `  原文：${String(raw).replaceAll('\n', '⏎')}`,
    `  方式：${method}  把握：${confidence}`,
  ].join('\n');
}
