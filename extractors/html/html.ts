import type { Leftover } from '../../schemas/document.ts';
import { IngestError } from '../../schemas/ingest-error.ts';
import type { Notice } from '../../schemas/notice.ts';
import type { Attachment, Extraction, Extractor, Limits } from '../extractor.ts';
import { type FlowItem, toBlocks } from '../flow/flow.ts';
import type { DecodedText } from '../text-encoding.ts';
import { decodePage } from './decode-page.ts';
import { looksLikePage } from './looks-like-page.ts';
import { readPage } from './page-reader.ts';
import { parsePage } from './parse-page.ts';
import { readSaveTime } from './save-time.ts';
import { applySheets } from './sheet-looks.ts';
import { countPage } from './source-characters.ts';
import { isWebArchive, openWebArchive } from './web-archive.ts';

/** Web pages (.html, .mht), and what office programs save as such under any name. */
export const html: Extractor = {
  name: 'html',
  formats: ['html'],
  formatOf({ bytes, zipEntries, text }) {
    if (zipEntries.length > 0) return null;
    return isWebArchive(bytes) || looksLikePage(bytes, text !== null) ? 'html' : null;
  },
  extract: readFile,
};

async function readFile(bytes: Uint8Array, limits: Limits): Promise<Extraction> {
  if (bytes.length > limits.inflatedBytes) {
    throw new IngestError('file_too_large', `${bytes.length} bytes of HTML`);
  }
  const { pages, attachments } = isWebArchive(bytes)
    ? await openWebArchive(bytes)
    : { pages: [bytes], attachments: [] };
  return readPages(pages, attachments, limits);
}

/** A page and those in its frames are one document. */
async function readPages(
  pages: readonly Uint8Array[],
  attachments: readonly Attachment[],
  limits: Limits,
): Promise<Extraction> {
  const items: FlowItem[] = [];
  const leftovers: Leftover[] = [];
  const generated: string[] = [];
  const sourceCharacters: Record<string, number> = {};
  const notices: Notice[] = [];
  let modifiedAt: string | null = null;
  for (const bytes of pages) {
    const decoded = decodePage(bytes);
    const page = await parsePage(decoded.text, limits);
    applySheets(page);
    const content = readPage(page, limits);
    for (const item of content.items) items.push(item);
    for (const leftover of content.leftovers) leftovers.push(leftover);
    for (const text of content.generated) generated.push(text);
    notices.push(...replacedNotices(decoded));
    countPage(page, sourceCharacters);
    modifiedAt ??= readSaveTime(page);
  }
  if (Object.keys(sourceCharacters).length === 0 && attachments.length === 0) {
    throw new IngestError('no_text', 'no text in the page; frames are files of their own');
  }
  return {
    value: {
      format: 'html',
      extractor: 'html 1',
      pages: null,
      modifiedAt,
      blocks: toBlocks(items).blocks,
      leftovers,
      generated: generated.join(''),
      sourceCharacters,
    },
    notices,
    attachments,
  };
}

function replacedNotices({ replaced, encoding }: DecodedText): Notice[] {
  if (replaced === 0) return [];
  const message = `有 ${replaced} 个字符无法按 ${encoding} 编码还原，显示为 �`;
  return [{ code: 'characters-replaced', message, at: null }];
}
