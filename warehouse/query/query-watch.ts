/**
 * The program of the second thread of the query process. It ends the process when whoever asked is
 * gone, when time is up though nobody ended it, or when it has grown too large.
 */
export const queryWatch = `
const { workerData } = require('node:worker_threads');
const { asker, timeLimitMs, maxMemoryBytes } = workerData;

// An orphan has another parent; on Windows it keeps the number of one that is no more.
function alone() {
  if (process.platform !== 'win32') return process.ppid !== asker;
  try {
    return !process.kill(asker, 0);
  } catch {
    return true;
  }
}

const end = () => process.kill(process.pid, 'SIGKILL');
// Later than the one that asked would end it: for when that one is busy or stopped.
setTimeout(end, timeLimitMs + 1000);
setInterval(() => {
  if (process.memoryUsage.rss() > maxMemoryBytes || alone()) end();
}, 100);
`;
