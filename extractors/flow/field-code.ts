import { symbolCharacter, unknownSymbol } from './symbol.ts';

/** What a field shows by its code alone, where it has no result; null for nothing. */
export function shownByCode(instruction: string): string | null {
  return (
    readSymbolField(instruction) ??
    readEnclosed(instruction) ??
    readGloss(instruction) ??
    readFraction(instruction)
  );
}

/** SYMBOL 254 \f "Wingdings": a character of a font by its code (ECMA-376 part 1, 17.16.5.61). */
function readSymbolField(instruction: string): string | null {
  const match = /^\s*SYMBOL\s+(0x[0-9a-f]{1,4}|\d{1,5})\b/i.exec(instruction);
  if (!match) return null;
  const font = /\\f\s*"?([^"\\]+?)"?\s*(?:\\|$)/i.exec(instruction)?.[1] ?? null;
  return symbolCharacter(font, Number(match[1])) ?? unknownSymbol;
}

/** What an EQ field that encloses a character shows: eq \o\ac(○,3) is ③. Null for other fields. */
function readEnclosed(instruction: string): string | null {
  const match = /^\s*eq\s*\\o(?:\\a[clr])?\s*\(\s*([○□△◇])\s*[,;，]\s*([^)]{1,4}?)\s*\)\s*$/i.exec(
    instruction,
  );
  if (!match) return null;
  const inside = match[2] ?? '';
  const value = /^\d{1,2}$/.test(inside) ? Number(inside) : 0;
  if (match[1] === '○' && value >= 1 && value <= 20) {
    return String.fromCodePoint(('①'.codePointAt(0) ?? 0) + value - 1);
  }
  return inside;
}

/** Text with its pronunciation above it: eq \o\ad(\s\up 9(xiang),湘) is 湘. */
function readGloss(instruction: string): string | null {
  const match =
    /^\s*eq\b.*\\o\\a[cdlr]\s*\(\s*\\s\\up\s*\d+\s*\([^()]*\)\s*[,;，]([^()]+)\)\s*$/i.exec(
      instruction,
    );
  return match?.[1] ?? null;
}

/** eq \f(1,2) reads as 1/2. */
function readFraction(instruction: string): string | null {
  const match = /^\s*eq\s*\\f\s*\(([^(),;，]+)[,;，]([^(),;，]+)\)\s*$/i.exec(instruction);
  return match ? `${match[1]}/${match[2]}` : null;
}
