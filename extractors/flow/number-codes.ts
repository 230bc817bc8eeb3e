/**
 * The number formats of lists by the code RTF (\levelnfc) and Word's binary files ([MS-OSHARED]
 * 2.2.1.3, MSONFC) give them, as number-format.ts calls them.
 */
const names: ReadonlyMap<number, string> = new Map([
  [0, 'decimal'],
  [1, 'upperRoman'],
  [2, 'lowerRoman'],
  [3, 'upperLetter'],
  [4, 'lowerLetter'],
  [10, 'ideographDigital'],
  [11, 'japaneseCounting'],
  [14, 'decimalFullWidth'],
  [17, 'japaneseDigitalTenThousand'],
  [18, 'decimalEnclosedCircle'],
  [19, 'decimalFullWidth2'],
  [22, 'decimalZero'],
  [23, 'bullet'],
  [26, 'decimalEnclosedFullstop'],
  [27, 'decimalEnclosedParen'],
  [28, 'decimalEnclosedCircleChinese'],
  [29, 'ideographEnclosedCircle'],
  [30, 'ideographTraditional'],
  [31, 'ideographZodiac'],
  [32, 'ideographZodiacTraditional'],
  [33, 'taiwaneseCounting'],
  [34, 'ideographLegalTraditional'],
  [35, 'taiwaneseCountingThousand'],
  [36, 'taiwaneseDigital'],
  [37, 'chineseCounting'],
  [38, 'chineseLegalSimplified'],
  [39, 'chineseCountingThousand'],
  [57, 'numberInDash'],
  [255, 'none'],
]);

/** The name of a number format; one that number-format.ts does not know shows as decimal. */
export function numberFormatOfCode(code: number): string {
  return names.get(code) ?? 'decimal';
}
