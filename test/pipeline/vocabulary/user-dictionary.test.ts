import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildLabelIndex } from '../../../pipeline/vocabulary/label-index.ts';
import {
  acceptLabel,
  DictionaryError,
  dictionaryPath,
  loadVocabulary,
  readUserDictionary,
} from '../../../pipeline/vocabulary/user-dictionary.ts';
import { builtInVocabulary } from '../../../schemas/built-in-vocabulary.ts';

let folder: string;
let database: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guidang-labels-'));
  database = join(folder, 'g.db');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('a warehouse has its dictionary beside it', () => {
  expect(dictionaryPath('/a/b/guidang.db')).toBe(join('/a/b', 'guidang.labels.json'));
  expect(dictionaryPath('/a/b/x.sqlite3')).toBe(join('/a/b', 'x.labels.json'));
});

test('without a dictionary the built-in labels are all there are', () => {
  expect(loadVocabulary(database)).toEqual(builtInVocabulary);
});

test('an accepted label is known the next time', () => {
  acceptLabel(database, { kind: 'indicator_column', code: 'actual' }, '年末达成数');
  acceptLabel(database, { kind: 'indicator_column', code: 'actual' }, '年末完成数');
  acceptLabel(database, { kind: 'indicator_column', code: 'actual' }, '年末完成数');
  acceptLabel(database, { kind: 'level2', code: 'quantity' }, '工作任务量');
  const labels = buildLabelIndex(loadVocabulary(database));
  expect(labels.exact('indicator_column', '年末达成数（B）')?.code).toBe('actual');
  expect(labels.exact('level2', '工作任务量指标')?.code).toBe('quantity');
  expect(readUserDictionary(dictionaryPath(database)).concepts).toEqual([
    { kind: 'indicator_column', code: 'actual', labels: ['年末达成数', '年末完成数'] },
    { kind: 'level2', code: 'quantity', labels: ['工作任务量'] },
  ]);
  expect(readdirSync(folder)).toEqual(['g.labels.json']);
});

test('a synonym belongs where the labels of its code belong', () => {
  acceptLabel(database, { kind: 'level2', code: 'quantity' }, '工作任务量');
  const labels = buildLabelIndex(loadVocabulary(database));
  expect(labels.exact('level2', '工作任务量')?.concept.within).toBe('output');
});

test.each([
  ['a label that means another thing', 'indicator_column', 'actual', '年度指标值'],
  ['a code that does not exist', 'indicator_column', 'outcome', '年末达成数'],
  ['a label of which nothing is left', 'indicator_column', 'actual', '（万元）'],
] as const)('%s is refused, and the dictionary stays as it was', (_what, kind, code, label) => {
  acceptLabel(database, { kind: 'indicator_column', code: 'actual' }, '年末完成数');
  const path = dictionaryPath(database);
  const before = readFileSync(path, 'utf8');
  expect(() => acceptLabel(database, { kind, code }, label)).toThrow(DictionaryError);
  expect(readFileSync(path, 'utf8')).toBe(before);
});

test.each([
  ['no JSON', '{'],
  ['another shape', '{"version":2,"concepts":[]}'],
  ['an unknown kind', '{"version":1,"concepts":[{"kind":"x","code":"y","labels":["z"]}]}'],
  [
    'a contradiction',
    '{"version":1,"concepts":[{"kind":"indicator_column","code":"actual","labels":["年度指标值"]}]}',
  ],
])('a dictionary that is %s is an error that names the file', (_what, text) => {
  const path = dictionaryPath(database);
  writeFileSync(path, text);
  expect(() => loadVocabulary(database)).toThrow(DictionaryError);
  expect(() => loadVocabulary(database)).toThrow(path);
});
