import { IngestError } from '../../schemas/ingest-error.ts';
import type { Container, Member } from '../container.ts';
import type { Limits } from '../extractor.ts';
import { unpackMember, type ZipMember, zipMembers } from '../zip-container.ts';
import { isResourceFork, memberPath } from './member-path.ts';
import { createUnpackBudget, memberTooLarge, type UnpackBudget } from './unpack-budget.ts';
import { decodeZipNames, isFile } from './zip-entries.ts';
import { unpackByProgram } from './zip-program.ts';
import { localNames, salvageZip } from './zip-salvage.ts';

/** Zip archives of files; a document that is a zip is none. */
export const zip: Container = {
  name: 'ZIP',
  accepts({ bytes, zipEntries }) {
    if (zipEntries.length > 0) return !isPackage(zipEntries);
    return isPartOfSeveral(bytes) || (startsWithMember(bytes) && !isPackage(localNames(bytes, 64)));
  },
  members: readMembers,
};

/**
 * Parts that make a zip a document or a program's package (OPC, OpenDocument, OFD, EPUB, Java): a
 * reader's business, or nobody's.
 */
const packageParts =
  /^(?:\[Content_Types\]\.xml|mimetype|OFD\.xml|word\/document\.xml|xl\/workbook\.(?:xml|bin)|ppt\/presentation\.xml|META-INF\/(?:manifest\.xml|MANIFEST\.MF|container\.xml)|AndroidManifest\.xml|Index\/Document\.iwa)$/i;

function isPackage(names: readonly string[]): boolean {
  return names.some((name) => packageParts.test(name));
}

function startsWithMember([p, k, third, fourth]: Uint8Array): boolean {
  return p === 0x50 && k === 0x4b && third === 3 && fourth === 4;
}

/**
 * A zip in several files begins with a mark of its own (APPNOTE.TXT 8.5.3), which stays where it came
 * to one file after all; the last of several has the directory.
 */
function isPartOfSeveral(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < endLength) return false;
  if (file.readUInt32BE(0) === 0x504b0708 && file.readUInt32BE(4) === 0x504b0304) return true;
  const end = file.length - endLength;
  return file.readUInt32BE(end) === 0x504b0506 && file.readUInt16LE(end + 4) > 0;
}

const endLength = 22;

async function* readMembers(
  bytes: Uint8Array,
  limits: Limits,
  passwords: readonly string[],
): AsyncGenerator<Member> {
  const listed = await listMembers(bytes);
  if (listed instanceof IngestError) {
    if (isPartOfSeveral(bytes)) {
      throw new IngestError('archive_truncated', 'one part of a zip in several; join them first');
    }
    yield* salvageZip(bytes, createUnpackBudget(limits));
    throw listed;
  }
  const files = listed.filter(isFile);
  const declared = files.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0);
  const budget = createUnpackBudget(limits);
  if (declared > limits.inflatedBytes) budget.spend(declared);
  const names = decodeZipNames(files);
  let recent = passwords;
  for (const [index, member] of files.entries()) {
    const name = names[index] ?? member.name;
    if (isResourceFork(name)) continue;
    budget.count();
    const { content, password } = await readMember(member, budget, limits, recent);
    // Members of one archive mostly share a password: the last that worked is tried first.
    if (password !== undefined) recent = [password, ...passwords.filter((p) => p !== password)];
    if (!(content instanceof IngestError)) budget.spend(content.length);
    yield { path: memberPath(name), content };
  }
}

async function listMembers(bytes: Uint8Array): Promise<ZipMember[] | IngestError> {
  try {
    return await zipMembers(bytes);
  } catch (error) {
    if (error instanceof IngestError && error.code === 'archive_truncated') return error;
    throw error;
  }
}

interface ReadMember {
  readonly content: Uint8Array | IngestError;
  readonly password?: string | undefined;
}

/** A member that can't be had costs the others nothing; only what is too large ends the archive. */
async function readMember(
  member: ZipMember,
  budget: UnpackBudget,
  limits: Limits,
  passwords: readonly string[],
): Promise<ReadMember> {
  const { compressionMethod: method, uncompressedSize } = member.entry;
  if (uncompressedSize > limits.memberBytes) {
    return { content: memberTooLarge(member.name, uncompressedSize) };
  }
  try {
    if (!member.entry.isEncrypted() && (method === 0 || method === 8)) {
      return { content: unpackMember(member, budget.bytes) };
    }
    return await unpackByProgram(member, budget.bytes, passwords);
  } catch (error) {
    if (!(error instanceof IngestError) || error.code === 'archive_too_large') throw error;
    return { content: error };
  }
}
