import type { Notice } from '../../schemas/notice.ts';
import type { Attachment, Limits } from '../extractor.ts';
import { readEmbeddedFile } from '../ole/embedded-file.ts';
import type { OfficePackage } from '../opc/office-package.ts';

/** Relationships that lead to a file of another program (ECMA-376 part 1, 15.2.11 and 15.2.12). */
const embedding: ReadonlySet<string> = new Set(['package', 'oleObject']);

/**
 * The documents embedded in the body: workbooks of charts and tables, files put in as objects.
 * Equations and pictures, which are objects too, hold none.
 */
export async function readAttachments(
  source: OfficePackage,
  limits: Limits,
): Promise<{ attachments: Attachment[]; notices: Notice[] }> {
  const attachments: Attachment[] = [];
  const notices: Notice[] = [];
  const targets = source
    .relations(source.mainPart)
    .filter(({ type }) => embedding.has(type))
    .map(({ target }) => target);
  for (const target of new Set(targets)) {
    const part = source.read(target);
    const file = part ? await readEmbeddedFile(part, limits) : null;
    if (file) {
      const name = file.name ?? target.replace(/^.*\//, '');
      attachments.push({ name, bytes: file.bytes });
    } else {
      const message = '文档内嵌入了另一对象（公式、图片或其他程序的数据），其内容未读取';
      notices.push({ code: 'embedded-document-unread', message, at: target });
    }
  }
  return { attachments, notices };
}
