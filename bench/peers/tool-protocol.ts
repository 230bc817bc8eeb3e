import type { LibraryName } from './libraries.ts';
import type { TimedOutput } from './output.ts';

/** What is asked of a process that reads with a library. */
export type ToolRequest =
  | { readonly open: LibraryName }
  | { readonly read: string }
  /** Where guidang's later stages have doubts about a file. */
  | { readonly doubts: string };

export type ToolAnswer =
  | { readonly value: TimedOutput | readonly string[] | null }
  | { readonly error: string; readonly code: string | null };
