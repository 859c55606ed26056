import { wordSet } from './word-set.ts';

/** Adverbs of several words that say where something is or points. */
export const ADVERB_PHRASES: readonly (readonly string[])[] = [
  ...wordSet(
    'upside down, back and forth, up and down, in front, in back, side by side, face to face, hand in hand, arm in arm, back to back, inside out, on either side, on each side',
  ),
].map((text) => text.split(' '));

/** Measures of how far feet or hands are apart: "slightly more than shoulder width apart". */
export const APART_MEASURES = wordSet('width, length, distance');
export const APART_PARTS = wordSet('shoulder, shoulders, hip, hips');
/** "About waist high". */
export const HIGH_PARTS = wordSet('waist, knee, chest, shoulder, head, hip, ankle, eye');
/** What may stand before such a measure and belongs to it. */
export const APART_DEGREES = wordSet(
  'slightly, little, a, bit, more, less, wider, narrower, than, about, around, roughly, just, over, under',
);
