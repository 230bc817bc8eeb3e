/** The value named most often; ties go to the one other evidence speaks for, then to the first. */
export function prevailing<T>(
  values: readonly T[],
  supported: (value: T) => boolean,
): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const tied = [...counts].filter(([, count]) => count === most).map(([value]) => value);
  return tied.find(supported) ?? tied[0];
}
