import type { Attributes } from '../xml/xml-stream.ts';
import type { Story } from './story.ts';

/** What the end of an element does; null for nothing. */
export type Closer = (() => void) | null;

/** What an element does to the story. */
export type Opener = (story: Story, attributes: Attributes) => Closer;
