import type { Random } from '../../samples/generator/random.ts';
import { joined, type Mutation } from './mutation.ts';

const compoundMark = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const fibMark = Buffer.from('eca5', 'hex');
/** BOF of BIFF8, and of BIFF5. */
const workbookMarks = [Buffer.from('09081000', 'hex'), Buffer.from('09080800', 'hex')];

/** The numbers of the header, the allocation table, or the directory of a compound file. */
const setCompoundWords: Mutation = (bytes, random) => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = 512 * (1 + file.readUInt32LE(48));
  const table = 512 * (1 + file.readUInt32LE(76));
  const from = random.pick([24, table, directory]);
  setWords(file, from, from === 24 ? 80 : 512, random);
  return bytes;
};

/** Offsets and lengths of the parts of a Word document ([MS-DOC] 2.5). */
const setFibWords: Mutation = (bytes, random) => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = file.indexOf(fibMark, 512);
  if (start > 0) setWords(file, start + 10, 1_000, random);
  return bytes;
};

/** A record of a workbook: another type, another length, other numbers, or twice. */
const changeRecords: Mutation = (bytes, random) => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = workbookMarks.map((mark) => file.indexOf(mark, 512)).find((at) => at > 0);
  if (start === undefined) return bytes;
  const records: number[] = [];
  for (let at = start; at + 4 < file.length && records.length < 20_000; ) {
    records.push(at);
    at += 4 + file.readUInt16LE(at + 2);
  }
  for (let left = random.int(1, 8); left > 0; left--) {
    const at = records[random.int(0, records.length - 1)] ?? start;
    const from = records[random.int(0, records.length - 1)] ?? start;
    const length = file.readUInt16LE(at + 2);
    const change = random.int(0, 3);
    if (change === 0) file.writeUInt16LE(file.readUInt16LE(from), at);
    else if (change === 1) file.writeUInt16LE(word(random) & 0xffff, at + 2);
    else if (change === 2) setWords(file, at + 4, length, random);
    else if (records.length < 2_000) {
      const record = bytes.slice(at, at + 4 + length);
      return joined(bytes.subarray(0, from), record, bytes.subarray(from));
    }
  }
  return bytes;
};

function setWords(file: Buffer, from: number, length: number, random: Random): void {
  for (let left = random.int(1, 6); left > 0; left--) {
    const at = from + 2 * random.int(0, Math.max(0, (length >> 1) - 1));
    if (at < 0 || at + 4 > file.length) continue;
    if (random.chance(0.5)) file.writeUInt32LE(word(random), at);
    else file.writeUInt16LE(word(random) & 0xffff, at);
  }
}

function word(random: Random): number {
  if (random.chance(0.5)) return random.int(0, 300);
  return random.pick([0xffff, 0xfffe, 0x7fff, 0x7fffffff, 0xffffffff, 0xfffffffe, 0x80000000]);
}

/** Ways to damage a compound file where it hurts; none of any other file. */
export function binaryMutations(bytes: Uint8Array): readonly Mutation[] {
  const compound = bytes.length > 1_024 && compoundMark.equals(bytes.subarray(0, 8));
  return compound ? [setCompoundWords, setFibWords, changeRecords] : [];
}
