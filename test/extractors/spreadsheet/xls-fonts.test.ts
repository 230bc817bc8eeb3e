import { expect, test } from 'vitest';
import { readGlobals } from '../../../extractors/spreadsheet/xls/workbook-globals.ts';

function record(type: number, ...words: readonly number[]): number[] {
  return [type, words.length * 2, ...words].flatMap((word) => [word & 255, word >> 8]);
}

/** A FONT record ([MS-XLS] 2.4.122) with no name. */
function font(flags: number, script: number): number[] {
  return record(0x31, 200, flags, 0x7fff, 400, script, 0, 134, 0x0100);
}

/** A shared string ([MS-XLS] 2.5.293) of two-byte characters, whose runs begin at a place in a font. */
function sharedString(text: string, runs: readonly (readonly [number, number])[]): number[] {
  const characters = [...text].map((character) => character.charCodeAt(0));
  const words = [...characters, ...runs.flat()].flatMap((word) => [word & 255, word >> 8]);
  const head = [text.length, 0, 0x09, runs.length, 0];
  const body = [1, 0, 0, 0, 1, 0, 0, 0, ...head, ...words];
  return [0xfc, 0, body.length, 0, ...body];
}

test('raised runs of a string are no part of the figure before them, struck ones none of it', () => {
  const stream = [
    ...record(0x809, 0x600, 5, 0, 0, 0, 0, 0, 0),
    ...font(0, 0),
    ...font(0, 1),
    ...font(8, 0),
    ...sharedString('466.09137', [
      [6, 1],
      [7, 0],
      [8, 2],
    ]),
    ...record(0x0a),
  ];
  expect(readGlobals(new Uint8Array(stream)).strings).toEqual([
    { text: '466.09¹3', struck: '7', hasOwnLooks: true },
  ]);
});
