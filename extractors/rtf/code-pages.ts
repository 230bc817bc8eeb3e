/** Encodings by Windows code page (RTF 1.9.1, \ansicpg, \cpg), as TextDecoder calls them. */
const byCodePage: ReadonlyMap<number, string> = new Map([
  [708, 'iso-8859-6'],
  [866, 'ibm866'],
  [874, 'windows-874'],
  [932, 'shift_jis'],
  [936, 'gb18030'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [10000, 'macintosh'],
  [10001, 'shift_jis'],
  [10002, 'big5'],
  [10003, 'euc-kr'],
  [10008, 'gb18030'],
  [54936, 'gb18030'],
  [65001, 'utf-8'],
]);

/** Code pages by character set of a font (RTF 1.9.1, \fcharset). */
const byCharset: ReadonlyMap<number, number> = new Map([
  [0, 1252],
  [77, 10000],
  [78, 10001],
  [79, 10003],
  [80, 10008],
  [81, 10002],
  [128, 932],
  [129, 949],
  [130, 949],
  [134, 936],
  [136, 950],
  [161, 1253],
  [162, 1254],
  [163, 1258],
  [177, 1255],
  [178, 1256],
  [186, 1257],
  [204, 1251],
  [222, 874],
  [238, 1250],
]);

/** The encoding of a code page; those no TextDecoder knows are read as Western. */
export function encodingOfCodePage(codePage: number): string {
  const named = byCodePage.get(codePage);
  if (named !== undefined) return named;
  return codePage >= 1250 && codePage <= 1258 ? `windows-${codePage}` : 'windows-1252';
}

/** The encoding of a font's character set; null for sets that leave it to the document. */
export function encodingOfCharset(charset: number): string | null {
  const codePage = byCharset.get(charset);
  return codePage === undefined ? null : encodingOfCodePage(codePage);
}

const multiByte: ReadonlySet<string> = new Set(['shift_jis', 'gb18030', 'euc-kr', 'big5', 'utf-8']);

export function isMultiByte(encoding: string): boolean {
  return multiByte.has(encoding);
}
