import { childOf, childrenOf, type OfdElement } from './element-tree.ts';
import { readNumber } from './numbers.ts';
import type { OfdPackage, OfdPart } from './ofd-package.ts';
import type { HeldText } from './part-text.ts';

/** What the parts of a document share: drawing parameters and drawings to be used again (7.9). */
export interface Resources {
  /** The line width, in the units of the object that uses it, by the ID of a DrawParam. */
  lineWidth(drawParam: string | undefined): number | null;
  /** The FillColor or StrokeColor of a DrawParam. */
  colour(drawParam: string | undefined, name: string): OfdElement | undefined;
  /** A composite unit's content by its ID. */
  unit(id: string): { readonly content: OfdElement; readonly text: HeldText } | undefined;
}

/**
 * Reads resource parts; of two things with one ID the later stands. A part that is not there is
 * passed over: most of what resources hold (fonts, colours) makes no difference to text and lines.
 */
export function readResources(
  source: OfdPackage,
  locations: readonly string[],
  from: string,
  outer?: Resources,
): Resources {
  const params = new Map<string, OfdElement>();
  const units = new Map<string, { content: OfdElement; text: HeldText }>();
  for (const location of locations) {
    const name = source.locate(location, from);
    if (name !== null) collect(source.read(name), params, units);
  }
  return {
    lineWidth: (id) =>
      id === undefined ? null : (lookUp(id, params, widthOf) ?? outer?.lineWidth(id) ?? null),
    colour: (id, name) =>
      id === undefined
        ? undefined
        : (lookUp(id, params, (param) => childOf(param, name)) ?? outer?.colour(id, name)),
    unit: (id) => units.get(id) ?? outer?.unit(id),
  };
}

function collect(
  { root, text }: OfdPart,
  params: Map<string, OfdElement>,
  units: Map<string, { content: OfdElement; text: HeldText }>,
): void {
  for (const group of childrenOf(root, 'DrawParams')) {
    for (const param of childrenOf(group, 'DrawParam')) {
      params.set(param.attributes.get('ID') ?? '', param);
    }
  }
  for (const group of childrenOf(root, 'CompositeGraphicUnits')) {
    for (const content of childrenOf(group, 'CompositeGraphicUnit')) {
      const id = content.attributes.get('ID') ?? '';
      const held = text.definitions.get(id);
      if (held) units.set(id, { content, text: held });
    }
  }
}

/** What a DrawParam says itself, or the one it is relative to; a chain that closes ends. */
function lookUp<T>(
  id: string,
  params: ReadonlyMap<string, OfdElement>,
  read: (param: OfdElement) => T | undefined,
): T | undefined {
  const seen = new Set<string>();
  for (let next: string | undefined = id; next !== undefined && !seen.has(next); ) {
    seen.add(next);
    const param: OfdElement | undefined = params.get(next);
    const own = param && read(param);
    if (own !== undefined) return own;
    next = param?.attributes.get('Relative');
  }
  return undefined;
}

function widthOf({ attributes }: OfdElement): number | undefined {
  return readNumber(attributes.get('LineWidth')) ?? undefined;
}
