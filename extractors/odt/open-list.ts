/** A text:list being read (OpenDocument 1.3 part 3, 5.3). */
export interface OpenList {
  readonly key: string;
  readonly style: string | undefined;
  readonly level: number;
  /** Whether the item's number is still to be shown: its first paragraph shows it. */
  pending: boolean;
  startAt: number | undefined;
  /** The style of one item that differs from the list's. */
  override: string | undefined;
  /** The item's number as the writer gives it. */
  shown: string | null;
}
