import type { ToolResult } from './compare-format.ts';
import type { PeersResult } from './run-peers.ts';

/** What was measured, as Markdown. */
export function peersReport(command: string, result: PeersResult): string {
  const { results, skipped, starts } = result;
  const lines = [
    `\`${command}\``,
    '',
    '| format | tool | figures found | wrong | silent | lost | cells exact | but for the row | ms/document | to guidang | read by |',
    '| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |',
    ...results.map((each) => row(each, results)),
  ];
  if (starts.size > 0) {
    const each = [...starts].map(([name, ms]) => `${name} ${ms.toFixed(0)} ms`);
    lines.push('', `To start a program, not in the times but for LibreOffice: ${each.join(', ')}.`);
  }
  if (skipped.length > 0) lines.push('', `Not installed, so skipped: ${skipped.join(', ')}.`);
  return lines.join('\n');
}

function row(result: ToolResult, all: readonly ToolResult[]): string {
  const { tool, format, files, failed, score, rule, ms } = result;
  const ours = all.find((each) => each.format === format && each.tool === 'guidang')?.ms ?? null;
  const facts = (count: number | undefined) => percent(count, score?.facts);
  const cells = [
    format,
    failed === 0 ? tool : `${tool} (${failed} of ${files} not read)`,
    ...[facts(score?.found), facts(score?.wrong), facts(score?.silent), facts(score?.lost)],
    percent(score?.cells?.exact, score?.cells?.cells),
    percent(score?.cells?.exactButRow, score?.cells?.cells),
    ms === null ? '' : ms.toFixed(1),
    ms === null || ours === null ? '' : `${(ms / ours).toFixed(2)}×`,
    rule ?? '',
  ];
  return `| ${cells.join(' | ')} |`;
}

/** Never rounded up to all, nor down to none. */
function percent(part: number | undefined, whole: number | undefined): string {
  if (part === undefined || !whole) return '';
  const rounded = (Math.round((part / whole) * 10_000) / 100).toFixed(2);
  if (rounded === '100.00' && part < whole) return '99.99 %';
  if (rounded === '0.00' && part > 0) return '0.01 %';
  return `${rounded} %`;
}
