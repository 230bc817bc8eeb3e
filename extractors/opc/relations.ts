import { type Attributes, streamXml, type XmlBudget, type XmlHandler } from '../xml/xml-stream.ts';

/** A relationship of a part to another part (ECMA-376 part 2). */
export interface Relation {
  readonly id: string;
  /** The last word of its type: "header", "styles", "officeDocument". */
  readonly type: string;
  /** Name of the member it leads to, without a leading slash. */
  readonly target: string;
}

/** Where a part's relationships stand: "word/document.xml" → "word/_rels/document.xml.rels". */
export function relationsPart(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** Reads the relationships of a part; those that lead out of the package are left out. */
export function readRelations(part: string, bytes: Uint8Array, budget: XmlBudget): Relation[] {
  const relations: Relation[] = [];
  const handler: XmlHandler = {
    open(name, attributes) {
      if (name !== 'rel:Relationship') return;
      const relation = readRelation(part, attributes);
      if (relation) relations.push(relation);
    },
    text() {},
    close() {},
  };
  streamXml(relationsPart(part), bytes, [handler], budget);
  return relations;
}

function readRelation(part: string, attributes: Attributes): Relation | null {
  const target = attributes.get('Target');
  if (!target || attributes.get('TargetMode') === 'External') return null;
  return {
    id: attributes.get('Id') ?? '',
    type: (attributes.get('Type') ?? '').replace(/^.*\//, ''),
    target: resolveTarget(part, target),
  };
}

function resolveTarget(part: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const base = path.startsWith('/') ? [] : part.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') base.pop();
    else if (step !== '' && step !== '.') base.push(step);
  }
  return base.join('/');
}
