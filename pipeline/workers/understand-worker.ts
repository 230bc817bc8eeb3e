import type { PagePicture } from '../../extractors/extractor.ts';
import { IngestError, type IngestErrorCode } from '../../schemas/ingest-error.ts';
import type { LabelConcept } from '../../schemas/vocabulary.ts';
import type { LoadRecord } from '../../warehouse/load-record.ts';
import { type LoadPlace, loadRecordOf } from '../load-record.ts';
import type { ReadSettings } from '../read-settings.ts';
import { type SpooledFile, spoolMembers, type Unpacked } from '../spool.ts';
import {
  type ConvertedFrom,
  openFile,
  picturesOf,
  type Stage,
  type Understood,
  understandOpened,
} from '../understand.ts';
import { buildLabelIndex, type LabelIndex } from '../vocabulary/label-index.ts';

/** To understand a file up to a stage, and to draw its pages where they are wanted. */
export interface InspectGoal {
  readonly stopAfter: Stage;
  readonly pictures: boolean;
}

/** What a worker thread is asked: how far to understand a file, or to make it ready to load. */
export interface UnderstandTask {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly path: string;
  readonly goal: InspectGoal | { readonly place: LoadPlace };
  /** A folder for the files inside this one. */
  readonly spool: string;
  /** How many files this one lies in. */
  readonly depth: number;
  /** Set where the bytes are what another program made of the file. */
  readonly convertedFrom: ConvertedFrom | null;
}

/** A file of files, taken apart. */
export interface UnpackedContainer {
  readonly kind: 'container';
  /** "ZIP" */
  readonly name: string;
  readonly unpacked: Unpacked;
}

/** A document understood. */
export interface UnderstoodDocument {
  readonly kind: 'understood';
  readonly understood: Understood;
  readonly pictures: readonly PagePicture[];
}

/** A document ready to load, and the documents inside it. */
export interface PreparedDocument {
  readonly kind: 'record';
  readonly record: LoadRecord;
  readonly inside: readonly SpooledFile[];
}

/** What it answers: errors cross the thread as data. */
export type UnderstandAnswer =
  | UnderstoodDocument
  | PreparedDocument
  | UnpackedContainer
  | FailedFile;

export interface FailedFile {
  readonly kind: 'failed';
  readonly code: IngestErrorCode;
  readonly detail: string;
  /** The file, where another program may still make something of it. */
  readonly bytes: Uint8Array<ArrayBuffer> | null;
}

/** Set by piscina from the pool's workerData. */
export interface WorkerSetup {
  readonly vocabulary: readonly LabelConcept[];
  readonly settings: ReadSettings;
}

/**
 * pdf.js may reject promises that nobody waits for any more, of a document that has had its answer
 * already: the thread would end for it, and another file be given up for its sake.
 */
process.on('unhandledRejection', () => undefined);

let prepared: { readonly labels: LabelIndex; readonly settings: ReadSettings } | undefined;

/** The body of a worker thread: one file a task, nothing kept between tasks but the vocabulary. */
export default async function run(task: UnderstandTask): Promise<UnderstandAnswer> {
  try {
    return await answer(task);
  } catch (error) {
    if (error instanceof IngestError) {
      const isOld = error.code === 'format_too_old' && !task.convertedFrom;
      const bytes = isOld ? task.bytes : null;
      return { kind: 'failed', code: error.code, detail: error.message, bytes };
    }
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { kind: 'failed', code: 'internal_error', detail, bytes: null };
  }
}

async function answer(task: UnderstandTask): Promise<UnderstandAnswer> {
  prepared ??= await prepare();
  const { labels, settings } = prepared;
  const { bytes, path, goal, spool, depth, convertedFrom } = task;
  const tooDeep = depth >= settings.nesting;
  const opened = await openFile(bytes, path, settings);
  const { detected, plain } = opened;
  if (detected.kind === 'container') {
    const { name, members } = detected.container;
    if (tooDeep) throw new IngestError('archive_too_deep', `${name} inside ${depth} files`);
    const files = members(plain, settings.archiveLimits, settings.passwords);
    return { kind: 'container', name, unpacked: await spoolMembers(files, spool) };
  }
  const file = { ...opened, detected, convertedFrom };
  if ('stopAfter' in goal) {
    const { stopAfter } = goal;
    const understood = await understandOpened(file, { labels, settings, stopAfter });
    const pictures = goal.pictures ? await picturesOf(file, settings) : [];
    return { kind: 'understood', understood, pictures };
  }
  const understood = await understandOpened(file, { labels, settings });
  const record = loadRecordOf(understood, goal.place);
  const { attachments } = understood;
  if (attachments.length === 0) return { kind: 'record', record, inside: [] };
  const inside = await spoolMembers(
    attachments.map(({ name, bytes: content }) => ({
      path: name,
      content: tooDeep
        ? new IngestError('archive_too_deep', `document inside ${depth} files`)
        : content,
    })),
    spool,
  );
  return { kind: 'record', record, inside: inside.files };
}

async function prepare() {
  const { workerData } = await import('piscina');
  const { vocabulary, settings } = workerData as WorkerSetup;
  return { labels: buildLabelIndex(vocabulary), settings };
}
