import type { PDFDocumentProxy } from 'pdfjs-dist';

/** The document's own time of last change (ISO 32000-1, 14.3.3), null where it gives none. */
export async function modifiedAt(document: PDFDocumentProxy): Promise<string | null> {
  const { info } = await document.getMetadata();
  const date = (info as Record<string, unknown>)['ModDate'];
  return typeof date === 'string' ? isoTime(date) : null;
}

/** A form that only Acrobat lays out (XFA): its pages here say no more than that. */
export async function isForeignForm(document: PDFDocumentProxy): Promise<boolean> {
  const { info } = await document.getMetadata();
  const { IsXFAPresent, IsAcroFormPresent } = info as Record<string, unknown>;
  return IsXFAPresent === true && IsAcroFormPresent !== true;
}

/** "D:20240311094502+08'00'" as "2024-03-11T01:45:02.000Z"; what is left out is the least. */
export function isoTime(date: string): string | null {
  const found =
    /^(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:Z|([+-])(\d\d)'?(\d\d)?)?/.exec(
      date.trim(),
    );
  if (!found) return null;
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00'] = found;
  const [, , , , , , , sign, zoneHour = '00', zoneMinute = '00'] = found;
  const zone = sign ? `${sign}${zoneHour}:${zoneMinute}` : 'Z';
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}
