/** 1 068 669.50: digits set in threes. */
const inThrees = /(?<![\d.,])\d{1,3}(?: \d{3})+(?![\d,])/g;
/** 9 3 %, 1 2 0: a figure spread over its cell, one digit at a time. Two bare digits may be two figures. */
const spread =
  /(?<![\d.,])\d(?: \d)+(?: ?\. ?\d(?: \d)*)?(?= [%‰])|(?<![\d.,])\d(?: \d){2,}(?: ?\. ?\d(?: \d)*)?(?![\d,])/g;
/** 9 5: one figure or two. */
const oneDigitApart = /(?<![\d.,])\d \d|\d \d(?![\d.,])/;
/** 3. at a line's beginning, white space, a figure: the number of a list, which 0. and 98. are not. */
const listNumber = /^([^\S\n]*\(?(?:\d{1,2}\.)*(?:[1-9]|1\d|20)[.、)])(\s+)(?=\d)/gm;
/** ①, ⑴, ⒈, ㈠, ¹, ₂: note marks and list numbers, which NFKC would turn into digits of the figure. */
const mark =
  /[\u2460-\u249b\u24ea-\u24ff\u3220-\u3229\u3251-\u325f\u3280-\u3289\u32b1-\u32bf\u00b9\u2070\u2074-\u2079\u2080-\u2089]|(?<=\d)[\u00b2\u00b3]/gu;
const markAtDigit = new RegExp(`(?<=\\d)(?:${mark.source})|(?:${mark.source})(?=\\d)`, 'gu');
const markAtEnd = new RegExp(`(?:${mark.source})$`, 'u');
/** [¹], (²): raised digits that the writer put in brackets. */
const bracketedMark = /[[(〔【［（][\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{1,3}[\])〕】］）]$/u;
/** ½: no figure that is read here, and not 1 over 2. */
const fraction = /[\u00bc-\u00be\u2150-\u215f\u2189]/gu;
/** What a line begins with that is an item of its own: 2、 (3) ≥ or a figure. */
const item = /^(?:\(?\d{1,2}\)?[、.)]|[一二三四五六七八九十]、|[≥≤><=]|\d)/;

/** What the next line completes: a comparator, a date's year or month, a preposition. */
const goesOn = /[,.≥≤><=(\-—~至到年月第约达过于低高少超为共每控]/;

/**
 * What stands between two figures as a semicolon: white space between digits (95, next line 100), a
 * note mark, a new line that begins with a figure, the number of a list. Digits set in threes or spread
 * over the cell are joined; a mark at the end and a list number with its tab are dropped. To be done
 * before white space is squeezed out.
 */
export function separateFigures(text: string): string {
  const plain = dropMarks(text).replace(mark, ';').replace(fraction, '※').normalize('NFKC');
  if (!/[\s;]/.test(plain)) return plain;
  return joinDigits(setListNumbersApart(plain))
    .replace(/\s+/g, (space, at: number, whole: string) =>
      separates(space, at, whole) ? ';' : space,
    )
    .replace(/;[;\s]*/g, ';')
    .replace(/^;/, '');
}

/** Digits set in threes as one figure; what is spread over a cell is left as it is. */
export function joinThrees(text: string): string {
  return text.replace(inThrees, (figure) => figure.replaceAll(' ', ''));
}

/** Note marks that stand at a digit, with blanks around them: NFKC makes digits of them. */
export function setMarksApart(text: string): string {
  return text.replace(markAtDigit, ' $& ');
}

function joinDigits(plain: string): string {
  const join = (figure: string) => figure.replaceAll(' ', '');
  return plain.replace(inThrees, join).replace(spread, join);
}

/** A tab follows the number that a word processor printed; after a blank, 9. 5 may be 9.5 as well. */
function setListNumbersApart(plain: string): string {
  const [first, second] = plain.matchAll(listNumber);
  const alone = first?.index === 0 && second === undefined && first[2] === '\t';
  return alone ? plain.slice(first[0].length) : plain.replace(listNumber, '$1;');
}

/** 2. 98%, 1．93%: a list number, or the whole part of a decimal that the writer spaced out. */
export function mayBeListNumber(text: string): boolean {
  return (
    /^\s*(?:[1-9]|1\d|20)[.．][^\S\t\n]+\d/.test(text) || /^\s*(?:[1-9]|1\d|20)．\d/.test(text)
  );
}

function dropMarks(text: string): string {
  let rest = text.trimEnd();
  while (markAtEnd.test(rest.slice(-2))) rest = rest.slice(0, -1).trimEnd();
  return rest.replace(bracketedMark, '').trimEnd();
}

function separates(space: string, at: number, whole: string): boolean {
  const end = at + space.length;
  const before = whole[at - 1] ?? '';
  if (space.includes('\n') && !goesOn.test(before) && item.test(whole.slice(end, end + 5))) {
    return true;
  }
  return /\d/.test(before) && /\d/.test(whole[end] ?? '');
}

/** ≥9, next line 5%, or 9 5%: one figure cut in two, or two; nothing tells which. */
export function cutBySpace(text: string): boolean {
  const plain = text.normalize('NFKC');
  if (oneDigitApart.test(joinDigits(plain))) return true;
  for (const { 0: space, index } of plain.matchAll(/\s+/g)) {
    const end = index + space.length;
    const next = plain.slice(end, end + 5);
    if (!space.includes('\n') || !/\d/.test(plain[index - 1] ?? '')) continue;
    if (/^\d/.test(next) && !/^\d{1,2}[、)]|^\d{1,2}\.(?!\d)/.test(next)) return true;
  }
  return false;
}
