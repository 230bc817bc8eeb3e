import { countCharacters } from '../accounting.ts';
import { readableText } from '../readable-text.ts';
import type { XmlHandler } from '../xml/xml-stream.ts';
import { localName } from './element-tree.ts';

/** The text that a piece of drawing holds, and the composite units it draws. */
export interface HeldText {
  readonly characters: Record<string, number>;
  readonly units: string[];
}

/** What one part holds as text, counted as its XML is read and apart from all drawing. */
export interface PartText extends HeldText {
  readonly templates: string[];
  /** The text of the composite units that the part defines, by their ID. */
  readonly definitions: ReadonlyMap<string, HeldText>;
}

/** Elements whose own text a person gets to read. */
const readable: ReadonlySet<string> = new Set(['TextCode', 'Remark']);

/** Counts the text of one part while it is read. */
export function partTextCounter(): XmlHandler & { result: PartText } {
  const definitions = new Map<string, HeldText>();
  const result: PartText = { ...emptyText(), templates: [], definitions };
  let into: HeldText = result;
  let reading = 0;
  return {
    result,
    open(name, attributes) {
      const local = localName(name);
      if (reading > 0 || readable.has(local)) reading++;
      if (local === 'CompositeGraphicUnit') {
        into = emptyText();
        definitions.set(attributes.get('ID') ?? '', into);
      } else if (local === 'CompositeObject') {
        into.units.push(attributes.get('ResourceID') ?? '');
      } else if (local === 'Template') {
        result.templates.push(attributes.get('TemplateID') ?? '');
      }
    },
    text(text) {
      if (reading > 0) countCharacters(readableText(text), into.characters);
    },
    close(name) {
      if (reading > 0) reading--;
      if (localName(name) === 'CompositeGraphicUnit') into = result;
    },
  };
}

function emptyText(): HeldText {
  return { characters: {}, units: [] };
}

/**
 * Adds what a part draws once: its own text, that of its templates, and that of every composite
 * unit as often as it is drawn. Drawing comes first and refuses what leads back to itself.
 *
 * @param definitionOf the unit that a part means by an ID
 */
export function addDrawnText(
  part: PartText,
  templateText: (id: string) => PartText | undefined,
  definitionOf: (part: PartText, id: string) => HeldText | undefined,
  into: Record<string, number>,
): void {
  const totals = new Map<string, Record<string, number>>();
  const totalOf = (id: string): Record<string, number> => {
    const known = totals.get(id);
    if (known) return known;
    const total: Record<string, number> = {};
    totals.set(id, total);
    const unit = definitionOf(part, id);
    if (unit) addHeld(unit, totalOf, total);
    return total;
  };
  addHeld(part, totalOf, into);
  for (const id of part.templates) {
    const template = templateText(id);
    if (template) addDrawnText(template, templateText, definitionOf, into);
  }
}

function addHeld(
  held: HeldText,
  totalOf: (id: string) => Record<string, number>,
  into: Record<string, number>,
): void {
  addCounts(held.characters, into);
  for (const id of held.units) addCounts(totalOf(id), into);
}

/** Adds one count of characters to another. */
export function addCounts(
  counts: Readonly<Record<string, number>>,
  into: Record<string, number>,
): void {
  for (const [character, count] of Object.entries(counts)) {
    into[character] = (into[character] ?? 0) + count;
  }
}
