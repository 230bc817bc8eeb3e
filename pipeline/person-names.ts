import { createRequire } from 'node:module';

/** The surnames of some 97 % of people, single and double. Others are covered beside their label only. */
const surnames = new Set(
  `王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓冯韩曹曾彭萧肖蔡潘田董袁于余叶蒋杜苏魏程吕
  丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎闫薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严
  覃武戚莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符
  舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司
  卓古吉缪简车项连芦麦褚娄窦戈岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣
  巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满
  闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戎
  伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戚勾茅利於呼居揭干但尉冶斯元
  束檀衣信展阴昝智幸奉植衡富尧闭由`.replace(/\s/g, ''),
);
const doubleSurnames =
  /^(?:欧阳|上官|司马|诸葛|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|东方|南宫|长孙|宇文|轩辕|钟离|独孤|端木|百里|呼延|申屠|闻人|澹台|濮阳|公羊|太史|司空|拓跋|完颜|赫连|纳兰|西门|东郭|羊舌|鲜于|单于|仲孙|淳于|达奚)/;
/** What a form prints where a name could stand, and a surname happens to begin. */
const formWord =
  /^(?:单位|项目|部门|时间|日期|电话|职务|姓名|签[字名章]|盖章|年度|任务|任职|金额|方式|方法|计划|水利|经费|成员|成本|党员|党委|党组|支部|办公|满意|平均|相关|应急|安全)/;

type Tag = (text: string, hmm: boolean) => { word: string; tag: string }[];
let tag: Tag | undefined;

function tagged(text: string): { word: string; tag: string }[] {
  tag ??= (createRequire(import.meta.url)('jieba-wasm') as { tag: Tag }).tag;
  return tag(text, false);
}

/** Whether a text that stands where a name is expected is one, and no label or everyday word. */
export function looksLikeName(text: string): boolean {
  if (text.includes('·')) return true;
  const [first = '', second = ''] = text;
  const born = doubleSurnames.test(text)
    ? text.length > 2
    : surnames.has(first) && (text.length < 4 || surnames.has(second));
  if (!born || formWord.test(text)) return false;
  const [word, ...more] = tagged(text);
  return more.length > 0 || word?.tag.startsWith('nr') === true;
}

const longestName = 12;
const hanRun = /\p{Script=Han}[\p{Script=Han}·]+/gu;

/**
 * Covers these names wherever they stand in a text. One of two characters is covered only where it
 * is not a piece of longer words: 高明 in 高明区 is no person.
 */
export function maskNames(
  text: string,
  names: ReadonlySet<string>,
  cover: (name: string) => string,
): string {
  if (names.size === 0) return text;
  return text.replace(hanRun, (run) => {
    let bounds: ReadonlySet<number> | undefined;
    let masked = '';
    for (let at = 0; at < run.length; ) {
      const name = nameAt(run, at, names);
      if (name?.length === 2) bounds ??= wordBounds(run);
      const apart = name?.length !== 2 || (bounds?.has(at) && bounds.has(at + 2));
      masked += name && apart ? cover(name) : run.charAt(at);
      at += name && apart ? name.length : 1;
    }
    return masked;
  });
}

function nameAt(run: string, at: number, names: ReadonlySet<string>): string | undefined {
  for (let length = Math.min(longestName, run.length - at); length >= 2; length -= 1) {
    const piece = run.slice(at, at + length);
    if (names.has(piece)) return piece;
  }
  return undefined;
}

function wordBounds(run: string): Set<number> {
  const bounds = new Set([0]);
  let at = 0;
  for (const { word } of tagged(run)) {
    at += word.length;
    bounds.add(at);
  }
  return bounds;
}
