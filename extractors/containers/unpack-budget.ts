import { IngestError } from '../../schemas/ingest-error.ts';
import type { Limits } from '../extractor.ts';

/** What may still come out of a container. */
export interface UnpackBudget {
  /** Bytes left. */
  readonly bytes: number;
  /** Takes a member's size off. @throws IngestError archive_too_large */
  spend(bytes: number): void;
  /** Takes one member off. @throws IngestError archive_too_large */
  count(): void;
}

export function createUnpackBudget(limits: Limits): UnpackBudget {
  let bytes = limits.inflatedBytes;
  let members = limits.elements;
  return {
    get bytes() {
      return bytes;
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
