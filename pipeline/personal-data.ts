/** What names a person, as forms print it before the name. */
const personLabel =
  '(?:填报人|填表人|编制人|经办人|联系人|审核人|负责人|财务负责人|签字|签名|法定代表人|分管领导)';
const phoneLabel = '(?:联系电话|联络电话|联系方式|电话|手机|手机号码?)';
/** Two to four characters, a short name sometimes spread with a space: 王 明. */
const personName = '[\\p{Script=Han}](?:[ \\u3000]?[\\p{Script=Han}·]){1,3}';

const named = new RegExp(
  `(${personLabel}[^：:\\n]{0,6}[：:][ \\t\\u3000]*)(?!${phoneLabel}|填[报表]|单位|日期)(${personName})(?=[\\s,，;；、。]|$|[\\p{Script=Han}]{2,6}[：:])`,
  'gu',
);
const labelledPhone = new RegExp(`(${phoneLabel}[：:]?[ \\t\\u3000]*)(\\d[\\d -]{4,}\\d)`, 'gu');
/** Mobile and fixed-line numbers as printed in China, with or without a dash. */
const phones =
  /(?<!\d)(1[3-9]\d)[ -]?\d{4}[ -]?(\d{4})(?!\d)|(?<!\d)(0\d{2,3})[ -]?\d{5,6}(\d{2})(?!\d)/g;
/** An ID card number. */
const idCards = /(?<!\d)(\d{6})\d{8}(\d{3}[\dXx])(?!\d)/g;
const personCell = new RegExp(`${personLabel}[^：:\\n]{0,8}[：:]?\\s*$`, 'u');
const phoneCell = new RegExp(`${phoneLabel}[：:]?\\s*$`, 'u');

/** Names and numbers of persons in a text, covered: 王某某 → 王**, 13812345678 → 138****5678. */
export function maskText(text: string): string {
  return text
    .replace(named, (_, label: string, name: string) => `${label}${maskName(name)}`)
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
    return maskText(
      text.replace(new RegExp(`^\\s*(${personName})(?![\\p{Script=Han}])`, 'u'), (name) =>
        maskName(name.trim()),
      ),
    );
  }
  return phoneCell.test(label) ? maskDigits(text) : maskText(text);
}

/** Columns that are codes, paths or figures: nothing in them is a person's. */
const plainColumns =
  /(?:^|_)(?:id|code|path|file_name|sha|no|year|value|fen|wan|weight|score|rate|confidence|at|status|format)$/;

/**
 * Covers persons' data in the rows of one view. A table cell is judged by the cell before it too,
 * so cells must come row by row, left to right.
 */
export function createMask(columns: readonly string[]): (row: readonly unknown[]) => unknown[] {
  const at = (name: string) => columns.indexOf(name);
  const [table, line, text] = [at('table_no'), at('row_no'), at('text')];
  const isCells = table >= 0 && line >= 0 && text >= 0;
  let before: readonly unknown[] = [];
  return (row) => {
    const neighbour = isCells && row[table] === before[table] && row[line] === before[line];
    const label = neighbour ? String(before[text] ?? '') : '';
    before = row;
    return row.map((value, i) => {
      if (typeof value !== 'string' || plainColumns.test(columns[i] ?? '')) return value;
      return i === text && label !== '' ? maskLabelled(label, value) : maskText(value);
    });
  };
}
