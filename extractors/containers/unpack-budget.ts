import { IngestError } from '../../schemas/ingest-error.ts';
import { defaultLimits, type Limits } from '../extractor.ts';

/** What may still come out of a container. */
export interface UnpackBudget {
  /** Bytes that the next member may have. */
  readonly bytes: number;
  /** Bytes that members taken out at once may have together. */
  readonly together: number;
  /** Takes a member's size off. @throws IngestError archive_too_large */
  spend(bytes: number): void;
  /** Takes one member off. @throws IngestError archive_too_large */
  count(): void;
}

/** What stands for a member too large to be taken out. */
export function memberTooLarge(path: string, bytes: number): IngestError {
  return new IngestError('file_too_large', `${path} has ${bytes} bytes`);
}

export function createUnpackBudget(limits: Limits): UnpackBudget {
  let bytes = limits.inflatedBytes;
  let members = limits.elements;
  return {
    get bytes() {
      return Math.min(bytes, limits.memberBytes);
    },
    get together() {
      return Math.min(bytes, Math.max(limits.memberBytes, defaultLimits.memberBytes));
    },
    spend(taken) {
      if (taken > bytes) {
        throw new IngestError(
          'archive_too_large',
          `more than ${limits.inflatedBytes} bytes after inflation`,
        );
      }
      bytes -= taken;
    },
    count() {
      if (--members < 0) {
        throw new IngestError('archive_too_large', `more than ${limits.elements} members`);
      }
    },
  };
}
