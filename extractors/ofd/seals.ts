import type { Leftover } from '../../schemas/document.ts';
import { IngestError } from '../../schemas/ingest-error.ts';
import type { Notice } from '../../schemas/notice.ts';
import type { Limits } from '../extractor.ts';
import { drawOfd, partMissing } from './draw-ofd.ts';
import { childOf, childrenOf, type OfdElement, textOfChild } from './element-tree.ts';
import { type OfdPackage, openOfdPackage } from './ofd-package.ts';
import { addCounts } from './part-text.ts';

/** Seals read of one file; a document bears a few. */
const mostSeals = 100;

/** A seal is a small drawing. */
const sealLimits: Limits = {
  inflatedBytes: 4_000_000,
  memberBytes: 4_000_000,
  depth: 64,
  elements: 50_000,
  pages: 4,
};

interface Seals {
  readonly leftovers: readonly Leftover[];
  readonly notices: readonly Notice[];
}

/**
 * The words on the electronic seals of a package (GB/T 33190-2016, chapter 18). A seal's picture is
 * an image, which says nothing, or an OFD file, kept within the signed value or the seal file
 * (GB/T 38540-2020). Whether a signature holds is not asked.
 *
 * @param counts where the characters of the seals are added
 */
export async function readSeals(
  source: OfdPackage,
  bodies: readonly OfdElement[],
  limits: Limits,
  counts: Record<string, number>,
): Promise<Seals> {
  const leftovers: Leftover[] = [];
  const notices: Notice[] = [];
  for (const part of sealParts(source, bodies, notices).slice(0, mostSeals)) {
    const picture = ofdWithin(source.bytes(part) ?? new Uint8Array());
    if (!picture) continue;
    try {
      const text = await readSeal(picture, limits, counts);
      if (text !== '') leftovers.push({ page: null, location: part, text, reason: 'seal' });
    } catch (error) {
      if (!(error instanceof IngestError)) throw error;
      notices.push({
        code: 'seal-unread',
        message: '电子印章中的图形无法读取，已跳过。',
        at: part,
      });
    }
  }
  return { leftovers, notices };
}

async function readSeal(
  picture: Uint8Array,
  limits: Limits,
  counts: Record<string, number>,
): Promise<string> {
  const inflatedBytes = Math.min(limits.inflatedBytes, sealLimits.inflatedBytes);
  const elements = Math.min(limits.elements, sealLimits.elements);
  const own = { ...sealLimits, inflatedBytes, elements };
  const { pages, remarks, sourceCharacters } = drawOfd(await openOfdPackage(picture, own), own);
  addCounts(sourceCharacters, counts);
  const drawn = pages.flatMap(({ glyphs }) => glyphs.map(({ text }) => text));
  return [...drawn, ...remarks.map(({ text }) => text)].join('');
}

/** The parts that may hold a seal's picture: of each signature the seal, or else the signed value. */
function sealParts(source: OfdPackage, bodies: readonly OfdElement[], notices: Notice[]): string[] {
  const parts = new Set<string>();
  const follow = (location: string | null, from: string): string | null => {
    if (location === null) return null;
    const part = source.locate(location, from);
    if (part === null) notices.push(partMissing(location));
    return part;
  };
  for (const body of bodies) {
    const list = follow(textOfChild(body, 'Signatures'), 'OFD.xml');
    if (list === null) continue;
    for (const entry of childrenOf(source.read(list).root, 'Signature')) {
      const part = follow(entry.attributes.get('BaseLoc') ?? '', list);
      if (part === null) continue;
      const { root } = source.read(part);
      const seal = childOf(childOf(root, 'SignedInfo') ?? root, 'Seal');
      const picture = follow(
        (seal && textOfChild(seal, 'BaseLoc')) ?? textOfChild(root, 'SignedValue'),
        part,
      );
      if (picture !== null) parts.add(picture);
    }
  }
  return [...parts];
}

/** The zip inside, from its first local header to its end record; null where there is none. */
function ofdWithin(bytes: Uint8Array): Uint8Array | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = view.indexOf('PK\u0003\u0004', 0, 'latin1');
  const end = view.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  const endLength = 22;
  return start >= 0 && end > start ? bytes.subarray(start, end + endLength) : null;
}
