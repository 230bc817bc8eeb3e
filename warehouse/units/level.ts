/** Words with a region's character in them that name no region. */
const noRegion =
  /市场|市政|城市|都市|社区|园区|小区|景区|库区|林区|灌区|片区|校区|区域|县域|省级|市级|县级|区级/g;

/** In order: the narrowest region a name speaks of decides. */
const levels: readonly [string, RegExp][] = [
  ['村社区', /村(民)?(委员会|委会)$|社区(居民)?(委员会|居委会)?$|居委会$/],
  ['街道', /街道(办事处|办|党工委)?/],
  ['乡镇', /[^城村](镇|乡)(人民政府|政府|党委|人大|财政|中心|卫生院|中学|小学|$)/],
];

/** The administrative level a unit's name tells of, or null where it tells none. */
export function unitLevel(name: string): string | null {
  for (const [level, pattern] of levels) if (pattern.test(name)) return level;
  const regions = name.replace(noRegion, '');
  if (/.(县|旗)/.test(regions) || /.(?<!自治|地)区/.test(regions)) return '县区';
  const cities = regions.match(/市/g)?.length ?? 0;
  // A city under a city is one of county rank.
  if (cities > 1) return '县区';
  if (cities === 1 || /自治州|地区|盟/.test(regions)) return '市';
  return /省|自治区/.test(regions) ? '省' : null;
}
