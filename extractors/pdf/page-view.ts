/** How a page is to be shown. */
export interface PageView {
  /** Degrees it is turned clockwise, beyond what the file says. */
  readonly turn: 0 | 90 | 180 | 270;
  /** All fonts that are seen are in the file: it can be painted as it is. */
  readonly embedded: boolean;
}
