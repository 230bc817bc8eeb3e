import { deflateSync } from 'node:zlib';
import iconv from 'iconv-lite';
import type { Lock } from './encrypted-file.ts';

/** A page to be written: its operators, and what it says of itself. */
export interface PageSpec {
  readonly content: string;
  /** Width and height in points; A4 otherwise. */
  readonly size?: readonly [number, number];
  /** Entries of the page's dictionary, as PDF writes them. */
  readonly entries?: string;
  /** Entries of its resources besides the fonts F1 (宋体, not enclosed), F2 (Helvetica) and V1. */
  readonly resources?: string;
}

export interface FileSpec {
  /** Further objects, numbered from 20. */
  readonly objects?: readonly string[];
  /** Entries of the catalog. */
  readonly catalog?: string;
  readonly trailer?: string;
  readonly deflate?: boolean;
  readonly lock?: Lock;
}

/** The first number of the objects a test adds. */
export const firstObject = 20;

const firstPage = 200;

/** A PDF file with these pages. */
export function pdfFile(pages: readonly (PageSpec | string)[], file: FileSpec = {}): Uint8Array {
  const objects = new Map<number, string>([
    [1, `<< /Type /Catalog /Pages 2 0 R ${file.catalog ?? ''} >>`],
    [2, pageTree(pages.length)],
    [3, chineseFont('GBK-EUC-H', 4)],
    [4, cidFont(5)],
    [5, fontDescriptor],
    [6, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'],
    [7, chineseFont('GBK-EUC-V', 4)],
  ]);
  for (const [i, object] of (file.objects ?? []).entries()) objects.set(firstObject + i, object);
  for (const [i, page] of pages.entries()) {
    const spec = typeof page === 'string' ? { content: page } : page;
    objects.set(firstPage + 2 * i, pageObject(spec, firstPage + 2 * i + 1));
    const number = firstPage + 2 * i + 1;
    const content = file.lock ? file.lock.encrypt(spec.content, number) : spec.content;
    objects.set(number, stream(content, '', file.deflate ?? false));
  }
  return assemble(objects, `${file.trailer ?? ''} ${file.lock?.trailer ?? ''}`);
}

function pageTree(count: number): string {
  const kids = Array.from({ length: count }, (_, i) => `${firstPage + 2 * i} 0 R`);
  return `<< /Type /Pages /Count ${count} /Kids [${kids.join(' ')}] >>`;
}

function pageObject(
  { size: [width, height] = [595, 842], entries = '', resources = '' }: PageSpec,
  content: number,
): string {
  return (
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents ${content} 0 R ` +
    `/Resources << /Font << /F1 3 0 R /F2 6 0 R /V1 7 0 R ${fontsOf(resources)} >> ` +
    `${resources.replace(/\/Font <<[^>]*>>/, '')} >> ${entries} >>`
  );
}

function fontsOf(resources: string): string {
  return /\/Font <<([^>]*)>>/.exec(resources)?.[1] ?? '';
}

function chineseFont(encoding: string, descendant: number): string {
  return (
    `<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /${encoding} ` +
    `/DescendantFonts [${descendant} 0 R] >>`
  );
}

/** Digits and Latin letters (CID 814 to 908 of Adobe-GB1) half as wide. */
function cidFont(descriptor: number): string {
  return (
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /DW 1000 /W [814 [500] 815 908 500] ' +
    `/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor ${descriptor} 0 R >>`
  );
}

const fontDescriptor =
  '<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /Ascent 859 /Descent -141 /CapHeight 683 ' +
  '/ItalicAngle 0 /StemV 80 /FontBBox [-8 -145 1000 859] >>';

/** A stream object; the text's characters are its bytes. */
export function stream(text: string, entries = '', deflate = false): string {
  const data = Buffer.from(text, 'latin1');
  const written = deflate ? deflateSync(data) : data;
  const filter = deflate ? '/Filter /FlateDecode ' : '';
  return (
    `<< ${entries} ${filter}/Length ${written.length} >>\nstream\n` +
    `${written.toString('latin1')}\nendstream`
  );
}

function assemble(objects: ReadonlyMap<number, string>, trailer: string): Uint8Array {
  let file = '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n';
  const size = Math.max(...objects.keys()) + 1;
  let table = `xref\n0 ${size}\n0000000000 65535 f \n`;
  const places = new Map<number, number>();
  for (const [number, object] of objects) {
    places.set(number, file.length);
    file += `${number} 0 obj\n${object}\nendobj\n`;
  }
  for (let number = 1; number < size; number++) {
    const place = places.get(number);
    table +=
      place === undefined
        ? '0000000000 65535 f \n'
        : `${String(place).padStart(10, '0')} 00000 n \n`;
  }
  const start = file.length;
  file += `${table}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

/** Text at a place, in points from the bottom left corner as PDF counts. */
export function say(text: string, x: number, y: number, size = 12, font = 'F1'): string {
  return `BT /${font} ${size} Tf ${x} ${y} Td ${gbk(text)} Tj ET\n`;
}

/** A string of PDF, as GBK writes it. */
export function gbk(text: string): string {
  return `<${iconv.encode(text, 'gbk').toString('hex')}>`;
}
