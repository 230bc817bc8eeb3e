/** A cell that holds a label and its value. */
export interface LabelValue {
  readonly label: string;
  /** '' where the cell ends with its colon. */
  readonly value: string;
}

const including = /^\s*其\s*中\s*[:：]\s*/;

/**
 * 按收入性质分：1981.63万元 → label and value. 其中： before a label is no label of its own.
 * @returns undefined where the cell has no colon
 */
export function splitLabelValue(text: string): LabelValue | undefined {
  const start = including.exec(text)?.[0].length ?? 0;
  const colon = text.slice(start).search(/[:：]/);
  if (colon < 0) return undefined;
  return { label: text.slice(0, start + colon), value: text.slice(start + colon + 1).trim() };
}
