/** A record of a BIFF stream ([MS-XLS] 2.1.4) with those that continue it. */
export interface BiffRecord {
  readonly type: number;
  /** Its own data first. */
  readonly parts: readonly Uint8Array[];
  /** Where it begins in the stream. */
  readonly at: number;
}

const continueType = 0x3c;

/** The records from a place on; a stream that breaks off ends with its last whole record. */
export function* recordsFrom(stream: Uint8Array, start: number): Generator<BiffRecord, void> {
  let at = start;
  let pending: { type: number; parts: Uint8Array[]; at: number } | null = null;
  while (at + 4 <= stream.length) {
    const type = (stream[at] ?? 0) | ((stream[at + 1] ?? 0) << 8);
    const length = (stream[at + 2] ?? 0) | ((stream[at + 3] ?? 0) << 8);
    if (at + 4 + length > stream.length) break;
    const data = stream.subarray(at + 4, at + 4 + length);
    if (type === continueType && pending) pending.parts.push(data);
    else {
      if (pending) yield pending;
      pending = { type, parts: [data], at };
    }
    at += 4 + length;
  }
  if (pending) yield pending;
}

/** The types of records that are read. */
export const recordTypes = {
  formula: 0x06,
  eof: 0x0a,
  header: 0x14,
  footer: 0x15,
  note: 0x1c,
  date1904: 0x22,
  filePass: 0x2f,
  font: 0x31,
  codePage: 0x42,
  object: 0x5d,
  columns: 0x7d,
  boundSheet: 0x85,
  multipleNumbers: 0xbd,
  multipleBlanks: 0xbe,
  richString: 0xd6,
  cellFormat: 0xe0,
  mergeCells: 0xe5,
  drawing: 0xec,
  sharedStrings: 0xfc,
  sharedLabel: 0xfd,
  textObject: 0x1b6,
  blank: 0x201,
  number: 0x203,
  label: 0x204,
  booleanOrError: 0x205,
  string: 0x207,
  row: 0x208,
  window: 0x23e,
  packedNumber: 0x27e,
  numberFormat: 0x41e,
  begin: 0x809,
} as const;
