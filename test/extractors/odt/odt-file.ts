import { strToU8, zipSync } from 'fflate';
import { expect } from 'vitest';
import { defaultLimits, type Extraction, type Limits } from '../../../extractors/extractor.ts';
import { odt } from '../../../extractors/odt/odt.ts';
import { account } from '../docx/word-file.ts';

const oasis = 'urn:oasis:names:tc:opendocument:xmlns';

/** The namespaces a document written by LibreOffice declares. */
export const declarations = [
  ...['office', 'text', 'table', 'style', 'meta', 'manifest'].map(
    (name) => `xmlns:${name}="${oasis}:${name}:1.0"`,
  ),
  `xmlns:draw="${oasis}:drawing:1.0"`,
  `xmlns:fo="${oasis}:xsl-fo-compatible:1.0"`,
  `xmlns:svg="${oasis}:svg-compatible:1.0"`,
  'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
  'xmlns:field="urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
].join(' ');

export const mediaType = 'application/vnd.oasis.opendocument.text';

/** What a document has beside its body, each as XML. */
export interface Parts {
  /** Automatic styles of the body's part. */
  readonly automatic?: string;
  /** What stands in styles.xml. */
  readonly styles?: string;
  readonly meta?: string;
  readonly manifest?: string;
  readonly members?: Readonly<Record<string, string | Uint8Array>>;
}

function root(name: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<office:${name} ${declarations}>${content}</office:${name}>`;
}

/** A package with this body and these parts. */
export function odtFile(body: string, parts: Parts = {}): Uint8Array {
  const { automatic = '', styles, meta, manifest = '', members = {} } = parts;
  const content = `<office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body>`;
  return pack({
    'content.xml': root('document-content', content),
    'META-INF/manifest.xml': `<manifest:manifest ${declarations}>${manifest}</manifest:manifest>`,
    ...(styles === undefined ? {} : { 'styles.xml': root('document-styles', styles) }),
    ...(meta === undefined
      ? {}
      : { 'meta.xml': root('document-meta', `<office:meta>${meta}</office:meta>`) }),
    ...members,
  });
}

/** The same as one flat file. */
export function flatFile(body: string, styles = ''): Uint8Array {
  return strToU8(
    `<?xml version="1.0" encoding="UTF-8"?>\n<office:document ${declarations} office:mimetype="${mediaType}">${styles}<office:body><office:text>${body}</office:text></office:body></office:document>`,
  );
}

/** A zip whose first member is its media type, stored plain. */
export function pack(members: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const packed = Object.entries(members).map(([name, content]): [string, Uint8Array] => [
    name,
    typeof content === 'string' ? strToU8(content) : content,
  ]);
  return zipSync({
    mimetype: [strToU8(mediaType), { level: 0 }],
    ...Object.fromEntries(packed),
  });
}

/** A paragraph; text given as XML stands as it is. */
export function p(content: string, style = ''): string {
  return `<text:p${style === '' ? '' : ` text:style-name="${style}"`}>${content}</text:p>`;
}

export function cell(text: string, attributes = ''): string {
  return `<table:table-cell ${attributes}>${text.startsWith('<') ? text : p(text)}</table:table-cell>`;
}

export const covered = '<table:covered-table-cell/>';

export function table(columns: number, ...rows: readonly string[]): string {
  const body = rows.map((cells) => `<table:table-row>${cells}</table:table-row>`).join('');
  return `<table:table><table:table-column table:number-columns-repeated="${columns}"/>${body}</table:table>`;
}

export function style(name: string, family: string, properties: string, attributes = ''): string {
  return `<style:style style:name="${name}" style:family="${family}" ${attributes}>${properties}</style:style>`;
}

/** Extracts a file and proves that every character of it is held exactly once. */
export async function read(bytes: Uint8Array, limits: Limits = defaultLimits): Promise<Extraction> {
  const extraction = await odt.extract(bytes, limits);
  expect(account(extraction.value)).toMatchObject({ missing: 0, surplus: 0 });
  return extraction;
}
