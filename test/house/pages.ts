import { dataDictionary } from '../../schemas/data-dictionary.ts';
import { errorText } from '../../schemas/error-texts.ts';
import { IngestError, ingestErrorCodes } from '../../schemas/ingest-error.ts';

/** Pages of docs/ that are printed from data, so that they cannot disagree with it. */

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const printed = (from: string): string =>
  `<!-- Printed from ${from} by \`npx vitest run test/house -u\`; edit that file, not this page. -->`;

/** docs/data-dictionary.md */
export function dataDictionaryPage(): string {
  const views = dataDictionary.map(
    ({ view, label_zh, columns }) =>
      `## \`${view}\` · \`${label_zh}\`\n\n${table(
        ['列 column', '中文列名', '说明', '单位'],
        columns.map((c) => [
          `\`${c.column}\``,
          `\`${c.label_zh}\``,
          c.description_zh,
          c.unit ?? '',
        ]),
      )}`,
  );
  return `# Data dictionary · 数据字典

${printed('schemas/data-dictionary.ts')}

Every public view has an English name and a Chinese twin (\`SELECT * FROM 异常\`) with the same rows. The same table is
in every warehouse: \`SELECT * FROM data_dictionary\`. Conventions:

- Money: \`*_fen\` is an exact integer in 分 (1 元 = 100 分), \`*_wan\` the same in 万元. Sum \`*_fen\`.
- Ratios are fractions (100 % = 1); percent values of indicators are percent points, as the form says them.
- Unknown is NULL, never 0 or ''. Dates are ISO 8601. \`*_raw\` is as found in the cell, other text is NFKC.
- \`is_current = 1\` leaves out forms that a later revision supersedes.

${views.join('\n\n')}
`;
}

/** docs/errors.md */
export function errorsPage(): string {
  const rows = ingestErrorCodes.map((code) => {
    const { retryable, ignorable } = new IngestError(code, '');
    const kind = ignorable ? 'ignored' : retryable ? 'again' : 'final';
    return [
      `\`${code}\``,
      kind,
      errorText(code, 'zh').what,
      errorText(code, 'zh').todo,
      errorText(code, 'en').what,
    ];
  });
  return `# Errors · 错误代码

${printed('schemas/error-texts.ts and schemas/ingest-error.ts')}

What stops one file. The run goes on with the others, and the file is listed in \`documents\` with its \`error_code\`. The
codes never change. Messages come in Chinese, or in English with \`--lang en\`; each says what happened and what to do.

*again*: a later attempt may not meet it. *final*: the file has to change first. *ignored*: no document, no failure.

A doubt that does not stop a file is a notice (\`guidang inspect FILE\` lists them); a figure that cannot be right is an
anomaly ([rules.md](rules.md)). \`guidang query\` has codes of its own: \`query_not_readonly\` (exit 2),
\`query_time_limit\` and \`query_failed\` (exit 1).

${table(['代码 code', 'kind', '说明', '处理办法', 'what happened'], rows)}
`;
}
