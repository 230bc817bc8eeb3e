export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

/** A POSIX locale as a language: English for en_*, Chinese for everything else. */
export function languageOf(locale: string): Language {
  return /^en(?:_|-|\.|$)/i.test(locale) ? 'en' : 'zh';
}

/** What the command line says; {0}, {1} … are filled in. Help texts stand with their commands. */
const texts = {
  ingestDone: {
    zh: '完成：共 {0} 个文件，入库 {1}，重复 {2}，失败 {3}，忽略 {4}；表单 {5} 份，异常 {6} 条。',
    en: 'Done: {0} files, {1} loaded, {2} duplicates, {3} failed, {4} ignored; {5} forms, {6} anomalies.',
  },
  dryRunDone: {
    zh: '试运行：共 {0} 个文件，将入库 {1}，重复 {2}，失败 {3}，忽略 {4}。数据库没有改动。',
    en: 'Dry run: {0} files, {1} would load, {2} duplicates, {3} failed, {4} ignored. The warehouse is unchanged.',
  },
  dryRunSame: { zh: '各视图没有变化。', en: 'No view would change.' },
  formsLoaded: { zh: '库中表单', en: 'Forms in the warehouse' },
  failure: {
    zh: '失败 {0}\n  [{1}] {2}\n  处理办法：{3}',
    en: 'Failed {0}\n  [{1}] {2}\n  What to do: {3}',
  },
  doubtful: {
    zh: '{0}：有 {1} 个字符未归入任何章节或单元格',
    en: '{0}: {1} characters are held by no section or cell',
  },
  noRows: { zh: '（没有数据）', en: '(no rows)' },
  truncated: {
    zh: '只显示前 {0} 行；请在查询中加限制条件，或用 --max-rows 放宽。',
    en: 'Only the first {0} rows are shown; narrow the query, or raise --max-rows.',
  },
  truncatedBySize: {
    zh: '结果超过 64 MB，只显示前 {0} 行；请在查询中加限制条件，或少选几列。',
    en: 'The answer is larger than 64 MB; only its first {0} rows are shown. Narrow the query, or select fewer columns.',
  },
  noValue: { zh: '没有编号为 {0} 的数值。', en: 'There is no value {0}.' },
  noDatabase: {
    zh: '找不到数据库 {0}。请先运行 guidang ingest。',
    en: 'There is no warehouse {0}. Run guidang ingest first.',
  },
  databaseUnusable: {
    zh: '数据库无法打开或写入：{0}',
    en: 'The warehouse cannot be opened or written to: {0}',
  },
  noPasswordFile: {
    zh: '密码文件 {0} 无法读取：{1}',
    en: 'The password file {0} cannot be read: {1}',
  },
  notWritten: { zh: '{0} 无法写入：{1}', en: '{0} cannot be written: {1}' },
  noMember: { zh: '{0} 中没有 {1}。', en: '{0} holds no {1}.' },
  membersInside: { zh: '其中的文件', en: 'Files inside' },
  labelAccepted: {
    zh: '已将“{0}”记为 {1}:{2}，写入 {3}。重新入库（guidang ingest --force）后生效。',
    en: '"{0}" is now {1}:{2} in {3}. It applies from the next ingest (guidang ingest --force).',
  },
  unknownCode: { zh: '{0} 中没有代码 {1}。可用：{2}', en: '{0} has no code {1}. Known: {2}' },
  exported: { zh: '{0}：{1} 行', en: '{0}: {1} rows' },
  scanning: { zh: '处理中', en: 'working' },
  remaining: { zh: '剩余', en: 'left' },
  failures: { zh: '失败', en: 'failed' },
} as const satisfies Record<string, Record<Language, string>>;

export type MessageKey = keyof typeof texts;

/** A message in the user's language. */
export function message(
  language: Language,
  key: MessageKey,
  ...values: readonly (string | number)[]
): string {
  return texts[key][language].replace(/\{(\d)\}/g, (_, i: string) =>
    String(values[Number(i)] ?? ''),
  );
}
