/** Which tables and cells a page's style sheets draw lines around. */
export interface SheetBorders {
  /** Tables or cells in general. */
  general: boolean;
  /** Those of a class or an id, or inside an element of one. */
  readonly names: Set<string>;
}

export function noSheetBorders(): SheetBorders {
  return { general: false, names: new Set() };
}

/** Longer sheets are of a site's framework; its first part says what its tables look like. */
const inspected = 200_000;

/**
 * Takes up the rules of a style sheet that draw lines. Selectors are taken loosely: a rule for the
 * cells in ".t1" counts for what is of class t1, wherever that stands.
 */
export function addSheet(borders: SheetBorders, sheet: string): void {
  for (const rule of sheet.slice(0, inspected).split('}')) {
    const brace = rule.lastIndexOf('{');
    if (brace < 0 || !drawsLine(rule.slice(brace))) continue;
    for (const selector of rule.slice(rule.lastIndexOf('{', brace - 1) + 1, brace).split(',')) {
      const names = selector.match(/[.#][\w-]+/g);
      if (names) for (const name of names) borders.names.add(name.slice(1).toLowerCase());
      else if (/\b(?:table|td|th|tr)\s*$/i.test(selector)) borders.general = true;
    }
  }
}

function drawsLine(declarations: string): boolean {
  return declarations
    .split(';')
    .some((one) => /\bborder/i.test(one) && /\b(?:solid|dashed|dotted|double)\b/i.test(one));
}
