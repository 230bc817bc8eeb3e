import type { Leftover } from '../../schemas/document.ts';
import { IngestError } from '../../schemas/ingest-error.ts';
import type { Notice } from '../../schemas/notice.ts';
import { clippedNotices } from '../clipped-figures.ts';
import type { DrawnPage } from '../drawn-page.ts';
import type { Attachment, Limits } from '../extractor.ts';
import { drawAnnotations, readAnnotations, remarksOf, typedNotesOf } from './annotations.ts';
import { readAttachments } from './attachments.ts';
import type { Allowance } from './canvas.ts';
import { modifiedAtOf } from './document-info.ts';
import { drawPage, type PageDrawing } from './draw-page.ts';
import type { OfdElement } from './element-tree.ts';
import { type OfdDocument, readEntry, readOfdDocument } from './ofd-document.ts';
import type { OfdPackage } from './ofd-package.ts';
import { addDrawnText } from './part-text.ts';

/** All documents of a package, one after the other. */
export interface OfdDrawing {
  /** What the package says of each document. */
  readonly bodies: readonly OfdElement[];
  readonly pages: readonly DrawnPage[];
  /** Pages with text that is their own and can be read. */
  readonly withText: number;
  /** Pages that are to be read from their images. */
  readonly unreadPages: readonly number[];
  /** Remarks of annotations: they stand on no page. */
  readonly remarks: readonly Leftover[];
  readonly attachments: readonly Attachment[];
  readonly modifiedAt: string | null;
  readonly sourceCharacters: Record<string, number>;
  readonly notices: readonly Notice[];
}

/**
 * Every page of a package as drawn.
 *
 * @throws IngestError archive_truncated, archive_too_large, document_incomplete,
 *   document_too_deep, xml_malformed, xml_entity
 */
export function drawOfd(source: OfdPackage, limits: Limits): OfdDrawing {
  const { bodies, roots } = readEntry(source);
  const allowance: Allowance = { left: limits.elements };
  const pages: DrawnPage[] = [];
  const remarks: Leftover[] = [];
  const attachments: Attachment[] = [];
  const notices: Notice[] = [];
  const sourceCharacters: Record<string, number> = {};
  const gathered: Gathered = { pages, remarks, notices, sourceCharacters, pictures: new Set() };
  for (const root of roots) {
    const document = readOfdDocument(source, root);
    if (pages.length + document.pages.length > limits.pages) {
      throw new IngestError('archive_too_large', `more than ${limits.pages} pages`);
    }
    drawDocument(source, document, allowance, gathered);
    const attached = readAttachments(source, document);
    attachments.push(...attached.files);
    notices.push(...attached.missing.map(partMissing));
  }
  const modified = bodies.map(modifiedAtOf).filter((time) => time !== null);
  const modifiedAt = modified.sort().at(-1) ?? null;
  const withText = pages.filter(({ page }) => !gathered.pictures.has(page)).filter(hasText).length;
  const unreadPages = [...gathered.pictures];
  return {
    bodies,
    pages,
    withText,
    unreadPages,
    remarks,
    attachments,
    modifiedAt,
    sourceCharacters,
    notices,
  };
}

interface Gathered {
  readonly pages: DrawnPage[];
  readonly remarks: Leftover[];
  readonly notices: Notice[];
  readonly sourceCharacters: Record<string, number>;
  /** Numbers of the pages that are to be read from their images. */
  readonly pictures: Set<number>;
}

function hasText({ glyphs }: DrawnPage): boolean {
  return glyphs.some(({ aside }) => !aside);
}

function drawDocument(
  source: OfdPackage,
  document: OfdDocument,
  allowance: Allowance,
  into: Gathered,
): void {
  const annotations = readAnnotations(source, document);
  into.notices.push(...annotations.missing.map(partMissing));
  for (const entry of document.pages) {
    const pageNo = into.pages.length + 1;
    const page = source.read(entry.part);
    const notes = (annotations.ofPage.get(entry.id) ?? []).map((part) => source.read(part));
    const drawing = drawPage(source, document, page, pageNo, allowance, (pen) => {
      for (const note of notes) drawAnnotations(note, pen);
    });
    into.pages.push(drawing.drawn);
    into.remarks.push(...notes.flatMap((note) => remarksOf(note, pageNo)));
    const pageResources = drawing.resources.get(page.text);
    for (const { text } of [page, ...notes]) {
      addDrawnText(
        text,
        (id) => document.template(id)?.page.text,
        (part, id) => (drawing.resources.get(part) ?? pageResources)?.unit(id)?.text,
        into.sourceCharacters,
      );
    }
    if (drawing.isPicture) into.pictures.add(pageNo);
    const typed = notes.reduce((sum, note) => sum + typedNotesOf(note), 0);
    into.notices.push(...noticesOf(drawing, pageNo), ...typedNotices(typed, pageNo));
    into.notices.push(...clippedNotices(drawing.clipped, pageNo));
  }
}

function typedNotices(typed: number, pageNo: number): Notice[] {
  if (typed === 0) return [];
  const message = `第 ${pageNo} 页有 ${typed} 处文字是后来键入在页面上的，按正文读取`;
  return [{ code: 'text-typed-on', message, at: `第${pageNo}页` }];
}

function noticesOf(
  { drawn, isPicture, missing, doubtful, places, clipped }: PageDrawing,
  pageNo: number,
): Notice[] {
  const at = `第${pageNo}页`;
  const notices: Notice[] = [];
  if (isPicture) {
    const message = `第 ${pageNo} 页没有可用的文字，须从图像识别`;
    notices.push({ code: 'page-without-text', message, at });
  }
  const unread = drawn.glyphs.filter(({ aside }) => aside === 'unread').length;
  if (places > 0) {
    const message = `第 ${pageNo} 页有 ${places} 处文字互相叠印，不能断定以何者为准，均未采用`;
    notices.push({ code: 'text-overprinted', message, at });
  }
  if (unread > 0 && places === 0 && clipped.length === 0) {
    const message = `第 ${pageNo} 页有 ${unread} 个字没有编码对照，无法识读`;
    notices.push({ code: 'characters-unread', message, at });
  }
  if (doubtful > 0) {
    const message = `第 ${pageNo} 页有 ${doubtful} 条线穿过文字，不能断定是删除线，文字照录`;
    notices.push({ code: 'struck-out-doubtful', message, at });
  }
  if (missing > 0) {
    const message = `第 ${pageNo} 页有 ${missing} 个图形在文件中找不到`;
    notices.push({ code: 'part-missing', message, at });
  }
  return notices;
}

/** A doubt about a part that is named and not there. */
export function partMissing(location: string): Notice {
  return { code: 'part-missing', message: `文档引用的部件 ${location} 不存在`, at: location };
}
