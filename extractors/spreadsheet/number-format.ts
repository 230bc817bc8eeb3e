import type { ChineseStyle } from './chinese-number.ts';

/** Part of a number format's section (ECMA-376 part 1, 18.8.31). */
export interface FormatToken {
  readonly kind: /** Characters that stand for digits, the point, signs and parts of a date. */
    | 'code'
    | 'literal'
    | 'general'
    | 'text'
    /** aaaa: 星期二; aaa: 二. */
    | 'weekday';
  readonly value: string;
}

/** What a number format does with one kind of value. */
export interface FormatSection {
  readonly tokens: readonly FormatToken[];
  readonly condition: ((value: number) => boolean) | null;
  /** Digits in Chinese: 1 as 一, 2 as 壹. */
  readonly chineseDigits: ChineseStyle | null;
  readonly isDate: boolean;
  /** Says nothing of how digits show, such as "[Red]": the value shows as it is, sign included. */
  readonly isPlain: boolean;
}

/** A format's sections in their order: positive, negative, zero, text; or by conditions. */
export function parseNumberFormat(code: string): readonly FormatSection[] {
  const sections: FormatSection[] = [];
  let draft = createDraft();
  for (const [piece] of code.matchAll(pieces)) {
    if (piece === ';') {
      sections.push(finish(draft));
      draft = createDraft();
    } else addPiece(draft, piece);
  }
  sections.push(finish(draft));
  return sections;
}

interface Draft {
  readonly tokens: FormatToken[];
  /** Whether a colour, a language or Chinese digits stand in it. */
  dressed: boolean;
  condition: FormatSection['condition'];
  chineseDigits: FormatSection['chineseDigits'];
}

/** "!" quotes the next character in Chinese versions, as "\" does. */
const pieces =
  /"[^"]*"?|[\\!_*][\s\S]?|\[[^\]]*\]?|G\/通用格式|General|AM\/PM|A\/P|上午\/下午|a{3,}|;|[\s\S]/giu;

function createDraft(): Draft {
  return { tokens: [], dressed: false, condition: null, chineseDigits: null };
}

function addPiece(draft: Draft, piece: string): void {
  const { tokens } = draft;
  const first = piece.charAt(0);
  if (first === '"') tokens.push({ kind: 'literal', value: piece.replace(/^"|"$/g, '') });
  else if (first === '\\' || first === '!') tokens.push({ kind: 'literal', value: piece.slice(1) });
  // A gap as wide as a character, a character repeated to fill the cell: nothing to read.
  else if (first === '_' || first === '*') return;
  else if (first === '[') addBracket(draft, piece.slice(1).replace(/\]$/, ''));
  else if (/^(?:G\/通用格式|General)$/i.test(piece)) tokens.push({ kind: 'general', value: '' });
  else if (/^a{3,}$/i.test(piece)) tokens.push({ kind: 'weekday', value: piece });
  else if (piece === '@') tokens.push({ kind: 'text', value: '' });
  else if (codes.test(piece)) tokens.push({ kind: 'code', value: piece });
  else tokens.push({ kind: 'literal', value: piece });
}

const codes = /^(?:[0#?.,%/eymdhsbg]|AM\/PM|A\/P|上午\/下午)$/iu;

function addBracket(draft: Draft, inside: string): void {
  const { tokens } = draft;
  const compared = /^(<=|>=|<>|<|>|=)\s*(-?[\d.]+)$/.exec(inside);
  draft.dressed ||= !compared;
  if (compared) draft.condition = comparison(compared[1] ?? '', Number(compared[2]));
  else if (/^[hms]+$/i.test(inside)) tokens.push({ kind: 'code', value: `[${inside}]` });
  else if (/^DBNum[12]$/i.test(inside)) draft.chineseDigits = inside.endsWith('1') ? 1 : 2;
  else if (/^\$-(?:x-sysdate|F800)/i.test(inside)) pushDate(tokens, 'yyyy年m月d日');
  else if (/^\$-(?:x-systime|F400)/i.test(inside)) pushDate(tokens, 'h:mm:ss');
  else if (inside.startsWith('$')) {
    tokens.push({ kind: 'literal', value: inside.slice(1).replace(/-[^-]*$/, '') });
  }
}

/** The system's own date or time format; what follows is for programs that do not know it. */
function pushDate(tokens: FormatToken[], code: string): void {
  for (const character of code) {
    tokens.push({ kind: codes.test(character) ? 'code' : 'literal', value: character });
  }
  tokens.push({ kind: 'literal', value: endOfSystemDate });
}

const endOfSystemDate = '\0';

function comparison(sign: string, limit: number): (value: number) => boolean {
  switch (sign) {
    case '<':
      return (value) => value < limit;
    case '<=':
      return (value) => value <= limit;
    case '>':
      return (value) => value > limit;
    case '>=':
      return (value) => value >= limit;
    case '=':
      return (value) => value === limit;
    default:
      return (value) => value !== limit;
  }
}

function finish(draft: Draft): FormatSection {
  const end = draft.tokens.findIndex(({ value }) => value === endOfSystemDate);
  const tokens = (end < 0 ? draft.tokens : draft.tokens.slice(0, end)).filter(
    ({ kind, value }) => kind !== 'literal' || value !== '',
  );
  const digits = tokens.some(({ kind, value }) => kind === 'code' && /[0#?]/.test(value));
  const isDate = tokens.some(
    ({ kind, value }) =>
      kind === 'weekday' || (kind === 'code' && /^(?:[ymdhs]|A\/P|AM|上|\[)/i.test(value)),
  );
  const { condition, chineseDigits, dressed } = draft;
  const isPlain = dressed && draft.tokens.every((t) => t.kind === 'literal' && t.value === '');
  if (isPlain) tokens.push({ kind: 'general', value: '' });
  // "0.0s" has digits of a second's fraction: a date all the same; "e" alone is no year.
  return {
    tokens,
    condition,
    chineseDigits,
    isDate: isDate || (!digits && hasYear(tokens)),
    isPlain,
  };
}

function hasYear(tokens: readonly FormatToken[]): boolean {
  return tokens.some(({ kind, value }) => kind === 'code' && /^[eb]$/i.test(value));
}
