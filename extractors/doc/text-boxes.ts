import { type ByteView, viewBytes } from '../byte-view.ts';

/** Where shapes are anchored, by their ids; those of a group in the order of its drawing. */
export type ShapeAnchors = ReadonlyMap<number, number>;

const anchorLength = 26;
/** Bytes of what a text box's position is followed by ([MS-DOC] 2.9.101, FTXBXS). */
export const boxLength = 22;

/**
 * Reads where the shapes of a part are anchored.
 *
 * @param index [MS-DOC] 2.8.37, PlcfSpa: positions, and a Spa of each
 * @param drawings the OfficeArt records, for the groups that shapes are in ([MS-DOC] 2.9.172)
 */
export function readShapeAnchors(index: Uint8Array, drawings: Uint8Array): ShapeAnchors {
  const view = viewBytes(index, 'shape anchors');
  const count = Math.max(0, Math.floor((view.length - 4) / (4 + anchorLength)));
  const anchors = new Map<number, number>();
  for (let i = 0; i < count; i++) {
    anchors.set(view.u32((count + 1) * 4 + i * anchorLength), view.u32(i * 4));
  }
  for (const group of readGroups(viewBytes(drawings, 'drawings'))) {
    const [first] = group;
    const anchor = first === undefined ? undefined : anchors.get(first);
    if (anchor === undefined) continue;
    for (const shape of group) if (!anchors.has(shape)) anchors.set(shape, anchor);
  }
  return anchors;
}

/**
 * The shape that each text of the text box part belongs to, in the order of the texts
 * ([MS-DOC] 2.8.32, PlcftxbxTxt).
 */
export function readBoxShapes(index: Uint8Array): number[] {
  const view = viewBytes(index, 'text boxes');
  const count = Math.max(0, Math.floor((view.length - 4) / (4 + boxLength)));
  return Array.from({ length: count }, (_, i) => view.u32((count + 1) * 4 + i * boxLength + 14));
}

const container = 0xf;
const drawingContainer = 0xf002;
const groupContainer = 0xf003;
const shapeContainer = 0xf004;
const shapeRecord = 0xf00a;
const headerLength = 8;

interface OpenRecord {
  readonly end: number;
  readonly kind: number;
  /** The outermost group it is in, as the ids of its shapes. */
  readonly group: number[] | null;
}

/**
 * The ids of the shapes of each outermost group, its own first ([MS-ODRAW] 2.2.16). First comes a
 * record on all drawings, then each drawing after a byte that says in which part it is.
 */
function readGroups(drawings: ByteView): number[][] {
  const groups: number[][] = [];
  if (drawings.length < headerLength) return groups;
  let at = headerLength + drawings.u32(4);
  while (at + 1 + headerLength <= drawings.length) {
    const end = Math.min(drawings.length, at + 1 + headerLength + drawings.u32(at + 1 + 4));
    readDrawing(drawings, at + 1, end, groups);
    at = end;
  }
  return groups;
}

function readDrawing(drawings: ByteView, start: number, end: number, groups: number[][]): void {
  const open: OpenRecord[] = [];
  let at = start;
  while (at + headerLength <= end) {
    while (open.length > 0 && (open.at(-1)?.end ?? 0) <= at) open.pop();
    const kind = drawings.u16(at + 2);
    const inside = at + headerLength;
    const next = Math.min(end, inside + drawings.u32(at + 4));
    const group = open.at(-1)?.group;
    if (kind === shapeRecord && group && inside + 4 <= end) group.push(drawings.u32(inside));
    const opens =
      (drawings.u16(at) & 0xf) === container &&
      [drawingContainer, groupContainer, shapeContainer].includes(kind);
    if (opens) open.push({ end: next, kind, group: groupOf(kind, open, groups) });
    at = opens ? inside : next;
  }
}

/** A drawing's outermost group container holds everything; groups are those inside of it. */
function groupOf(kind: number, open: readonly OpenRecord[], groups: number[][]): number[] | null {
  const outer = open.at(-1);
  if (kind !== groupContainer || outer?.kind !== groupContainer) return outer?.group ?? null;
  if (outer.group) return outer.group;
  const group: number[] = [];
  groups.push(group);
  return group;
}
