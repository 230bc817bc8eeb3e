import { childOf, type OfdElement } from './element-tree.ts';

/** A colour as far as reading goes. */
export interface Colour {
  /** "#rrggbb"; '' where it is a pattern, or one of a palette. */
  readonly colour: string;
  /** Of its darkest channel, 0 black to 1 white. */
  readonly lightness: number;
}

const black: Colour = { colour: '#000000', lightness: 0 };
const unknown: Colour = { colour: '', lightness: 0 };

/** A FillColor or StrokeColor (GB/T 33190-2016, 8.3): one channel is grey, three are RGB, four CMYK. */
export function readColour(element: OfdElement | undefined): Colour {
  if (!element) return black;
  if (childOf(element, 'Pattern')) return unknown;
  const value = element.attributes.get('Value');
  if (value === undefined) return element.attributes.has('Index') ? unknown : black;
  const levels = value
    .split(/[\s,]+/)
    .filter((part) => part !== '')
    .map((part) => level(part.startsWith('#') ? Number.parseInt(part.slice(1), 16) : Number(part)));
  const [a = 0, b = 0, c = 0, k = 0] = levels;
  if (levels.length === 1) return ofChannels([a, a, a]);
  if (levels.length === 3) return ofChannels([a, b, c]);
  return levels.length === 4 ? ofChannels([a, b, c].map((ink) => level(255 - ink - k))) : unknown;
}

function ofChannels(channels: readonly number[]): Colour {
  const colour = channels.map((channel) => channel.toString(16).padStart(2, '0')).join('');
  return { colour: `#${colour}`, lightness: Math.min(...channels) / 255 };
}

function level(value: number): number {
  return Number.isFinite(value) ? Math.round(Math.min(255, Math.max(0, value))) : 0;
}
