import { IngestError } from '../../schemas/ingest-error.ts';
import type { Limits } from '../extractor.ts';
import type { CompoundStorage } from './compound-file.ts';

/**
 * A storage as a compound file of its own, with one small stream more that says who wrote it.
 *
 * @throws IngestError archive_too_large, document_too_deep, archive_truncated
 */
export async function copyStorage(
  storage: CompoundStorage,
  limits: Pick<Limits, 'inflatedBytes' | 'depth'>,
): Promise<Uint8Array> {
  const { default: cfb } = await import('cfb');
  const file = cfb.utils.cfb_new();
  let budget = limits.inflatedBytes;
  const copy = (from: CompoundStorage, path: string, depth: number): void => {
    if (depth > limits.depth) throw new IngestError('document_too_deep', 'storages in storages');
    for (const stream of from.streams.values()) {
      budget -= stream.size;
      if (budget < 0) throw new IngestError('archive_too_large', `${stream.size} bytes embedded`);
      cfb.utils.cfb_add(file, `${path}${stream.name}`, Buffer.from(stream.read()));
    }
    for (const inner of from.storages.values()) copy(inner, `${path}${inner.name}/`, depth + 1);
  };
  copy(storage, '/', 0);
  return new Uint8Array(cfb.write(file, { type: 'buffer' }) as Buffer);
}
