import type { Defect } from './defect.ts';
import { motionIn, VISIBLE_MOTION } from './motion.ts';
import type { RawClip, Span } from './raw-clip.ts';

/** Length of a window in seconds; one of a defect that consumes frames is at the lower end. */
const SHORTEST = 0.5;
const LONGEST = 1;
/** No more of a clip than this lies in its window. */
const LARGEST_SHARE = 0.35;
/** Where in the clip a window may begin and end, as shares. */
const BEGINS = 0.12;
const ENDS = 0.88;
/** Where a window that consumes frames has to begin. */
const EARLY = 0.3;
const ATTEMPTS = 10;

/**
 * Where in a clip a windowed defect goes.
 * @param random the place hangs on it alone
 * @returns null when it could not be seen anywhere, for lack of motion
 */
export function placeWindow(
  clip: RawClip,
  { needsMotion, consumes }: Pick<Defect, 'needsMotion' | 'consumes'>,
  random: () => number,
): Span | null {
  const count = clip.frames.length;
  const seconds = SHORTEST + (consumes ? 0.2 : 1) * (LONGEST - SHORTEST) * random();
  const length = Math.max(2, Math.round(Math.min(seconds * clip.rate, LARGEST_SHARE * count)));
  const earliest = Math.ceil(BEGINS * count);
  const latest = Math.max(earliest, consumes ? Math.floor(EARLY * count) : Math.floor(ENDS * count) - length);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const first = earliest + Math.floor((latest - earliest + 1) * random());
    const span = { first, end: first + length };
    if (!needsMotion || motionIn(clip, span) >= VISIBLE_MOTION) return span;
  }
  return null;
}
