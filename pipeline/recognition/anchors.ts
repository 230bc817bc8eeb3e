import type { FormType } from '../../schemas/codes.ts';
import type { GridRow } from '../grid.ts';
import { isBlank } from '../values/blank.ts';
import type { LabelIndex } from '../vocabulary/label-index.ts';
import { type BlockKind, readHeader } from './headers.ts';

/** What the labels of some rows say about the form they are of. */
export interface Anchors {
  readonly headers: ReadonlySet<BlockKind>;
  /** Codes of indicator and funding columns met in headers. */
  readonly columns: ReadonlySet<string>;
  readonly identity: ReadonlySet<string>;
  readonly blocks: ReadonlySet<string>;
  readonly lines: ReadonlySet<string>;
  readonly baseItems: number;
  readonly hasTotalRow: boolean;
}

/** The labels of a row range, without regard to where they stand. */
export function findAnchors(rows: readonly GridRow[], labels: LabelIndex): Anchors {
  const headers = new Set<BlockKind>();
  const columns = new Set<string>();
  const identity = new Set<string>();
  const blocks = new Set<string>();
  const lines = new Set<string>();
  let baseItems = 0;
  let hasTotalRow = false;
  for (const row of rows) {
    const header = readHeader(row, labels);
    if (header) {
      headers.add(header.kind);
      for (const column of header.columns) columns.add(column.code);
    }
    const [first] = row.cells.filter((cell) => !isBlank(cell.text));
    for (const cell of row.cells) {
      if (isBlank(cell.text) || cell.text.length > 40) continue;
      const known = labels.exact('identity', labelPart(cell.text));
      if (known) identity.add(known.code);
      const block = labels.exact('block', cell.text);
      if (block) blocks.add(block.code);
      const line = labels.exact('funding_line', labelPart(cell.text));
      if (line) lines.add(line.code);
    }
    if (first && labels.exact('base_item', first.text)) baseItems++;
    if (first && labels.exact('total_row', first.text)) hasTotalRow = true;
  }
  return { headers, columns, identity, blocks, lines, baseItems, hasTotalRow };
}

/** The label of a cell that holds label and value: 资金总额：1068.67. */
export function labelPart(text: string): string {
  const including = /^\s*其\s*中\s*[:：]/.exec(text);
  const start = including ? including[0].length : 0;
  const colon = text.slice(start).search(/[:：]/);
  return colon < 0 ? text : text.slice(0, start + colon);
}

/**
 * The form type that anchors alone speak for, and how surely. A form without a title is accepted on
 * these; where there is a title, they decide between its readings.
 */
export function typeFromAnchors(
  anchors: Anchors,
): { type: FormType; confidence: number } | undefined {
  const { headers, columns, identity, blocks, lines } = anchors;
  const base =
    (headers.has('staff') ? 2 : 0) +
    (headers.has('costs') ? 1 : 0) +
    (headers.has('building') ? 1 : 0);
  if (base >= 1 && anchors.baseItems >= 3) {
    return { type: 'overall_base_data', confidence: Math.min(0.98, 0.8 + 0.05 * base) };
  }
  const evaluated =
    columns.has('actual') ||
    (headers.has('indicators') && columns.has('score')) ||
    columns.has('executed');
  const whole =
    lines.has('income_total') ||
    lines.has('expenditure_total') ||
    blocks.has('duties') ||
    headers.has('tasks');
  const project = identity.has('project_name');
  const evidence = [
    headers.has('funding'),
    headers.has('indicators'),
    headers.has('goals') || blocks.has('goals'),
    whole,
    project,
    identity.has('unit_name'),
    anchors.hasTotalRow,
  ].filter(Boolean).length;
  if (!headers.has('indicators') && !headers.has('funding')) return undefined;
  if (!project && !whole && !identity.has('unit_name')) return undefined;
  const confidence = Math.min(0.98, 0.6 + 0.08 * evidence);
  if (project && !whole) {
    return { type: evaluated ? 'project_self_evaluation' : 'project_target', confidence };
  }
  return { type: evaluated ? 'overall_self_evaluation' : 'overall_target', confidence };
}
