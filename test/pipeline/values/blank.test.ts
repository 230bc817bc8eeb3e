import { expect, test } from 'vitest';
import { isBlank } from '../../../pipeline/values/blank.ts';

test.each([
  '',
  ' \n　',
  '\u200b',
  '-',
  '--',
  '—',
  '——',
  '－',
  '–',
  '‐',
  '―',
  '─',
  '/',
  '／',
  '\\',
  '*',
  '＊＊',
  '_',
  '…',
  '……',
  '...',
  'N/A',
  'n/a',
  '#DIV/0!',
  '#REF!',
  '#N/A',
  '#NAME?',
  '#NUM!',
  'Err:509',
  '错误：509',
  '####',
])('a cell with %j says nothing', (text) => {
  expect(isBlank(text)).toBe(true);
});

test.each(['无', '0', '否', '一', '.', '-5', '…等', 'NA1', '√', '#1'])(
  'a cell with %j says something',
  (text) => {
    expect(isBlank(text)).toBe(false);
  },
);
