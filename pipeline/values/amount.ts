import { Decimal } from 'decimal.js';
import { squeeze } from '../../schemas/text.ts';
import { isBlank } from './blank.ts';
import { numeralCharacters, readChineseNumber } from './chinese-number.ts';
import { foldMagnitudes } from './magnitudes.ts';
import { separateFigures } from './spaced-figures.ts';

/** Money units as printed, in 分. */
const fenPerUnit: Readonly<Record<MoneyUnit, number>> = {
  元: 100,
  十元: 1_000,
  百元: 10_000,
  千元: 100_000,
  万元: 1_000_000,
  十万元: 10_000_000,
  百万元: 100_000_000,
  千万元: 1_000_000_000,
  亿元: 10_000_000_000,
};
export type MoneyUnit =
  | '元'
  | '十元'
  | '百元'
  | '千元'
  | '万元'
  | '十万元'
  | '百万元'
  | '千万元'
  | '亿元';

/** What a money cell says. */
export type AmountReading =
  | { readonly kind: 'blank' }
  | { readonly kind: 'unparsed' }
  | {
      readonly kind: 'amount';
      /** 分 */
      readonly fen: number;
      /** The unit that was applied. */
      readonly unit: MoneyUnit;
      /** The figure is finer than 分 and was rounded half up. */
      readonly rounded: boolean;
    };

const figure = '(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?|\\.\\d+';
const unitInCell = '(?:百万|千万|千|万|亿)?元|百万|千万|千|万|亿';
const amountPattern = new RegExp(
  `^(?:约|近|共|合|总|计|人民币|[¥:])*(?:([-−+]?)(${figure})|\\((${figure})\\))` +
    `(?:(${unitInCell})|\\((${unitInCell})\\))?整?。?$`,
);
const spokenPattern = new RegExp(`^(?:人民币)?([${numeralCharacters}]{1,20})[元圆]整?$`);

/** The money unit named in a header, label or note: （万元）, 单位：元, 单位：人、万元. */
export function findMoneyUnit(text: string): MoneyUnit | undefined {
  for (const segment of squeeze(text).split(/[():]/)) {
    const named = segment
      .split(/[,、;/]/)
      .map((part) => part.replace(/^(?:金额|人民币|单位)+/, ''))
      .filter(isMoneyUnit);
    if (named.length === 1) return named[0];
  }
  return undefined;
}

/** A currency or scale that is money and none of ours: figures under it are left unread, not guessed. */
export function namesForeignUnit(text: string): boolean {
  return /[(（:：]\s*(?:[百十千万亿]*(?:美元|欧元|英镑|日元|港元|港币|卢布|韩元))\s*(?:[)）]|$)/.test(
    text,
  );
}

function isMoneyUnit(text: string): text is MoneyUnit {
  return Object.hasOwn(fenPerUnit, text);
}

/**
 * A money cell. A unit in the cell wins over the header's: 8万 under 万元 is 8 万元, since 万 there
 * is a unit said twice. Full-width digits, separators and accounting negatives are read; two figures
 * in one cell are not guessed at.
 */
export function readAmount(raw: string, headerUnit: MoneyUnit | null): AmountReading {
  if (isBlank(raw)) return { kind: 'blank' };
  const squeezed = squeeze(separateFigures(raw));
  // 1千2百 under 万元 may be 1200 元 as well as 1200 万元: 元 must be said.
  const text = /元/.test(squeezed) ? foldMagnitudes(squeezed) : squeezed;
  const match = amountPattern.exec(text);
  if (!match) return readSpokenAmount(text);
  const [, sign, plain, bracketed, unitAfter, unitInBrackets] = match;
  const printed = unitAfter ?? unitInBrackets;
  const unit =
    printed === undefined ? headerUnit : printed.endsWith('元') ? printed : `${printed}元`;
  if (unit === null || !isMoneyUnit(unit)) return { kind: 'unparsed' };
  const digits = (plain ?? bracketed ?? '').replaceAll(',', '');
  const exact = new Decimal(digits).times(fenPerUnit[unit]);
  const fen = exact.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber();
  if (!Number.isSafeInteger(fen)) return { kind: 'unparsed' };
  const negative = sign === '-' || sign === '−' || bracketed !== undefined;
  return {
    kind: 'amount',
    fen: negative && fen !== 0 ? -fen : fen,
    unit,
    rounded: !exact.isInteger(),
  };
}

/** An amount in Chinese numerals: 三万元, 壹拾万元整. */
function readSpokenAmount(text: string): AmountReading {
  const match = spokenPattern.exec(text);
  const yuan = match?.[1] === undefined ? undefined : readChineseNumber(match[1]);
  return yuan === undefined || !Number.isSafeInteger(yuan * 100)
    ? { kind: 'unparsed' }
    : { kind: 'amount', fen: yuan * 100, unit: '元', rounded: false };
}
