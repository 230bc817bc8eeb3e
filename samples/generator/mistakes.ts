import type { Indicator } from './indicators.ts';

/** Changes one indicator by name. @throws {TypeError} where the form has no such indicator */
export function changeIndicator(
  indicators: readonly Indicator[],
  name: string,
  change: Partial<Indicator>,
): Indicator[] {
  if (!indicators.some((item) => item.name === name)) {
    throw new TypeError(`Expected an indicator of the form, got ${name}`);
  }
  return indicators.map((item) => (item.name === name ? { ...item, ...change } : item));
}

/** Takes one element out of a form and puts its changed copy in the same place. */
export function changeLine<T extends { readonly label: string }>(
  lines: readonly T[],
  label: string,
  change: Partial<T>,
): T[] {
  if (!lines.some((line) => line.label.includes(label))) {
    throw new TypeError(`Expected a line of the form, got ${label}`);
  }
  return lines.map((line) => (line.label.includes(label) ? { ...line, ...change } : line));
}
