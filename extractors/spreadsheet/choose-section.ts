import type { FormatSection, FormatToken } from './number-format.ts';

/** The section of a format that shows a number. */
export interface ChosenSection {
  readonly section: FormatSection;
  /** The number's own sign shows, or has to because nothing else tells it. */
  readonly signed: boolean;
  /** Only a colour tells that the number is negative: its sign is put back. */
  readonly isSignRestored: boolean;
}

/** Chooses the section for a number (ECMA-376 part 1, 18.8.31). */
export function chooseSection(sections: readonly FormatSection[], value: number): ChosenSection {
  const numeric = sections.length > 3 ? sections.slice(0, 3) : sections;
  const [first = empty, second = first, third] = numeric;
  if (first.condition || second.condition) {
    if (!first.condition || first.condition(value)) return signedBy(first);
    if (second.condition ? second.condition(value) : value < 0 || !third) {
      const signed = second.condition !== null || numeric.length < 3;
      return signed ? signedBy(second) : negative(second, first, value);
    }
    return signedBy(third ?? second);
  }
  const count = numeric.filter(({ tokens }) => !isTextOnly(tokens)).length;
  if (count < 2 || value > 0) return signedBy(first);
  if (value < 0) return negative(second, first, value);
  return signedBy(count > 2 && third ? third : first);
}

function signedBy(section: FormatSection): ChosenSection {
  return { section, signed: true, isSignRestored: false };
}

/**
 * A section of negative numbers shows their size: the minus, the bracket or the word that says
 * "negative" is written in it. Where it is not, the colour alone says so.
 */
function negative(section: FormatSection, positive: FormatSection, value: number): ChosenSection {
  const isSignRestored =
    value < 0 &&
    !section.isPlain &&
    !section.isDate &&
    section.tokens.some(
      ({ kind, value: own }) => kind === 'general' || (kind === 'code' && /[0#?]/.test(own)),
    ) &&
    !saysNegative(section, positive);
  return { section, signed: isSignRestored, isSignRestored };
}

/** Literals that say what a figure is counted in, not that it is negative. */
const units = /[\s元角分万亿千百十%‰¥￥$€£.,，:：/'"人民币]/gu;

function saysNegative(section: FormatSection, positive: FormatSection): boolean {
  const own = literals(section);
  return own !== '' && own !== literals(positive);
}

function literals({ tokens }: FormatSection): string {
  return tokens
    .map(({ kind, value }) => (kind === 'literal' ? value : ''))
    .join('')
    .replace(units, '');
}

const empty: FormatSection = {
  tokens: [],
  condition: null,
  chineseDigits: null,
  isDate: false,
  isPlain: false,
};

/** "@" after sections for numbers is for text, wherever it stands. */
export function isTextOnly(tokens: readonly FormatToken[]): boolean {
  return tokens.some(({ kind }) => kind === 'text');
}
