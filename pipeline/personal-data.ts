/** Labels whose value is a person's name. */
const nameLabels =
  /((?:填报人|填表人|编制人|经办人|联系人|审核人|负责人|签字|签名)[^：:\n]{0,6}[：:][ \t\u3000]*)([\p{Script=Han}·]{2,4})(?=[\s,，;；、。]|$|[\p{Script=Han}]{2,6}[：:])/gu;
/** Mobile and fixed-line numbers as printed in China. */
const phones =
  /(?<!\d)(1[3-9]\d)[ -]?\d{4}[ -]?(\d{4})(?!\d)|(?<!\d)(0\d{2,3})[ -]\d{5,6}(\d{2})(?!\d)/g;
/** An ID card number. */
const idCards = /(?<!\d)(\d{6})\d{8}(\d{3}[\dXx])(?!\d)/g;

/** Names and numbers of persons in a text, covered: 王某某 → 王**, 13812345678 → 138****5678. */
export function maskText(text: string): string {
  return text
    .replace(
      nameLabels,
      (_, label: string, name: string) =>
        `${label}${[...name][0]}${'*'.repeat([...name].length - 1)}`,
    )
    .replace(idCards, '$1********$2')
    .replace(phones, (_, mobile, mobileEnd, area, fixedEnd) =>
      mobile ? `${mobile}****${mobileEnd}` : `${area}-*****${fixedEnd}`,
    );
}

/** Columns that are codes, paths or figures: nothing in them is a person's. */
const plainColumns =
  /(?:^|_)(?:id|code|path|file_name|sha|no|year|value|fen|wan|weight|score|rate|confidence|at|status|format)$/;

/** A row of a view with persons' data covered. */
export function maskRow(columns: readonly string[], row: readonly unknown[]): unknown[] {
  return row.map((value, i) =>
    typeof value === 'string' && !plainColumns.test(columns[i] ?? '') ? maskText(value) : value,
  );
}
