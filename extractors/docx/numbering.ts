import { type Attributes, readInteger, streamXml, type XmlBudget } from '../xml/xml-stream.ts';

/** One level of a list (ECMA-376 part 1, 17.9.6). */
export interface ListLevel {
  start: number;
  format: string;
  /** "%1.%2", or a bullet's glyph. */
  text: string;
  suffix: 'tab' | 'space' | 'nothing';
  /** Numbers of higher levels show as decimal (isLgl). */
  legal: boolean;
  /** 1-based level after which this one starts again; 0 never; null after every higher one. */
  restart: number | null;
  paragraphStyle: string | null;
  font: string | null;
}

/** A list definition; lists that share one count on together. */
export interface AbstractList {
  readonly levels: Map<number, ListLevel>;
  /** A style whose list is meant instead (numStyleLink). */
  styleLink: string | null;
}

/** A list as paragraphs refer to it (w:num). */
export interface ListInstance {
  abstractId: string;
  readonly startOverrides: Map<number, number>;
  readonly levels: Map<number, ListLevel>;
}

/** The lists of a document. */
export interface Numbering {
  readonly abstracts: ReadonlyMap<string, AbstractList>;
  readonly instances: ReadonlyMap<string, ListInstance>;
}

/** The lists of a document without a numbering part. */
export const noNumbering: Numbering = { abstracts: new Map(), instances: new Map() };

interface Place {
  abstract: AbstractList | null;
  instance: ListInstance | null;
  override: number;
  level: ListLevel | null;
  skipped: number;
}

/** Reads the numbering part (ECMA-376 part 1, 17.9). */
export function readNumbering(part: string, bytes: Uint8Array, budget: XmlBudget): Numbering {
  const abstracts = new Map<string, AbstractList>();
  const instances = new Map<string, ListInstance>();
  const place: Place = { abstract: null, instance: null, override: 0, level: null, skipped: 0 };
  streamXml(
    part,
    bytes,
    [
      {
        open(name, attributes) {
          if (place.skipped > 0 || name === 'w:pPr' || name === 'w:numPicBullet') place.skipped++;
          else if (name === 'w:abstractNum') {
            place.abstract = { levels: new Map(), styleLink: null };
            abstracts.set(attributes.get('w:abstractNumId') ?? '', place.abstract);
          } else if (name === 'w:num') {
            place.instance = { abstractId: '', startOverrides: new Map(), levels: new Map() };
            instances.set(attributes.get('w:numId') ?? '', place.instance);
          } else readDetail(place, name, attributes);
        },
        text() {},
        close(name) {
          if (place.skipped > 0) place.skipped--;
          else if (name === 'w:abstractNum') place.abstract = null;
          else if (name === 'w:num') place.instance = null;
          else if (name === 'w:lvl') place.level = null;
        },
      },
    ],
    budget,
  );
  return { abstracts, instances };
}

function readDetail(place: Place, name: string, attributes: Attributes): void {
  const value = attributes.get('w:val');
  if (name === 'w:lvl') {
    place.level = openLevel();
    const number = readInteger(attributes.get('w:ilvl')) ?? 0;
    (place.instance ?? place.abstract)?.levels.set(number, place.level);
  } else if (place.level) readLevelDetail(place.level, name, value, attributes);
  else if (name === 'w:numStyleLink' && place.abstract) place.abstract.styleLink = value ?? null;
  else if (name === 'w:abstractNumId' && place.instance) place.instance.abstractId = value ?? '';
  else if (name === 'w:lvlOverride') place.override = readInteger(attributes.get('w:ilvl')) ?? 0;
  else if (name === 'w:startOverride') {
    place.instance?.startOverrides.set(place.override, readInteger(value) ?? 0);
  }
}

function openLevel(): ListLevel {
  return {
    start: 0,
    format: 'decimal',
    text: '',
    suffix: 'tab',
    legal: false,
    restart: null,
    paragraphStyle: null,
    font: null,
  };
}

function readLevelDetail(
  level: ListLevel,
  name: string,
  value: string | undefined,
  attributes: Attributes,
): void {
  if (name === 'w:start') level.start = readInteger(value) ?? 0;
  else if (name === 'w:lvlText') level.text = value ?? '';
  else if (name === 'w:lvlRestart') level.restart = readInteger(value);
  else if (name === 'w:pStyle') level.paragraphStyle = value ?? null;
  else if (name === 'w:isLgl') level.legal = value !== '0' && value !== 'false';
  else if (name === 'w:suff') level.suffix = readSuffix(value);
  else if (name === 'w:rFonts') {
    level.font = attributes.get('w:ascii') ?? attributes.get('w:hAnsi') ?? null;
  } else if (name === 'w:numFmt' && value !== undefined && value !== 'custom') {
    // A custom format stands in an AlternateContent beside a standard one, which is enough here.
    level.format = value;
  }
}

function readSuffix(value: string | undefined): ListLevel['suffix'] {
  return value === 'space' || value === 'nothing' ? value : 'tab';
}
