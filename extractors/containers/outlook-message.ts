import { IngestError } from '../../schemas/ingest-error.ts';
import type { Container, Member } from '../container.ts';
import type { Limits } from '../extractor.ts';
import { type CompoundStorage, openCompoundFile } from '../ole/compound-file.ts';
import { hasStream, isCompoundFile } from '../signatures.ts';
import { decodeText } from '../text-encoding.ts';
import { inflateRtf } from './compressed-rtf.ts';
import { bodyMember, type MailFile } from './mail-body.ts';
import { memberPath } from './member-path.ts';
import { createUnpackBudget, type UnpackBudget } from './unpack-budget.ts';

/** Messages as Outlook saves them (.msg, [MS-OXMSG]): their text, and what is attached. */
export const outlookMessage: Container = {
  name: 'MSG',
  accepts: ({ bytes }) => isMessage(bytes),
  members: readMembers,
};

const properties = '__properties_version1.0';

/** At the top, that is: other documents may have a message inside. */
function isMessage(bytes: Uint8Array): boolean {
  if (!isCompoundFile(bytes) || !hasStream(bytes, properties)) return false;
  try {
    return openCompoundFile(bytes).streams.has(properties);
  } catch (error) {
    // Whose directory is damaged is for its own reader to say.
    if (error instanceof IngestError) return false;
    throw error;
  }
}

async function* readMembers(bytes: Uint8Array, limits: Limits): AsyncGenerator<Member> {
  const budget = createUnpackBudget(limits);
  for (const member of messageFiles(openCompoundFile(bytes), '', budget)) {
    budget.count();
    if (!(member.content instanceof IngestError)) budget.spend(member.content.length);
    yield member;
  }
}

/** Messages in messages; a compound file can hold them only as deep as its storages are nested. */
const deepest = 32;

function messageFiles(
  message: CompoundStorage,
  folder: string,
  budget: UnpackBudget,
  depth = 0,
): Member[] {
  if (depth > deepest) {
    throw new IngestError('document_too_deep', `messages nested deeper than ${deepest}`);
  }
  const body = attempt(`${folder}正文`, () => bodyOf(message, budget.bytes));
  const files: Member[] = body.map(({ path, content }) => ({ path: folder + path, content }));
  let count = 0;
  for (const [key, attachment] of message.storages) {
    if (!key.startsWith('__attach_version1.0_')) continue;
    count++;
    const name =
      text(attachment, longName) ?? text(attachment, shortName) ?? text(attachment, shownName);
    const path = folder + memberPath((name ?? `附件${count}`).replaceAll('/', '／'));
    const inner = attachment.storages.get(`__substg1.0_${data}000d`);
    if (inner?.streams.has(properties)) {
      files.push(...messageFiles(inner, `${path}/`, budget, depth + 1));
    } else {
      files.push(
        ...attempt(path, () => {
          const content = binary(attachment, data);
          return content && content.length > 0 ? [{ path, content }] : [];
        }),
      );
    }
  }
  return files;
}

/** A part that can't be read costs the others nothing. */
function attempt(
  path: string,
  read: () => MailFile[],
): (MailFile | { path: string; content: IngestError })[] {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof IngestError) || error.code === 'archive_too_large') throw error;
    return [{ path, content: error }];
  }
}

/** Property tags ([MS-OXPROPS]): body as text, as HTML, as RTF; an attachment's data and names. */
const plainBody = '1000';
const htmlBody = '1013';
const rtfBody = '1009';
const data = '3701';
const longName = '3707';
const shortName = '3704';
const shownName = '3001';

function bodyOf(message: CompoundStorage, most: number): MailFile[] {
  const html = binary(message, htmlBody) ?? encoded(text(message, htmlBody));
  if (html) return bodyMember(html, 'html');
  const rtf = binary(message, rtfBody);
  const plain = text(message, plainBody);
  if (rtf && (plain === undefined || plain.trim() !== ''))
    return bodyMember(inflateRtf(rtf, most), 'rtf');
  return plain === undefined ? [] : bodyMember(Buffer.from(plain), 'txt');
}

function encoded(value: string | undefined): Uint8Array | undefined {
  return value === undefined ? undefined : Buffer.from(value);
}

function binary(storage: CompoundStorage, tag: string): Uint8Array | undefined {
  return storage.streams.get(`__substg1.0_${tag}0102`)?.read();
}

/** A string property: UTF-16, or the sender's own code page. */
function text(storage: CompoundStorage, tag: string): string | undefined {
  const wide = storage.streams.get(`__substg1.0_${tag}001f`)?.read();
  if (wide) return new TextDecoder('utf-16le').decode(wide).replace(/\0+$/, '');
  const narrow = storage.streams.get(`__substg1.0_${tag}001e`)?.read();
  return narrow && decodeText(narrow)?.text.replace(/\0+$/, '');
}
