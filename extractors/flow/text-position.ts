import type { Script } from './script-digits.ts';

/** style:text-position (OpenDocument 1.3 part 3, 20.374): "super", "sub" or a percentage of the line, then a size. */
export function readTextPosition(position: string | undefined): Script | null {
  const height = position?.trim().split(/\s+/)[0] ?? '';
  if (height === '') return null;
  if (height === 'super') return 'superscript';
  if (height === 'sub') return 'subscript';
  const share = Number.parseFloat(height);
  if (share > 0) return 'superscript';
  return share < 0 ? 'subscript' : 'baseline';
}
