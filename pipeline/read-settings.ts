import { defaultLimits, type Limits } from '../extractors/extractor.ts';

/** What a run grants every file, and the passwords it may try. */
export interface ReadSettings {
  /** Of one document. */
  readonly limits: Limits;
  /** Of one archive: all its members together may be larger than one document. */
  readonly archiveLimits: Limits;
  /** Archives in archives, documents in documents: how deep files are taken out of files. */
  readonly nesting: number;
  readonly passwords: readonly string[];
}

export const defaultReadSettings: ReadSettings = {
  limits: defaultLimits,
  archiveLimits: { ...defaultLimits, inflatedBytes: 4 * 1024 ** 3, elements: 200_000 },
  nesting: 8,
  passwords: [],
};
