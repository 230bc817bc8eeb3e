/**
 * The program of the query process. Plain JavaScript in a string, as Node has to start it both from
 * built files and from TypeScript sources.
 */
export const queryProcess = String.raw`
process.once('message', ({ driver, path, sql, maxRows }) => {
  const answer = (message) => process.send(message, () => process.exit(0));
  const refuse = (code, message) => answer({ code, message });
  // Leading comments hide the keyword, as SQLite allows them anywhere.
  const bare = sql.replace(/^(?:\s+|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)+/, '');
  if (!/^(?:select|with|values|explain)\b/i.test(bare)) {
    return refuse('query_not_readonly', 'only SELECT, WITH, VALUES and EXPLAIN are answered');
  }
  try {
    const SQLite = require(driver);
    const database = new SQLite(path, { readonly: true, fileMustExist: true, timeout: 5000 });
    const statement = database.prepare(sql);
    if (!statement.readonly || !statement.reader) {
      return refuse('query_not_readonly', 'the statement writes or gives no rows');
    }
    const columns = statement.columns().map((column) => column.name);
    const rows = [];
    let truncated = false;
    for (const row of statement.raw(true).iterate()) {
      if (rows.length === maxRows) {
        truncated = true;
        break;
      }
      rows.push(row);
    }
    answer({ columns, rows, truncated });
  } catch (error) {
    const several = error instanceof RangeError && /more than one statement/.test(error.message);
    refuse(several ? 'query_not_readonly' : 'query_failed', error.message);
  }
});
`;
