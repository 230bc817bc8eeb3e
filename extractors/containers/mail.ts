import type { Container, Member } from '../container.ts';
import type { Limits } from '../extractor.ts';
import { bodyMember, type MailFile } from './mail-body.ts';
import { mailKind } from './mail-kind.ts';
import { memberPath } from './member-path.ts';
import { type MimePart, readMime } from './mime-parts.ts';
import { createUnpackBudget } from './unpack-budget.ts';

/** Mails (.eml, RFC 5322): their text, and what is attached. */
export const mail: Container = {
  name: 'EML',
  accepts: ({ bytes, zipEntries }) => zipEntries.length === 0 && mailKind(bytes) === 'mail',
  members: readMembers,
};

/** What mail programs attach for themselves. */
const machinery =
  /^(?:application\/(?:(?:x-)?pkcs7-(?:signature|mime)|pgp-signature|pgp-encrypted)|message\/(?:delivery-status|feedback-report|disposition-notification)|text\/(?:calendar|rfc822-headers))$/;

async function* readMembers(bytes: Uint8Array, limits: Limits): AsyncGenerator<Member> {
  const budget = createUnpackBudget(limits);
  const { parts } = await readMime(bytes);
  const own = parts.filter((part) => part.name === null && isText(part) && !part.inline);
  const attached = parts.filter((part) => !own.includes(part) && isDocument(part));
  const members = [
    ...bodyOf(own),
    ...attached.map((part, index) => ({ path: nameOf(part, index), content: part.bytes })),
  ];
  for (const member of members) {
    budget.count();
    budget.spend(member.content.length);
    yield member;
  }
}

function isText({ type }: MimePart): boolean {
  return type === 'text/plain' || type === 'text/html';
}

/** Of a body in several forms the richest; the others say the same. */
function bodyOf(parts: readonly MimePart[]): MailFile[] {
  for (const [type, kind] of [
    ['text/html', 'html'],
    ['text/plain', 'txt'],
  ] as const) {
    const found = parts
      .filter((part) => part.type === type)
      .flatMap((part) => bodyMember(part.bytes, kind));
    if (found.length > 0) {
      return found.map(({ content }, index) => ({
        path: index === 0 ? `正文.${kind}` : `正文${index + 1}.${kind}`,
        content,
      }));
    }
  }
  return [];
}

function isDocument({ type, bytes, inline }: MimePart): boolean {
  if (bytes.length === 0 || machinery.test(type)) return false;
  return !(inline && type.startsWith('image/'));
}

function nameOf({ name, type }: MimePart, index: number): string {
  if (name !== null && name.trim() !== '') return memberPath(name.replaceAll('/', '／'));
  const ending = type === 'message/rfc822' ? '.eml' : '';
  return `附件${index + 1}${ending}`;
}
