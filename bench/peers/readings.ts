import type { Fact } from './facts.ts';
import { type Grid, joinContinued } from './grid.ts';
import { gridsOfHtml, textOfHtml } from './html-grids.ts';
import type { Output } from './output.ts';
import type { Reading } from './score.ts';
import { ordinalRows, textRules } from './text-grids.ts';

type Readings = Readonly<Record<string, Reading>>;

const untold = (): boolean => false;

/**
 * The ways to make tables of an output, by name. A tool is scored by the one that suits it best
 * over all files of a format.
 */
export function readingsOf(output: Output): Readings {
  switch (output.kind) {
    case 'html':
      return htmlReadings(output.content);
    case 'docbook':
      return htmlReadings(htmlOfDocBook(output.content));
    case 'text':
      return textReadings(output.content);
    case 'rows':
      return rowReadings(output.tables.map(ordinalRows));
    case 'grids':
      return { grids: { ...output, tables: true, isTold: (fact) => isDoubted(output, fact) } };
  }
}

function htmlReadings(html: string): Readings {
  const text = textOfHtml(html);
  const shared = { text, tables: true, isTold: untold };
  return {
    tables: { ...shared, grids: gridsOfHtml(html) },
    'tables without row spans': { ...shared, grids: gridsOfHtml(html, false) },
    ...textReadings(text),
  };
}

/** DocBook's tables are HTML's by other names; its empty titles would swallow a page. */
function htmlOfDocBook(xml: string): string {
  const names: Readonly<Record<string, string>> = {
    informaltable: 'table',
    row: 'tr',
    entry: 'td',
  };
  return xml
    .replaceAll('<title/>', '')
    .replace(
      /<(\/?)(informaltable|row|entry)\b[^>]*>/g,
      (_, slash: string, name: string) => `<${slash}${names[name]}>`,
    );
}

function textReadings(text: string): Readings {
  const readings = Object.entries(textRules).map(([name, rule]) => [
    name,
    { grids: [rule(text)], text, tables: false, isTold: untold },
  ]);
  return Object.fromEntries(readings);
}

/** The tables of each page, and joined where the next page goes on with as many columns. */
function rowReadings(grids: readonly Grid[]): Readings {
  const text = grids.flatMap((grid) => grid.map((cell) => cell.text)).join('\n');
  const shared = { text, tables: true, isTold: untold };
  return {
    'tables by page': { ...shared, grids },
    'tables joined': { ...shared, grids: joinContinued(grids) },
  };
}

/** Whether a doubt names the table's row, or the table as a whole. */
function isDoubted(output: Extract<Output, { kind: 'grids' }>, { grid, row }: Fact): boolean {
  const table = `table ${output.tableNumbers[grid]}`;
  const place = new RegExp(`\\b${table}(?: row ${row + 1}\\b|$)`);
  return output.doubts.some((doubt) => place.test(doubt));
}
