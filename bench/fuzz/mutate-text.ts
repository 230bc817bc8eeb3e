import { asLatin1, fromLatin1, type Mutation, pickMatch } from './mutation.ts';

const extreme = ['0', '-1', '65536', '2147483648', '99999999999', '1e308'] as const;

/** Numbers written as text, in XML, RTF, PDF and HTML: spans, repeats, offsets, lengths. */
export const setNumbers: Mutation = (bytes, random) => {
  const share = random.int(1, 20) / 200;
  const changed = asLatin1(bytes).replace(/\d+/g, (digits) =>
    random.chance(share) ? random.pick(extreme) : digits,
  );
  return fromLatin1(changed);
};

/** Something that opens, opened over and over: tags, groups, arrays, dictionaries. */
const nest: Mutation = (bytes, random) => {
  const text = asLatin1(bytes);
  const found = pickMatch(text, /<[a-zA-Z][^<>]{0,200}>|<<|[[{(]/g, random);
  if (!found) return bytes;
  const times = random.pick([10, 300, 5_000, 60_000]);
  const opened = found[0].repeat(Math.min(times, Math.ceil(4_000_000 / found[0].length)));
  return fromLatin1(text.slice(0, found.index) + opened + text.slice(found.index));
};

/** An attribute, a control word or a reference that takes the value of another one. */
const swapValues: Mutation = (bytes, random) => {
  const text = asLatin1(bytes);
  const pattern = random.pick([
    /="[^"<>]{0,200}"/g,
    /\\[a-z]{1,20}-?\d{0,8}/g,
    /\b\d{1,5} 0 R\b/g,
    /\/[A-Z][A-Za-z]{1,20}/g,
  ]);
  const values = [...text.matchAll(pattern)].map(([value]) => value);
  const share = random.int(1, 20) / 400;
  return fromLatin1(
    text.replace(pattern, (value) =>
      random.chance(share) ? (values[random.int(0, values.length - 1)] ?? value) : value,
    ),
  );
};

/** An element, a group or an object gone, its end mark left, or the other way round. */
const loseMarks: Mutation = (bytes, random) => {
  const share = random.int(1, 20) / 400;
  const pattern = /<\/?[a-zA-Z][^<>]{0,200}>|[{}]|\b(?:end)?(?:obj|stream)\b|[<>]{2}/g;
  return fromLatin1(asLatin1(bytes).replace(pattern, (mark) => (random.chance(share) ? '' : mark)));
};

/** Spans and repeats at places that have none, as large as they can be written. */
const addSpans: Mutation = (bytes, random) => {
  const attributes = [
    ' colspan="1000" rowspan="65534"',
    ' table:number-columns-repeated="16384"',
    ' table:number-rows-repeated="1048576"',
    ' table:number-columns-spanned="99999" table:number-rows-spanned="99999"',
  ] as const;
  const share = random.int(1, 20) / 400;
  return fromLatin1(
    asLatin1(bytes).replace(/<(?:table:table-(?:cell|row)|t[dhr])\b/gi, (tag) =>
      random.chance(share) ? tag + random.pick(attributes) : tag,
    ),
  );
};

/** Damage to files written as text: markup, RTF, the objects of a PDF. */
export const textMutations: readonly [Mutation, ...Mutation[]] = [
  setNumbers,
  nest,
  swapValues,
  loseMarks,
  addSpans,
];
