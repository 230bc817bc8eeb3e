/**
 * The program of the query process. Plain JavaScript in a string, as Node has to start it both from
 * built files and from TypeScript sources.
 * Its main thread is inside SQLite and hears nothing, so a second one watches: see query-watch.ts.
 */
export const queryProcess = `
const { Worker } = require('node:worker_threads');

const sizeOf = (value) =>
  typeof value === 'string' ? Buffer.byteLength(value) : (value?.byteLength ?? 8);

function collect(statement, maxRows, maxBytes) {
  const rows = [];
  let bytes = 0;
  for (const row of statement.raw(true).iterate()) {
    if (rows.length >= maxRows) return { rows, truncated: true };
    for (const value of row) bytes += sizeOf(value);
    if (bytes > maxBytes) return { rows, truncated: true };
    rows.push(row);
  }
  return { rows, truncated: false };
}

function problem(error) {
  if (error instanceof RangeError && /more than one statement/.test(error.message)) {
    return 'query_not_readonly';
  }
  const file = /^SQLITE_(NOTADB|CORRUPT|CANTOPEN|IOERR|BUSY)/.test(error.code);
  return file ? 'warehouse_unavailable' : 'query_failed';
}

process.once('message', ({ driver, path, sql, maxRows, maxBytes, watch, ...limits }) => {
  const answer = (message) => process.send(message, () => process.exit(0));
  const refuse = (code, message) => answer({ code, message });
  new Worker(watch, { eval: true, workerData: limits });
  try {
    const SQLite = require(driver);
    const database = new SQLite(path, { readonly: true, fileMustExist: true, timeout: 5000 });
    const statement = database.prepare(sql);
    if (!statement.readonly || !statement.reader) {
      return refuse('query_not_readonly', 'the statement writes or gives no rows');
    }
    const columns = statement.columns().map((column) => column.name);
    const { rows, truncated } = collect(statement, maxRows, maxBytes);
    if (truncated && rows.length === 0) {
      return refuse('query_failed', 'a single row holds more than ' + maxBytes + ' bytes');
    }
    answer({ columns, rows, truncated });
  } catch (error) {
    refuse(problem(error), error.message);
  }
});
`;
