import type { Command } from './command.ts';
import { anomaliesCommand } from './commands/anomalies.ts';
import { doctorCommand } from './commands/doctor.ts';
import { explainCommand } from './commands/explain.ts';
import { exportCommand } from './commands/export.ts';
import { ingestCommand } from './commands/ingest.ts';
import { inspectCommand } from './commands/inspect.ts';
import { labelsCommand } from './commands/labels.ts';
import { queryCommand } from './commands/query.ts';
import { yoyCommand } from './commands/yoy.ts';

/** Every command, in the order of its help. docs/cli.md describes each. */
export const commands: readonly Command[] = [
  ingestCommand,
  inspectCommand,
  queryCommand,
  yoyCommand,
  anomaliesCommand,
  explainCommand,
  labelsCommand,
  exportCommand,
  doctorCommand,
];
