import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { Leftover } from '../../schemas/document.ts';
import { IngestError } from '../../schemas/ingest-error.ts';
import type { Notice } from '../../schemas/notice.ts';
import { clippedNotices, setApartClipped } from '../clipped-figures.ts';
import type { DrawnPage } from '../drawn-page.ts';
import type { Attachment, Limits } from '../extractor.ts';
import { identity, toMatrix } from '../matrix.ts';
import { setApartOverprinted } from '../overprinted.ts';
import { strikeOut } from '../struck-out.ts';
import { readAnnotations } from './annotations.ts';
import { markAsides } from './asides.ts';
import { writeFieldValues } from './form-fields.ts';
import { isPartlyReadable, liesUnderImage, pageNeedsOcr } from './page-needs-ocr.ts';
import { pageOperators } from './page-operators.ts';
import { headingOf, turnUpright } from './page-turn.ts';
import type { PageView } from './page-view.ts';
import { type ReadPage, readPage, readSetting } from './read-page.ts';
import { countPage, discount } from './source-characters.ts';
import { markUnreadable } from './unreadable-text.ts';

/** All pages as drawn, and what was met on the way. */
export interface DrawnPages {
  readonly pages: DrawnPage[];
  /** For each page, how a picture of it is made. */
  readonly views: PageView[];
  readonly comments: Leftover[];
  readonly attachments: Attachment[];
  readonly notices: Notice[];
  /** Symbols that stand for codes of the source. */
  readonly generated: string[];
  /** Characters of the source; see countPage. */
  readonly counts: Record<string, number>;
  /** Numbers of the pages that have to be read from their picture. */
  readonly withoutText: number[];
  /** How many pages have text. */
  readonly withText: number;
}

/** @throws IngestError archive_too_large; an error of pdf.js where a page can't be had */
export async function drawPages(document: PDFDocumentProxy, limits: Limits): Promise<DrawnPages> {
  if (document.numPages > limits.pages) {
    throw new IngestError('archive_too_large', `${document.numPages} pages, limit ${limits.pages}`);
  }
  const setting = await readSetting(document, limits);
  const drawn: DrawnPages = {
    pages: [],
    views: [],
    comments: [],
    attachments: [],
    notices: [],
    generated: [],
    counts: {},
    withoutText: [],
    withText: 0,
  };
  let withText = 0;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const list = await pageOperators(page, limits.elements - setting.elements);
    const { items } = await page.getTextContent({ disableNormalization: true });
    const { comments, attachments, kinds, fields } = await readAnnotations(
      page,
      number,
      drawn.counts,
    );
    const read = readPage(page, list, setting, kinds);
    const base = toMatrix(page.getViewport({ scale: 1 }).transform) ?? identity;
    writeFieldValues(read.content, base, fields, drawn.counts);
    markAsides(read.content, read.height);
    markUnreadable(read.content);
    countPage(list, setting.showText, items, drawn.counts);
    drawn.comments.push(...comments);
    drawn.attachments.push(...attachments);
    const symbols = read.content.glyphs.filter((glyph) => glyph.instead !== null);
    drawn.generated.push(...symbols.map((glyph) => glyph.text));
    discount(
      symbols.map((glyph) => glyph.instead ?? ''),
      drawn.counts,
    );
    const needsOcr = pageNeedsOcr(read);
    const isLost = needsOcr && !isPartlyReadable(read);
    if (needsOcr) drawn.withoutText.push(number);
    if (!isLost && read.content.glyphs.some((glyph) => !glyph.aside)) withText++;
    const { notes } = read.content;
    const strikes = turnUpright(number, { ...read, content: { ...read.content, segments: notes } });
    const { page: clean, doubtful } = strikeOut(turnUpright(number, read), strikes.segments);
    const { page: single, places } = setApartOverprinted(clean);
    const { page: upright, figures } = setApartClipped(single);
    const typed = [...kinds.values()].filter((kind) => kind === 'FreeText').length;
    drawn.notices.push(...textNotices(number, isLost, read, { doubtful, places, typed }));
    drawn.notices.push(...clippedNotices(figures, number));
    drawn.pages.push(upright);
    drawn.views.push(viewOf(read));
    page.cleanup();
  }
  return { ...drawn, withText };
}

/** By where the text of a page heads: how far the page is turned clockwise for it to stand upright. */
const turnFor = { right: 0, up: 90, left: 180, down: 270 } as const;

function viewOf({ content: { glyphs } }: ReadPage): PageView {
  return {
    turn: turnFor[headingOf(glyphs) ?? 'right'],
    embedded: glyphs.every(({ font, aside }) => font.embedded || aside === 'hidden'),
  };
}

function textNotices(
  number: number,
  isLost: boolean,
  read: ReadPage,
  { doubtful, places, typed }: { doubtful: number; places: number; typed: number },
): Notice[] {
  const { glyphs, lostStrings } = read.content;
  const notice = (code: string, what: string): Notice => {
    return { code, message: `第 ${number} 页${what}`, at: `第${number}页` };
  };
  if (isLost) return [notice('page-without-text', '没有可用的文字，须从图像识别')];
  const notices: Notice[] = [];
  const unread = glyphs.filter(
    ({ aside, unreadable }) => aside === 'unread' || (unreadable && !aside),
  ).length;
  if (unread > 0 || lostStrings > 0) {
    const what = unread > 0 ? `${unread} 个字` : `${lostStrings} 处文字`;
    notices.push(notice('characters-unread', `有 ${what}的字体损坏或没有编码对照，无法识读`));
  }
  if (places > 0) {
    notices.push(
      notice('text-overprinted', `有 ${places} 处文字互相叠印，不能断定以何者为准，均未采用`),
    );
  }
  if (typed > 0) {
    notices.push(notice('text-typed-on', `有 ${typed} 处文字是后来键入在页面上的，按正文读取`));
  }
  if (doubtful > 0) {
    notices.push(
      notice('struck-out-doubtful', `有 ${doubtful} 条线穿过文字，不能断定是删除线，文字照录`),
    );
  }
  if (liesUnderImage(read)) {
    notices.push(notice('text-under-image', '的文字压在整页图像之下，可能是扫描软件识别所得'));
  }
  return notices;
}
