import type { ExtractedDocument } from '../../schemas/document.ts';
import { IngestError } from '../../schemas/ingest-error.ts';
import type { Attachment, Extraction, Extractor, Limits, Probe } from '../extractor.ts';
import { toBlocks } from '../flow/flow.ts';
import { forgetPages } from '../flow/forget-pages.ts';
import { toLeftovers } from '../flow/placed-leftover.ts';
import { readEmbeddedFile } from '../ole/embedded-file.ts';
import { headOf } from '../signatures.ts';
import { streamXml } from '../xml/xml-stream.ts';
import { createListStyleReader } from './list-styles.ts';
import { readMeta } from './meta.ts';
import { createObjectReader } from './objects.ts';
import { type OdfParts, openOdf } from './odf-parts.ts';
import { countSource } from './source-counter.ts';
import { closeFlow, createStory, type Story } from './story.ts';
import { readStory } from './story-reader.ts';
import { createStyleReader } from './styles.ts';
import { withSymbols } from './symbols.ts';

/** OpenDocument text (.odt, .ott, flat .fodt; OpenDocument 1.0 to 1.3). */
export const odt: Extractor = {
  name: 'odt',
  formats: ['odt'],
  formatOf: (probe) => (isPackage(probe) || isFlat(probe) ? 'odt' : null),
  extract: readDocument,
};

/** By the media type that stands first and plain in the package (part 2, 3.3). */
function isPackage({ bytes, zipEntries }: Probe): boolean {
  if (!zipEntries.includes('content.xml')) return false;
  const head = headOf(bytes);
  if (/mimetypeapplication\/vnd\.oasis\.opendocument\.text/.test(head)) return true;
  // A package packed anew has its media type elsewhere; what it is shows when it is read.
  return !head.includes('mimetypeapplication/') && zipEntries.includes('META-INF/manifest.xml');
}

function isFlat({ bytes, text }: Probe): boolean {
  if (text === null) return false;
  const head = new TextDecoder(text.encoding).decode(bytes.subarray(0, 16_384));
  return /^\s*<\?xml[^>]*\?>\s*<office:document\s[^>]*vnd\.oasis\.opendocument\.text/.test(head);
}

async function readDocument(bytes: Uint8Array, limits: Limits): Promise<Extraction> {
  const parts = await openOdf(bytes, limits);
  const sourceCharacters: Record<string, number> = {};
  const story = readParts(parts, sourceCharacters, limits.elements);
  if (!story.sawBody) throw new IngestError('document_incomplete', 'no text document inside');
  const items = closeFlow(story);
  const { pages, modifiedAt } = readMeta(parts);
  const paged = pages === story.lastPage;
  if (!paged) forgetPages(items);
  const { blocks, tableNumbers } = toBlocks(items);
  const leftovers = toLeftovers(story.leftovers, tableNumbers);
  const { attachments, unread } = await readAttachments(parts, story, limits);
  const value: ExtractedDocument = {
    format: 'odt',
    extractor: 'odt 1',
    pages,
    modifiedAt,
    blocks,
    // Where not all breaks are known, their count tells no page.
    leftovers: paged ? leftovers : leftovers.map((leftover) => ({ ...leftover, page: null })),
    generated: story.generated.join(''),
    sourceCharacters,
  };
  return { value, notices: [...story.notices, ...unread], attachments };
}

/** The body, then what stands on its pages. */
function readParts(parts: OdfParts, counts: Record<string, number>, elements: number): Story {
  const { content, styles: common, budget } = parts;
  const sources = common ? [content, common] : [content];
  const read = createStyleReader(sources.map(({ name }) => name));
  const lists = createListStyleReader();
  for (const { name, bytes } of sources) {
    streamXml(name, bytes, [read.handler(name), lists.handler()], budget);
  }
  const { styles } = read;
  const readObject = createObjectReader(parts, counts);
  const setting = { styles, listStyles: lists.styles, readObject };
  const story = createStory(setting, content.name, elements);
  for (const { name, bytes } of sources) {
    story.part = name;
    const handler = withSymbols(name, styles, [readStory(story), countSource(counts)]);
    streamXml(name, bytes, [handler], budget);
  }
  return story;
}

/** The files of other programs in the package: workbooks and documents; pictures are none. */
async function readAttachments(
  parts: OdfParts,
  story: Story,
  limits: Limits,
): Promise<{ attachments: Attachment[]; unread: Story['notices'] }> {
  const attachments: Attachment[] = [];
  const unread: Story['notices'] = [];
  for (const name of story.objects) {
    const object = parts.read(name);
    const file = object ? await readEmbeddedFile(object, limits) : null;
    if (file) attachments.push({ name: file.name ?? name, bytes: file.bytes });
    else {
      unread.push({
        code: 'embedded-document-unread',
        message: '文档内嵌入了另一文件（OLE 对象），其内容未读取',
        at: name,
      });
    }
  }
  return { attachments, unread };
}
