import { containerOf } from '../../../extractors/containers.ts';
import { defaultLimits, type Limits } from '../../../extractors/extractor.ts';
import { probeFile } from '../../../extractors/probe.ts';
import { IngestError } from '../../../schemas/ingest-error.ts';

/** What a container gave: texts by path, errors by their codes, and what ended it early. */
export interface UnpackedFile {
  readonly kind: string | undefined;
  readonly members: readonly (readonly [path: string, text: string])[];
  readonly error: string | null;
}

export async function unpack(
  bytes: Uint8Array,
  passwords: readonly string[] = [],
  limits: Limits = defaultLimits,
): Promise<UnpackedFile> {
  const container = containerOf(await probeFile(bytes));
  const members: [string, string][] = [];
  try {
    for await (const { path, content } of container?.members(bytes, limits, passwords) ?? []) {
      const text =
        content instanceof IngestError ? `!${content.code}` : Buffer.from(content).toString();
      members.push([path, text]);
    }
  } catch (error) {
    if (!(error instanceof IngestError)) throw error;
    return { kind: container?.name, members, error: error.code };
  }
  return { kind: container?.name, members, error: null };
}

/** The members' paths. */
export async function paths(bytes: Uint8Array): Promise<string[]> {
  return (await unpack(bytes)).members.map(([path]) => path);
}
