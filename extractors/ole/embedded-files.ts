import { IngestError } from '../../schemas/ingest-error.ts';
import type { Notice, Outcome } from '../../schemas/notice.ts';
import type { Attachment, Limits } from '../extractor.ts';
import type { CompoundStorage } from './compound-file.ts';
import { readEmbeddedStorage } from './embedded-file.ts';

/**
 * The files embedded in a document as storages of its own file: Office documents, those of the
 * newer formats, and whatever was packed into it as a file. Equations and pictures are none. One
 * that is torn is noticed; the document around it can be read all the same.
 */
export async function readEmbeddedFiles(
  storages: Iterable<CompoundStorage>,
  limits: Limits,
): Promise<Outcome<Attachment[]>> {
  const value: Attachment[] = [];
  const notices: Notice[] = [];
  let budget = limits.inflatedBytes;
  for (const storage of storages) {
    try {
      const file = await readEmbeddedStorage(storage, { ...limits, inflatedBytes: budget });
      if (!file) continue;
      budget -= file.bytes.length;
      value.push({ name: file.name ?? storage.name, bytes: file.bytes });
    } catch (error) {
      if (!(error instanceof IngestError)) throw error;
      const message = `文档内嵌入的文件无法读取（${error.message}）`;
      notices.push({ code: 'embedded-document-unread', message, at: storage.name });
    }
  }
  return { value, notices };
}
