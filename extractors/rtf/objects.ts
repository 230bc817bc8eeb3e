import type { Notice } from '../../schemas/notice.ts';
import type { Attachment, Limits } from '../extractor.ts';
import { type EmbeddedFile, readEmbeddedFile } from '../ole/embedded-file.ts';
import { readNativeFile } from '../ole/native-file.ts';

/** What the objects of a document hold. */
export interface EmbeddedObjects {
  readonly attachments: Attachment[];
  readonly notices: Notice[];
}

/** The files among embedded objects (\objdata): workbooks and documents; pictures are none. */
export async function readObjects(
  objects: readonly string[],
  limits: Limits,
): Promise<EmbeddedObjects> {
  const found: EmbeddedObjects = { attachments: [], notices: [] };
  for (const [index, digits] of objects.entries()) {
    const name = `嵌入对象${index + 1}`;
    const bytes = Buffer.from(digits.replace(/[^0-9a-f]/gi, ''), 'hex');
    const file = await readFile(bytes, limits);
    if (file) found.attachments.push({ name: file.name ?? name, bytes: file.bytes });
    else {
      found.notices.push({
        code: 'embedded-document-unread',
        message: '文档内嵌入了另一文件（OLE 对象），其内容未读取',
        at: name,
      });
    }
  }
  return found;
}

/** The file an object holds; null where it holds none that is a document. */
async function readFile(object: Buffer, limits: Limits): Promise<EmbeddedFile | null> {
  const native = nativeData(object);
  if (!native) return null;
  return (await readEmbeddedFile(native, limits)) ?? readNativeFile(native);
}

/**
 * The native data of an embedded object ([MS-OLEDS] 2.2.5): version, format, then class, topic and
 * item as texts that begin with their length, then the data's length and the data.
 */
function nativeData(object: Buffer): Uint8Array | null {
  const embedded = 2;
  if (object.length < 8 || object.readUInt32LE(4) !== embedded) return null;
  let at = 8;
  for (let text = 0; text < 3; text++) {
    if (at + 4 > object.length) return null;
    at += 4 + object.readUInt32LE(at);
  }
  if (at + 4 > object.length) return null;
  const length = object.readUInt32LE(at);
  return object.subarray(at + 4, Math.min(object.length, at + 4 + length));
}
