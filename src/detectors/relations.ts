import type { PixelBox } from '../domain/track.ts';

/** Where one thing is from another, as a picture tells it without its depth. */
export const RELATIONS = ['left', 'right', 'above', 'below', 'beside', 'on'] as const;

export type Relation = (typeof RELATIONS)[number];

/** Things that share more than this of the smaller extent are not beside each other along it. */
const MOST_SHARED = 0.5;
/** Things are near each other up to this gap and apart from that one on, in mean sizes of the two. */
const NEAR = 0.5;
const APART = 1.5;
/** What stands on a thing ends in its box, or above it by no more than this share of its height. */
const ABOVE_IT = 0.15;

/**
 * Whether a box is so related to another, both in one frame.
 * @returns null where the boxes do not tell: things one before the other, say
 */
export function holds(relation: Relation, a: PixelBox, b: PixelBox): boolean | null {
  if (relation === 'left') return isBefore(across(a), across(b));
  if (relation === 'right') return isBefore(across(b), across(a));
  if (relation === 'above') return isBefore(down(a), down(b));
  if (relation === 'below') return isBefore(down(b), down(a));
  if (relation === 'beside') return isBeside(a, b);
  return isOn(a, b);
}

/** What a box takes of one axis. */
interface Extent {
  from: number;
  to: number;
}

const across = ({ x, width }: PixelBox): Extent => ({ from: x, to: x + width });
const down = ({ y, height }: PixelBox): Extent => ({ from: y, to: y + height });
const middle = ({ from, to }: Extent): number => (from + to) / 2;
const length = ({ from, to }: Extent): number => to - from;

/** Shared length over the smaller length; negative where there is a gap. */
function shared(a: Extent, b: Extent): number {
  const smaller = Math.min(length(a), length(b));
  return smaller > 0 ? (Math.min(a.to, b.to) - Math.max(a.from, b.from)) / smaller : 0;
}

function isBefore(a: Extent, b: Extent): boolean | null {
  return shared(a, b) > MOST_SHARED ? null : middle(a) < middle(b);
}

function isBeside(a: PixelBox, b: PixelBox): boolean | null {
  const size = (Math.sqrt(a.width * a.height) + Math.sqrt(b.width * b.height)) / 2;
  const gap = Math.hypot(gapOf(across(a), across(b)), gapOf(down(a), down(b)));
  if (gap > APART * size) return false;
  // What covers another may be on it, in it or before it.
  return gap <= NEAR * size && shared(across(a), across(b)) <= MOST_SHARED ? true : null;
}

const gapOf = (a: Extent, b: Extent): number => Math.max(0, Math.max(a.from, b.from) - Math.min(a.to, b.to));

function isOn(a: PixelBox, b: PixelBox): boolean | null {
  const under = down(b);
  const foot = a.y + a.height;
  const over = shared(across(a), across(b));
  if (over <= 0 || foot < under.from - length(under)) return false;
  const stands = foot >= under.from - ABOVE_IT * length(under) && foot <= under.to;
  return stands && over > MOST_SHARED && middle(down(a)) < middle(under) ? true : null;
}
