import { looksLikeName, maskNames } from './person-names.ts';

/** What names a person, as forms print it before the name. */
const personLabel =
  '(?:填报人|填表人|制表人|编制人|经办人|联系人|联络人|审核人|复核人|负责人|责任人|签字|签名|姓名|法定代表人|分管领导)';
const phoneLabel = '(?:联系电话|联络电话|联系方式|电话|手机|手机号码?)';
/** Two to four characters, a short name sometimes spread with a space: 王 明; or 买买提·吐尔逊. */
const personName =
  '(?:\\p{Script=Han}{1,5}(?:·\\p{Script=Han}{1,5})+|\\p{Script=Han}(?:[ \\u3000]?\\p{Script=Han}){1,3})';
const shortestName = `${personName.slice(0, -1)}?)`;
/** What stands behind a label or a name and is none: the next label of a signature line. */
const nextLabel = `(?:${phoneLabel}|${personLabel}|填[报表]|主管|单位|项目|部门|日期|时间|职务|职称|年度|盖章|签章|公章)`;
const beforeName = `${personLabel}[^：:\\n]{0,6}[：:][ \\t\\u3000]*`;

/** A name up to the next label, even where no space is left between them: 填报人：王小明联系电话：. */
const named = new RegExp(
  `(${beforeName})(?!${nextLabel})(${shortestName})(?=[\\s,，;；、。（(\\d]|$|${nextLabel})`,
  'gu',
);
/** The same before a label nobody foresaw, where the name's end is a guess. */
const namedLoosely = new RegExp(
  `(${beforeName})(?!${nextLabel})(${personName})(?=[\\p{Script=Han}]{2,6}[：:])`,
  'gu',
);
const labelledPhone = new RegExp(`(${phoneLabel}[：:]?[ \\t\\u3000]*)(\\d[\\d -]{4,}\\d)`, 'gu');
/** Mobile and fixed-line numbers as printed in China, with or without a dash. */
const phones =
  /(?<!\d)(1[3-9]\d)[ -]?\d{4}[ -]?(\d{4})(?!\d)|(?<!\d)(0\d{2,3})[ -]?\d{5,6}(\d{2})(?!\d)/g;
/** An ID card number. */
const idCards = /(?<!\d)(\d{6})\d{8}(\d{3}[\dXx])(?!\d)/g;
const personCell = new RegExp(`${personLabel}[^：:\\n]{0,8}[：:]?\\s*$`, 'u');
const nameInCell = new RegExp(`^\\s*(?!${nextLabel})(${personName})(?![\\p{Script=Han}])`, 'u');
const phoneCell = new RegExp(`${phoneLabel}[：:]?\\s*$`, 'u');

/** Names and numbers of persons in a text, covered: 王某某 → 王**, 13812345678 → 138****5678. */
export function maskText(text: string): string {
  return text
    .replace(named, (_, label: string, name: string) => `${label}${maskName(name)}`)
    .replace(namedLoosely, (_, label: string, name: string) => `${label}${maskName(name)}`)
    .replace(idCards, '$1********$2')
    .replace(phones, (_, mobile, mobileEnd, area, fixedEnd) =>
      mobile ? `${mobile}****${mobileEnd}` : `${area}-*****${fixedEnd}`,
    )
    .replace(labelledPhone, (_, label: string, phone: string) => `${label}${maskDigits(phone)}`);
}

function maskName(name: string): string {
  const [first, ...rest] = [...name.replace(/[ \u3000]/g, '')];
  return `${first}${'*'.repeat(rest.length)}`;
}

function maskDigits(phone: string): string {
  return phone.replace(/\d(?=(?:[\s-]*\d){2})/g, '*');
}

/** A cell whose label stands in the cell to its left: 项目负责人 | 王小明. */
function maskLabelled(label: string, text: string): string {
  if (personCell.test(label)) {
    return maskText(text.replace(nameInCell, (name) => maskName(name.trim())));
  }
  return phoneCell.test(label) ? maskDigits(text) : maskText(text);
}

/** Columns that are codes, paths or figures: nothing in them is a person's. */
const plainColumns =
  /(?:^|_)(?:id|code|path|file_name|sha|no|year|value|fen|wan|weight|score|rate|confidence|at|status|format)$/;

/** Names of persons, by the document that labels them as such. */
export interface PersonNames {
  of(documentId: unknown): ReadonlySet<string>;
  /** Of all documents, for rows that belong to none. */
  readonly all: ReadonlySet<string>;
}

/**
 * Finds the names that documents label: a cell behind a label, or 填报人：王小明 in any text.
 *
 * @param texts columns and rows of views with a document_id; cells row by row, left to right
 */
export function findNames(
  texts: Iterable<readonly [columns: readonly string[], rows: Iterable<readonly unknown[]>]>,
): PersonNames {
  const byDocument = new Map<unknown, Set<string>>();
  const all = new Set<string>();
  for (const [columns, rows] of texts) {
    const document = columns.indexOf('document_id');
    const labelOf = createLabelReader(columns);
    for (const row of rows) {
      const found = namesIn(row, labelOf(row));
      if (found.length === 0) continue;
      const known = byDocument.get(row[document]) ?? new Set();
      byDocument.set(row[document], known);
      for (const name of found) {
        known.add(name);
        all.add(name);
      }
    }
  }
  const none: ReadonlySet<string> = new Set();
  return { of: (documentId) => byDocument.get(documentId) ?? none, all };
}

function namesIn(row: readonly unknown[], label: string): string[] {
  const texts = row.filter((value) => typeof value === 'string');
  const found = texts.flatMap((text) => [...text.matchAll(named)].map(([, , name]) => name));
  if (personCell.test(label)) found.push(...texts.map((text) => nameInCell.exec(text)?.[1]));
  return found
    .map((name) => (name ?? '').replace(/[ \u3000]/g, ''))
    .filter((name) => name !== '' && looksLikeName(name));
}

/** Tells for a table's cells, in their order, what stands in the cell to the left; '' elsewhere. */
function createLabelReader(columns: readonly string[]): (row: readonly unknown[]) => string {
  const at = (name: string) => columns.indexOf(name);
  const places = [at('document_id'), at('table_no'), at('row_no')];
  const text = at('text');
  if (text < 0 || places.includes(-1)) return () => '';
  let before: readonly unknown[] = [];
  return (row) => {
    const neighbour = places.every((place) => row[place] === before[place]);
    const label = neighbour ? String(before[text] ?? '') : '';
    before = row;
    return label;
  };
}

/**
 * Covers persons' data in the rows of one view. A table cell is judged by the cell before it too,
 * so cells must come row by row, left to right.
 *
 * @param names covered wherever the document that labels them repeats them
 */
export function createMask(
  columns: readonly string[],
  names: PersonNames,
): (row: readonly unknown[]) => unknown[] {
  const [document, text] = [columns.indexOf('document_id'), columns.indexOf('text')];
  const labelOf = createLabelReader(columns);
  return (row) => {
    const label = labelOf(row);
    const known = document < 0 ? names.all : names.of(row[document]);
    return row.map((value, i) => {
      if (typeof value !== 'string' || plainColumns.test(columns[i] ?? '')) return value;
      const masked = i === text && label !== '' ? maskLabelled(label, value) : maskText(value);
      return maskNames(masked, known, maskName);
    });
  };
}
