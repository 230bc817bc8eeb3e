import { readInteger, streamXml } from '../xml/xml-stream.ts';
import type { OdfParts } from './odf-parts.ts';

/** What a document says of itself (OpenDocument 1.3 part 3, 4.3). */
export interface Meta {
  readonly pages: number | null;
  /** ISO time. */
  readonly modifiedAt: string | null;
}

export function readMeta({ meta, budget }: OdfParts): Meta {
  let pages: number | null = null;
  const times: Record<string, string> = {};
  let inside = false;
  let reading: string | null = null;
  if (meta) {
    const handler = {
      open(name: string, attributes: { get(name: string): string | undefined }): void {
        if (name === 'office:meta') inside = true;
        reading = inside && (name === 'dc:date' || name === 'meta:creation-date') ? name : null;
        if (name === 'meta:document-statistic') {
          pages = readInteger(attributes.get('meta:page-count'));
        }
      },
      text(text: string): void {
        if (reading !== null) times[reading] = (times[reading] ?? '') + text;
      },
      close(name: string): void {
        if (name === 'office:meta') inside = false;
        reading = null;
      },
    };
    streamXml(meta.name, meta.bytes, [handler], budget);
  }
  return { pages, modifiedAt: toIsoTime(times['dc:date'] ?? times['meta:creation-date']) };
}

/** A time that names no zone is taken as it stands. */
function toIsoTime(text: string | undefined): string | null {
  const match = /^\s*(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[+-]\d\d:\d\d)?\s*$/.exec(
    text ?? '',
  );
  const time = match ? Date.parse(`${match[1]}${match[2] ?? 'Z'}`) : Number.NaN;
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
