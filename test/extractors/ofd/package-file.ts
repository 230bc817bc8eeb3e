import { strToU8, zipSync } from 'fflate';
import { defaultLimits, type Limits } from '../../../extractors/extractor.ts';
import { drawOfd, type OfdDrawing } from '../../../extractors/ofd/draw-ofd.ts';
import { openOfdPackage } from '../../../extractors/ofd/ofd-package.ts';

const namespace = 'xmlns:ofd="http://www.ofdspec.org/2016"';

/** Members of an OFD package: the XML of their content, without its root, or bytes. */
export type Members = Readonly<Record<string, string | Uint8Array>>;

/** A part: its root element and what stands in it. */
export function part(root: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><ofd:${root} ${namespace}>${content}</ofd:${root}>`;
}

export function pack(members: Members): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(members).map(([name, content]) => [
        name,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
  );
}

/** A text object of one run; millimetres. */
export function text(
  x: number,
  y: number,
  size: number,
  content: string,
  code = '',
  object = '',
): string {
  return `<ofd:TextObject Boundary="${x} ${y} 100 ${size}" Size="${size}" ${object}><ofd:TextCode X="0" Y="${size}" ${code}>${content}</ofd:TextCode></ofd:TextObject>`;
}

/** A stroked line from one place of the page to another; millimetres. */
export function line(x0: number, y0: number, x1: number, y1: number): string {
  return `<ofd:PathObject Boundary="${x0} ${y0} ${x1 - x0} ${y1 - y0}" LineWidth="0.2"><ofd:AbbreviatedData>M 0 0 L ${x1 - x0} ${y1 - y0}</ofd:AbbreviatedData></ofd:PathObject>`;
}

export interface Shape {
  /** Inside CommonData. */
  readonly common?: string;
  /** Inside Document, after its pages. */
  readonly more?: string;
  /** Inside DocBody. */
  readonly body?: string;
  readonly members?: Members;
}

/** The XML of a page from what stands in its one layer. */
export function page(layer: string, before = ''): string {
  return part('Page', `${before}<ofd:Content><ofd:Layer>${layer}</ofd:Layer></ofd:Content>`);
}

/** A file of one document, whose pages are given by `page`. */
export function packageFile(pages: readonly string[], shape: Shape = {}): Uint8Array {
  return pack({ ...membersOf(pages, shape), ...shape.members });
}

export function membersOf(pages: readonly string[], shape: Shape = {}): Record<string, string> {
  const listed = pages.map((_, at) => `<ofd:Page ID="p${at}" BaseLoc="Pages/P_${at}.xml"/>`);
  return {
    'OFD.xml': part(
      'OFD',
      `<ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>${shape.body ?? ''}</ofd:DocBody>`,
    ),
    'Doc_0/Document.xml': part(
      'Document',
      `<ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>${shape.common ?? ''}</ofd:CommonData><ofd:Pages>${listed.join('')}</ofd:Pages>${shape.more ?? ''}`,
    ),
    ...Object.fromEntries(pages.map((xml, at) => [`Doc_0/Pages/P_${at}.xml`, xml])),
  };
}

/** Every page of a file as drawn. */
export async function drawing(
  bytes: Uint8Array,
  limits: Limits = defaultLimits,
): Promise<OfdDrawing> {
  return drawOfd(await openOfdPackage(bytes, limits), limits);
}

/** Points to millimetres, to the hundredth. */
export function mm(points: number | undefined): number {
  return Math.round(((points ?? Number.NaN) * 25.4 * 100) / 72) / 100;
}

/** A page's glyphs as [text, left, top, right, bottom] in millimetres. */
export function boxes(drawn: OfdDrawing, at = 0): [string, number, number, number, number][] {
  return (drawn.pages[at]?.glyphs ?? []).map(({ text: shown, x0, y0, x1, y1 }) => [
    shown,
    mm(x0),
    mm(y0),
    mm(x1),
    mm(y1),
  ]);
}

/** A page's lines as [x0, y0, x1, y1] in millimetres. */
export function lines(drawn: OfdDrawing, at = 0): number[][] {
  return (drawn.pages[at]?.segments ?? []).map(({ x0, y0, x1, y1 }) => [x0, y0, x1, y1].map(mm));
}

/** A page's text in the order of drawing, what stands aside left out. */
export function textOf(drawn: OfdDrawing, at = 0): string {
  return (drawn.pages[at]?.glyphs ?? [])
    .filter(({ aside }) => !aside)
    .map(({ text: shown }) => shown)
    .join('');
}

/** What stands aside on a page, by reason. */
export function asides(drawn: OfdDrawing, at = 0): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { aside, text: shown } of drawn.pages[at]?.glyphs ?? []) {
    if (aside) found[aside] = (found[aside] ?? '') + shown;
  }
  return found;
}
