import { squeeze } from '../../schemas/text.ts';

/** Names of units and projects as they are compared. */

const seals = /[(（](?:盖章|公章|章|本级|机关|汇总|部门|单位)[)）]/gu;
const region = /^[^省市县区旗州]{1,8}(?:省|自治区|自治州|市|县|区|旗|州)(?=.{3,})/u;

/** Without code prefix, seal words and padding; 镇政府 as 镇人民政府. */
export function plainUnitName(name: string): string {
  return squeeze(name)
    .replace(/^\d{3,12}[-—_]?/u, '')
    .replace(seals, '')
    .replace(/(?<=[乡镇])政府$/u, '人民政府')
    .replace(/街道办$/u, '街道办事处');
}

/** Without the regions it begins with: 甲市乙区丙丁镇人民政府 → 丙丁镇人民政府. */
export function unitCore(name: string): string {
  let core = plainUnitName(name);
  for (let next = core.replace(region, ''); next !== core; next = core.replace(region, '')) {
    core = next;
  }
  return core;
}

/** Whether two printings can be one unit: one ends as the other, or they differ in regions only. */
export function sameUnit(a: string, b: string): boolean {
  const [one, other] = [plainUnitName(a), plainUnitName(b)];
  return one.endsWith(other) || other.endsWith(one) || unitCore(one) === unitCore(other);
}

const unitInText =
  /(?<![\p{Script=Han}])([\p{Script=Han}]{2,14}?(?:人民政府|街道办事处|委员会|局|中心|中学|小学|学校|医院|法院|检察院))(?!长)/gu;
const kindOfUnit = /(?:人民政府|办事处|委员会|局|中心|中学|小学|学校|医院)$/u;

/** The unit a file is named after; undefined where it names none, or several. */
export function unitInFileName(fileName: string): string | undefined {
  const plain = fileName.normalize('NFKC').replace(/(?:20)?\d{2,4}年(?:度)?|关于/gu, ' ');
  const names = [...plain.matchAll(unitInText)].map((match) => match[1] ?? '');
  return new Set(names).size === 1 ? names[0] : undefined;
}

/** Whether two names are of units that can't be one: not even renamed. */
export function differentUnits(a: string, b: string): boolean {
  if (sameUnit(a, b)) return false;
  const bare = (name: string) => unitCore(name).replace(kindOfUnit, '');
  return similarity(bare(a), bare(b)) < 0.4;
}

const amountAtEnd = /[(（]?\d+(?:\.\d+)?(?:亿元?|万元?|元)[)）]?$/u;

/** A project's name without the amount printed at its end. */
export function plainProjectName(name: string): string {
  return squeeze(name).replace(amountAtEnd, '');
}

/** Share of common letter pairs, 0 to 1 (Dice). */
export function similarity(a: string, b: string): number {
  const [one, other] = [pairsOf(a), pairsOf(b)];
  if (one.length === 0 || other.length === 0) return a === b ? 1 : 0;
  const left = [...other];
  const common = one.filter((pair) => {
    const at = left.indexOf(pair);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return (2 * common.length) / (one.length + other.length);
}

function pairsOf(text: string): string[] {
  const letters = [...text];
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
}
