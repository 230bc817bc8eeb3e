/** What a process of its own is asked to measure. */
export interface MeasureTask {
  readonly folder: string;
  /** How many files of the folder. */
  readonly files: number;
  readonly jobs: number;
  /** A warehouse: `pipeline` and `stages` make it, `floor` reads it. */
  readonly database: string;
}

/** A run over all files. */
export interface RunMeasure {
  readonly files: number;
  /** Wall time in seconds. */
  readonly seconds: number;
  /** Of all threads, in seconds. */
  readonly cpuSeconds: number;
  /** Bytes. */
  readonly peakMemory: number;
}

export interface PipelineMeasure extends RunMeasure {
  readonly loaded: number;
  readonly forms: number;
  readonly anomalies: number;
  /** Of the warehouse, in bytes. */
  readonly databaseSize: number;
}

export interface FloorMeasure extends RunMeasure {
  readonly rows: number;
  readonly elements: number;
}

/** The stages, and the floors of the first and the last of them. */
export const stageNames = [
  'extract',
  'recognise',
  'map',
  'check',
  'load',
  'across',
  'floorParse',
  'floorInsert',
] as const;
export type StageName = (typeof stageNames)[number];

/** Milliseconds a document, by stage. */
export interface StagesMeasure {
  readonly files: number;
  readonly perDocument: Readonly<Record<StageName, number>>;
}

/** Milliseconds a document. */
export interface PeerMeasure {
  readonly files: number;
  readonly mammoth: number;
  readonly extract: number;
}

export interface Measures {
  readonly pipeline: PipelineMeasure;
  readonly floor: FloorMeasure;
  readonly stages: StagesMeasure;
  readonly peer: PeerMeasure;
}
