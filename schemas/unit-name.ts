import { squeeze } from './text.ts';

/** Longer text is no name. */
const longestName = 80;

/** A unit's name with its leading regions taken off, one by one: 某市某县某镇人民政府, 某县某镇人民政府 … */
export function nameForms(name: string): string[] {
  const forms = [squeeze(name)];
  if (name.length > longestName) return forms;
  for (let rest = forms[0] ?? ''; ; ) {
    const next = rest.replace(
      /^[\p{Script=Han}]{1,6}?(?:省|自治区|市|州|盟|县|区|旗)(?=[\p{Script=Han}]{3,})/u,
      '',
    );
    if (next === rest || next.length < 4) return forms;
    forms.push(next);
    rest = next;
  }
}

/** A name that still says where it is: 梧桐坳镇人民政府, but not 农业农村局. */
const placed = /^[\p{Script=Han}]{1,6}?(?:省|自治区|市|州|盟|县|区|旗|乡|镇|街道)/u;

/**
 * Which full name each shorter one stands for: the same name with its leading regions. A name that
 * two units could be meant by, or that names no place at all, stands for itself.
 */
export function fullNames(names: readonly string[]): ReadonlyMap<string, string> {
  const longer = new Map<string, string[]>();
  for (const name of names) {
    for (const form of nameForms(name).slice(1))
      longer.set(form, [...(longer.get(form) ?? []), name]);
  }
  return new Map(names.map((name) => [name, fullNameOf(name, longer.get(squeeze(name)) ?? [])]));
}

function fullNameOf(name: string, longer: readonly string[]): string {
  const [longest] = [...longer].sort((a, b) => b.length - a.length);
  if (longest === undefined || !placed.test(name)) return name;
  const forms = new Set(nameForms(longest));
  return longer.every((other) => forms.has(squeeze(other))) ? longest : name;
}
