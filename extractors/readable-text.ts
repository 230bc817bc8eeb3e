/**
 * What a glyph says, as ordinary text. Fonts share one glyph between 车 and the radical ⻋, and their
 * maps back to Unicode often name the radical: it becomes the ideograph it looks like
 * (EquivalentUnifiedIdeograph, Unicode 14), as do compatibility ideographs and ligatures.
 */
const radicals = new Map<string, string>();
for (const pair of [
  '⺁厂 ⺂乛 ⺃乚 ⺄乙 ⺅亻 ⺆冂 ⺈刀 ⺉刂 ⺊卜 ⺋㔾 ⺌小 ⺍小 ⺎兀 ⺏尣 ⺐尢 ⺒巳 ⺓幺 ⺔彑 ⺕彐 ⺖忄 ⺗心 ⺘扌 ⺙攵 ⺛旡 ⺜日 ⺝月 ⺞歺 ⺟母',
  '⺠民 ⺡氵 ⺢氺 ⺣灬 ⺤爫 ⺥爫 ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺫目 ⺬示 ⺭礻 ⺯糹 ⺰纟 ⺱罓 ⺲罒 ⺳㓁 ⺴冗 ⺶羊 ⺹耂 ⺺肀 ⺻聿 ⺼肉 ⺾艹 ⺿艹 ⻀艹 ⻁虎',
  '⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻈讠 ⻉贝 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏邑 ⻐钅 ⻑長 ⻒镸 ⻓长 ⻔门 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻟飠 ⻠饣 ⻢马',
  '⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⻳龟',
]
  .join(' ')
  .split(' ')) {
  const [radical = '', ideograph = ''] = [...pair];
  radicals.set(radical, ideograph);
}
radicals.set('\u2e3a', '\u2014\u2014').set('\u2e3b', '\u2014\u2014\u2014');

/** Radicals, compatibility ideographs, ligatures, upright brackets; and controls, which are no text. */
const unusual = /(?!\s)\p{Cc}|[\u2e3a-\u2fd5\uf900-\ufaff\ufb00-\ufb06\ufe10-\ufe19\ufe30-\ufe48]/u;

/** Text as a reader knows it; a control character becomes U+FFFD. */
export function readableText(text: string): string {
  if (!unusual.test(text)) return text;
  let readable = '';
  for (const character of text) {
    if (!unusual.test(character)) readable += character;
    else if (character < '\u00a0') readable += '\ufffd';
    else readable += radicals.get(character) ?? character.normalize('NFKC');
  }
  return readable;
}

/** White space and characters without shape: no glyph of their own. */
export function isBlank(text: string): boolean {
  return /^[\s\u200b-\u200d\u2060\ufeff\u00ad]*$/.test(text);
}

/** Characters that no document of these languages is written in: the mark of a font without a map. */
const implausible =
  /[\ufffd\p{Co}\p{Cn}\p{Cc}]|(?![\p{Script=Han}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}\p{Script=Arabic}\p{Script=Tibetan}\p{Script=Mongolian}\p{Script=Yi}])\p{L}/u;

/** True where the text can't be what the page shows. */
export function isImplausible(text: string): boolean {
  return implausible.test(text);
}
