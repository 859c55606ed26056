import type { RawClip } from './raw-clip.ts';

/** What all defects of a part of the picture have in common. */
export const REGION = {
  dimension: 'temporal_consistency',
  related: ['dynamic_degree'],
  needsMotion: false,
  consumes: false,
  joinsOther: false,
} as const;

/** A disc in pixels of the luma plane. */
export interface Disc {
  x: number;
  y: number;
  radius: number;
}

/** Places that are tried for a region; the most telling one is taken. */
export const CANDIDATES = 12;

/** A disc that lies inside the picture. */
export function anyDisc({ width, height }: RawClip, radius: number, random: () => number): Disc {
  return {
    x: radius + (width - 2 * radius) * random(),
    y: radius + (height - 2 * radius) * random(),
    radius,
  };
}

export function best<T>(candidates: readonly T[], worth: (candidate: T) => number): T {
  const ranked = candidates
    .map((candidate) => ({ candidate, worth: worth(candidate) }))
    .sort((a, b) => b.worth - a.worth);
  const [first] = ranked;
  if (first === undefined) throw new Error('There is nothing to choose from.');
  return first.candidate;
}

/** Luma at a place of a frame, held inside the picture. */
export function lumaAt(frame: Uint8Array, { width, height }: RawClip, x: number, y: number): number {
  const column = Math.max(0, Math.min(width - 1, Math.round(x)));
  const row = Math.max(0, Math.min(height - 1, Math.round(y)));
  return frame[row * width + column] ?? 0;
}

/** Mean difference in levels between pairs of places, for every second pixel of a square about a disc's centre. */
export function meanDifference(radius: number, at: (dx: number, dy: number) => number): number {
  let sum = 0;
  let count = 0;
  for (let dy = -radius; dy <= radius; dy += 2) {
    for (let dx = -radius; dx <= radius; dx += 2) {
      sum += Math.abs(at(dx, dy));
      count++;
    }
  }
  return sum / count;
}
