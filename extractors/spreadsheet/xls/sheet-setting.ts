import type { NumberDisplay } from '../display-number.ts';
import type { WorkbookGlobals } from './workbook-globals.ts';

/** What the sheets of one workbook share. */
export interface SheetSetting {
  readonly globals: WorkbookGlobals;
  readonly display: NumberDisplay;
  /** Counts what the cells hold as they are read, before anything is made of them. */
  readonly counts: Record<string, number>;
}
