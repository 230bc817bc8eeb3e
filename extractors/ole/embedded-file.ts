import { IngestError } from '../../schemas/ingest-error.ts';
import type { Limits } from '../extractor.ts';
import { startsAsZip } from '../probe.ts';
import { isCompoundFile } from '../signatures.ts';
import { type CompoundStorage, openCompoundFile } from './compound-file.ts';
import { copyStorage } from './copy-storage.ts';
import { readNativeFile } from './native-file.ts';

/** Streams that make a storage a document of an Office program. */
const documentStreams = ['worddocument', 'workbook', 'book'];

/** A file found in an object; the object may not say what it was called. */
export interface EmbeddedFile {
  readonly name: string | null;
  readonly bytes: Uint8Array;
}

/**
 * The file that an embedded object holds: an Office file as it is, the package or the packed file
 * inside the object that wraps one. Null where it holds none that can be read: a picture, an
 * equation, a torn file; the document around it can be read all the same.
 */
export async function readEmbeddedFile(
  object: Uint8Array,
  limits: Limits,
): Promise<EmbeddedFile | null> {
  if (startsAsZip(object)) return { name: null, bytes: object };
  if (!isCompoundFile(object)) return null;
  try {
    const root = openCompoundFile(object);
    if (isDocument(root)) return { name: null, bytes: object };
    return await readWrapped(root, limits);
  } catch (error) {
    if (error instanceof IngestError) return null;
    throw error;
  }
}

/**
 * The same, of an object that is a storage of the document's own file ([MS-DOC] 2.1.11).
 *
 * @throws IngestError where the storage is torn or larger than the limits
 */
export async function readEmbeddedStorage(
  storage: CompoundStorage,
  limits: Limits,
): Promise<EmbeddedFile | null> {
  if (!isDocument(storage)) return readWrapped(storage, limits);
  return { name: null, bytes: await copyStorage(storage, limits) };
}

function isDocument({ streams }: CompoundStorage): boolean {
  return documentStreams.some((name) => streams.has(name));
}

async function readWrapped(
  { streams }: CompoundStorage,
  limits: Limits,
): Promise<EmbeddedFile | null> {
  const whole = streams.get('package') ?? streams.get('contents');
  if (whole) return whole.size > limits.inflatedBytes ? null : { name: null, bytes: whole.read() };
  const native = streams.get('\u0001ole10native');
  if (!native || native.size > limits.inflatedBytes) return null;
  return readNativeFile(native.read());
}
