import type { IngestError } from '../schemas/ingest-error.ts';
import type { Limits, Probe } from './extractor.ts';

/** A file inside a container, or why it can't be had; the others can. */
export interface Member {
  /**
   * Where it stands inside, for people: "2023/自评表.doc". As the container says, cleaned of "..",
   * drive letters and leading slashes; nothing is ever written to such a path.
   */
  readonly path: string;
  readonly content: Uint8Array | IngestError;
}

/** A kind of file that holds other files: archives, mails. One file each, listed in containers.ts. */
export interface Container {
  /** As people call it: "ZIP". */
  readonly name: string;
  /** Cheap, by content. */
  accepts(probe: Probe): boolean;
  /**
   * Its files, one at a time; folders are left out. All together keep `limits.inflatedBytes`, and
   * their number `limits.elements`.
   *
   * @throws IngestError archive_truncated, archive_too_large, encrypted where none can be had
   */
  members(bytes: Uint8Array, limits: Limits, passwords: readonly string[]): AsyncIterable<Member>;
}
