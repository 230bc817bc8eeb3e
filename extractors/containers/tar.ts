import { IngestError } from '../../schemas/ingest-error.ts';
import type { Container, Member } from '../container.ts';
import type { Limits } from '../extractor.ts';
import { isResourceFork, memberPath } from './member-path.ts';
import { isTar, readTar } from './tar-reader.ts';
import { createUnpackBudget, memberTooLarge } from './unpack-budget.ts';

/** Tape archives: ustar, pax, GNU. */
export const tar: Container = {
  name: 'TAR',
  accepts: ({ bytes }) => isTar(bytes),
  members: (bytes, limits) => tarMembers(bytes, limits),
};

/**
 * The files of a tar; of one cut off, those before the cut.
 *
 * @throws IngestError archive_truncated, archive_too_large
 */
export async function* tarMembers(bytes: Uint8Array, limits: Limits): AsyncGenerator<Member> {
  const budget = createUnpackBudget(limits);
  const { members, cutOff } = readTar(bytes, limits.elements);
  for (const { name, bytes: content, size } of members) {
    const path = memberPath(name);
    if (content.length < size || isResourceFork(name)) continue;
    budget.count();
    if (size > limits.memberBytes) {
      yield { path, content: memberTooLarge(path, size) };
      continue;
    }
    budget.spend(content.length);
    // A copy, so that one member kept does not keep the whole archive.
    yield { path, content: content.slice() };
  }
  if (cutOff) throw new IngestError('archive_truncated', 'tar: it ends in the middle of a member');
}
