import type { Leftover } from '../../schemas/document.ts';
import type { Script } from '../flow/script-digits.ts';
import type { Looks } from './looks.ts';
import type { DocSource } from './source.ts';
import type { ParagraphStyle } from './style-sheet.ts';

/** Why no reader takes text that looks so as the document's; null where they do. */
export function unseenReason(
  source: DocSource,
  looks: Looks,
  style: ParagraphStyle,
): Leftover['reason'] | null {
  if (looks.deleted) return 'deleted_revision';
  if (isToggled(source, looks, style, 'hidden')) return 'hidden';
  const double =
    looks.doubleStruck ?? source.styles.character(looks.style).doubleStruck ?? style.doubleStruck;
  return double || isToggled(source, looks, style, 'struck') ? 'struck_out' : null;
}

/** A toggle: set directly, or by exactly one of paragraph and character style. */
export function isToggled(
  source: DocSource,
  looks: Looks,
  style: ParagraphStyle,
  look: 'hidden' | 'struck',
): boolean {
  const direct = looks[look];
  if (typeof direct === 'boolean') return direct;
  const byStyles = style[look] !== source.styles.character(looks.style)[look];
  return direct === 'not-as-style' ? !byStyles : byStyles;
}

/** How text that looks so stands to its line. */
export function scriptOf(source: DocSource, looks: Looks, style: ParagraphStyle): Script | null {
  return looks.script ?? source.styles.character(looks.style).script ?? style.script;
}
