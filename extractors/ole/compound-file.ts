import { IngestError } from '../../schemas/ingest-error.ts';
import { type ByteView, viewBytes } from '../byte-view.ts';
import { isCompoundFile } from '../signatures.ts';

/** A stream of a compound file: what a file is in a folder. */
export interface CompoundStream {
  readonly name: string;
  /** Bytes, as its directory entry declares. */
  readonly size: number;
  /** @throws IngestError archive_truncated where its sectors are not all in the file */
  read(): Uint8Array;
}

/** A storage of a compound file: what a folder is. Names are keyed in lower case. */
export interface CompoundStorage {
  readonly name: string;
  readonly streams: Map<string, CompoundStream>;
  readonly storages: Map<string, CompoundStorage>;
}

const headerLength = 512;
const entryLength = 128;
const noEntry = 0xffffffff;
const endOfChain = 0xfffffffe;
const freeSector = 0xffffffff;
/** Sector numbers above this one are marks ([MS-CFB] 2.1). */
const lastSector = 0xfffffffa;
/** More sectors than any file in memory has would be a lie of the header. */
const difatInHeader = 109;

interface Sectors {
  readonly file: ByteView;
  /** Bytes of a sector. */
  readonly size: number;
  /** Sectors in the file, a last one cut short included. */
  readonly count: number;
  /** Of every sector the next one of its chain. */
  readonly next: Uint32Array;
}

interface Entry {
  readonly name: string;
  readonly kind: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

/**
 * Opens an OLE2 compound file ([MS-CFB]): old Office documents and what is embedded in them. Only
 * its directory is read; a stream is read when asked for. Chains and trees that run in circles end.
 *
 * @throws IngestError archive_truncated
 */
export function openCompoundFile(bytes: Uint8Array): CompoundStorage {
  if (!isCompoundFile(bytes) || bytes.length < headerLength) {
    throw new IngestError('archive_truncated', 'no header of a compound file');
  }
  const header = viewBytes(bytes, 'compound file');
  const sectors = readSectors(header);
  const entries = readEntries(sectors, header.u32(48));
  const root = entries[0];
  if (!root) throw new IngestError('archive_truncated', 'compound file has no root entry');
  return buildTree(entries, root, openStream(header, sectors, root));
}

function readSectors(file: ByteView): Sectors {
  const shift = file.u16(30);
  if (shift < 7 || shift > 16) {
    throw new IngestError('archive_truncated', `compound file with sectors of 2^${shift} bytes`);
  }
  const size = 1 << shift;
  const count = Math.max(0, Math.ceil(file.length / size) - 1);
  const perSector = size / 4;
  const fatSectors = listFatSectors(file, size, count);
  const next = new Uint32Array(Math.min(count, fatSectors.length * perSector)).fill(freeSector);
  fatSectors.forEach((sector, index) => {
    const first = index * perSector;
    const at = (sector + 1) * size;
    for (
      let i = 0;
      i < perSector && first + i < next.length && at + i * 4 + 4 <= file.length;
      i++
    ) {
      next[first + i] = file.u32(at + i * 4);
    }
  });
  return { file, size, count, next };
}

/** The sectors of the allocation table: 109 in the header, the others in a chain of their own. */
function listFatSectors(file: ByteView, size: number, count: number): number[] {
  const found: number[] = [];
  const take = (at: number): void => {
    const sector = file.u32(at);
    if (sector < count && found.length < count) found.push(sector);
  };
  for (let i = 0; i < difatInHeader; i++) take(76 + i * 4);
  let sector = file.u32(68);
  for (let visited = 0; sector < count && visited < count; visited++) {
    const at = (sector + 1) * size;
    if (at + size > file.length) break;
    for (let i = 0; i < size / 4 - 1; i++) take(at + i * 4);
    sector = file.u32(at + size - 4);
  }
  return found;
}

/** A chain's sectors, up to `most`, and never more than there are: a circle ends. */
function chain(start: number, next: Uint32Array, most: number): number[] {
  const found: number[] = [];
  let sector = start;
  while (found.length < most && sector <= lastSector) {
    if (found.length > next.length) {
      throw new IngestError('archive_truncated', 'compound file: a chain runs in a circle');
    }
    found.push(sector);
    sector = next[sector] ?? endOfChain;
  }
  return found;
}

/** The bytes of a chain; a last sector may be cut short, as some writers leave it. */
function readChain({ file, size, next }: Sectors, start: number, length: number): Uint8Array {
  const found = chain(start, next, Math.ceil(length / size));
  if (found.length * size < length) throw cutOff(found.length * size, length);
  const content = new Uint8Array(length);
  found.forEach((sector, index) => {
    const at = (sector + 1) * size;
    const wanted = Math.min(size, length - index * size);
    if (at + wanted > file.length) throw cutOff(index * size, length);
    content.set(file.slice(at, wanted), index * size);
  });
  return content;
}

function cutOff(found: number, length: number): IngestError {
  return new IngestError(
    'archive_truncated',
    `compound file: ${found} bytes of a stream's ${length}`,
  );
}

function readEntries(sectors: Sectors, start: number): Entry[] {
  const { file, size, next, count } = sectors;
  const wide = file.u16(26) >= 4;
  const entries: Entry[] = [];
  for (const sector of chain(start, next, count)) {
    const at = (sector + 1) * size;
    for (
      let i = 0;
      i + entryLength <= size && at + i + entryLength <= file.length;
      i += entryLength
    ) {
      entries.push(readEntry(file, at + i, wide));
    }
  }
  return entries;
}

/** [MS-CFB] 2.6.1. Of version 3 the upper half of the size may be anything. */
function readEntry(file: ByteView, at: number, wide: boolean): Entry {
  const nameLength = Math.min(64, file.u16(at + 64));
  const upper = wide ? file.u32(at + 124) : 0;
  return {
    name: Buffer.from(file.slice(at, Math.max(0, nameLength - 2))).toString('utf16le'),
    kind: file.u8(at + 66),
    left: file.u32(at + 68),
    right: file.u32(at + 72),
    child: file.u32(at + 76),
    start: file.u32(at + 116),
    size: upper * 2 ** 32 + file.u32(at + 120),
  };
}

/** Streams below the cutoff lie in the mini stream, which is the root's own content. */
function openStream(file: ByteView, sectors: Sectors, root: Entry): (entry: Entry) => Uint8Array {
  const cutoff = file.u32(56);
  let mini: Sectors | null = null;
  const openMini = (): Sectors => {
    const tables = chain(file.u32(60), sectors.next, sectors.count);
    const table = readChain(sectors, file.u32(60), tables.length * sectors.size);
    const view = viewBytes(table, 'mini allocation table');
    const content = readChain(sectors, root.start, root.size);
    const size = 64;
    // Mini sectors have no header before them: one empty sector stands for it.
    const padded = new Uint8Array(size + content.length);
    padded.set(content, size);
    return {
      file: viewBytes(padded, 'mini stream'),
      size,
      count: Math.ceil(content.length / size),
      next: Uint32Array.from({ length: table.length / 4 }, (_, index) => view.u32(index * 4)),
    };
  };
  return ({ start, size }) => {
    if (size === 0) return new Uint8Array(0);
    if (size >= cutoff) return readChain(sectors, start, size);
    mini ??= openMini();
    return readChain(mini, start, size);
  };
}

/** Every entry stands once: one met again, by a circle or from two parents, is left out. */
function buildTree(
  entries: readonly Entry[],
  root: Entry,
  read: (entry: Entry) => Uint8Array,
): CompoundStorage {
  const top: CompoundStorage = emptyStorage(root.name);
  const seen = new Set([0]);
  const open: { readonly id: number; readonly parent: CompoundStorage }[] = [];
  const visit = (id: number, parent: CompoundStorage): void => {
    if (id !== noEntry && id < entries.length && !seen.has(id)) {
      seen.add(id);
      open.push({ id, parent });
    }
  };
  visit(root.child, top);
  for (let place = open.pop(); place; place = open.pop()) {
    const entry = entries[place.id];
    if (!entry) continue;
    const { parent } = place;
    const key = entry.name.toLowerCase();
    if (entry.kind === 2) {
      parent.streams.set(key, { name: entry.name, size: entry.size, read: () => read(entry) });
    } else if (entry.kind === 1) {
      const storage = emptyStorage(entry.name);
      parent.storages.set(key, storage);
      visit(entry.child, storage);
    }
    visit(entry.left, parent);
    visit(entry.right, parent);
  }
  return top;
}

function emptyStorage(name: string): CompoundStorage {
  return { name, streams: new Map(), storages: new Map() };
}
