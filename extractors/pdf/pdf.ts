import type { PDFDocumentProxy } from 'pdfjs-dist';
import { IngestError } from '../../schemas/ingest-error.ts';
import type { Notice } from '../../schemas/notice.ts';
import type { Extraction, Extractor, Limits, Probe } from '../extractor.ts';
import { layOutPages } from '../page-layout.ts';
import { readAttachments } from './attachments.ts';
import { drawPages } from './draw-pages.ts';
import { openPdf, unreadable } from './engine.ts';
import { checkComplete } from './file-structure.ts';
import { picturePages } from './page-images.ts';
import { isForeignForm, modifiedAt } from './properties.ts';
import { checkStreams } from './streams.ts';

/** PDF documents with text (ISO 32000-1). */
export const pdf: Extractor = {
  name: 'pdf',
  formats: ['pdf'],
  formatOf: (probe) => (isPdf(probe) ? 'pdf' : null),
  extract: readDocument,
  pictures: picturePages,
};

/** The signature may stand anywhere in the first kilobyte; a text may well talk of it. */
function isPdf({ bytes, text }: Probe): boolean {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  const at = head.indexOf('%PDF-');
  if (at <= 0) return at === 0;
  const isBare = text === null || head.slice(0, at).trim() === '';
  return isBare || Buffer.from(bytes.subarray(-1024)).includes('startxref');
}

async function readDocument(
  bytes: Uint8Array,
  limits: Limits,
  passwords: readonly string[] = [],
): Promise<Extraction> {
  checkComplete(bytes);
  checkStreams(bytes, limits);
  const { document, close } = await openPdf(bytes, passwords);
  try {
    return await readOpened(document, limits);
  } catch (cause) {
    throw unreadable(cause);
  } finally {
    await close();
  }
}

const unreadForm: Notice = {
  code: 'form-unread',
  message: '本文件是 XFA 动态表单，其中填写的内容没有读取，请另存为普通 PDF',
  at: null,
};

async function readOpened(document: PDFDocumentProxy, limits: Limits): Promise<Extraction> {
  const drawn = await drawPages(document, limits);
  if (drawn.withText === 0) {
    throw new IngestError('no_text', `none of ${document.numPages} pages has text`);
  }
  const foreign: Notice[] = (await isForeignForm(document)) ? [unreadForm] : [];
  const layout = layOutPages(drawn.pages, limits);
  return {
    value: {
      format: 'pdf',
      extractor: 'pdf 1',
      pages: document.numPages,
      ...(drawn.withoutText.length > 0 && { unreadPages: drawn.withoutText }),
      modifiedAt: await modifiedAt(document),
      blocks: layout.blocks,
      leftovers: [...layout.leftovers, ...drawn.comments],
      generated: drawn.generated.join('') + layout.generated,
      sourceCharacters: drawn.counts,
    },
    notices: [...foreign, ...drawn.notices, ...layout.notices],
    attachments: [...(await readAttachments(document)), ...drawn.attachments],
  };
}
