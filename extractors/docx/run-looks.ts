import type { Leftover } from '../../schemas/document.ts';
import type { Script } from '../flow/script-digits.ts';
import type { NearestLooks, Styles } from './styles.ts';

/** What a run's properties say (ECMA-376 part 1, 17.3.2), null where nothing. */
export interface Run extends NearestLooks {
  hidden: boolean | null;
  struck: boolean | null;
  style: string | null;
  font: string | null;
}

/** What of a story tells how text at its present place looks: what is open, innermost last. */
export interface RunPlace {
  readonly setting: { readonly styles: Styles };
  readonly paragraphs: readonly { readonly style: string | null }[];
  readonly runs: readonly Run[];
  readonly fields: { isCode(): boolean };
  /** The superscripts and subscripts of formulas that are open. */
  readonly mathScripts: readonly Script[];
}

/** Why no reader takes text here as the document's, by how its run looks; null where they do. */
export function unseenReason(place: RunPlace): Leftover['reason'] | null {
  const hidden = hiddenReason(place);
  if (hidden !== null) return hidden;
  return isToggled(place, 'struck') || findLook(place, 'doubleStruck') ? 'struck_out' : null;
}

export function hiddenReason(place: RunPlace): 'hidden' | null {
  return isToggled(place, 'hidden') || place.fields.isCode() ? 'hidden' : null;
}

/** How text here stands to the line; in a formula its place says so. */
export function scriptHere(place: RunPlace): Script | null {
  return place.mathScripts.at(-1) ?? findLook(place, 'script');
}

/** 17.7.3, a toggle: directly set, or by exactly one of paragraph and character style. */
function isToggled(place: RunPlace, look: 'hidden' | 'struck'): boolean {
  const run = place.runs.at(-1);
  const direct = run?.[look] ?? null;
  if (direct !== null) return direct;
  const { styles } = place.setting;
  const byRun = run?.style ? styles.character(run.style)[look] : false;
  return styles.paragraph(place.paragraphs.at(-1)?.style ?? null)[look] !== byRun;
}

/** No toggle (17.3.2.9, 17.3.2.42): the nearest that says anything. */
function findLook<K extends keyof NearestLooks>(place: RunPlace, look: K): NearestLooks[K] {
  const run = place.runs.at(-1);
  const direct: NearestLooks | undefined = run;
  const { styles } = place.setting;
  const byRun: NearestLooks | null = run?.style ? styles.character(run.style) : null;
  const whole: NearestLooks = styles.paragraph(place.paragraphs.at(-1)?.style ?? null);
  return direct?.[look] ?? byRun?.[look] ?? whole[look];
}
