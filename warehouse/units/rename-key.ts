/** Wordings that a reform of departments exchanges without making another unit. */
const sameThing: readonly [RegExp, string][] = [
  [/(委员会|局|委)$/, '局'],
  [/科学技术/, '科技'],
  [/工业(和)?信息化/, '工信'],
  [/(文化旅游广电|文旅广电|文化广电旅游)/, '文旅广电'],
  [/和/g, ''],
];

/** Equal for names that one unit may have had one after the other; the region must be the same. */
export function renameKey(name: string): string {
  return sameThing.reduce(
    (key, [wording, word]) => key.replace(wording, word),
    name.normalize('NFKC').replace(/[\s()]/g, ''),
  );
}
