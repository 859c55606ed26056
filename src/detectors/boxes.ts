import type { Box } from '../domain/box.ts';
import type { PixelBox } from '../domain/track.ts';
import type { Size } from './input-size.ts';

const right = ({ x, width }: PixelBox): number => x + width;
const bottom = ({ y, height }: PixelBox): number => y + height;
export const areaOf = ({ width, height }: PixelBox): number => width * height;

/** Area that two boxes share. */
export function sharedArea(a: PixelBox, b: PixelBox): number {
  const width = Math.min(right(a), right(b)) - Math.max(a.x, b.x);
  const height = Math.min(bottom(a), bottom(b)) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

/** Shared area over joined area, 0..1. */
export function overlap(a: PixelBox, b: PixelBox): number {
  const shared = sharedArea(a, b);
  const joined = areaOf(a) + areaOf(b) - shared;
  return joined > 0 ? shared / joined : 0;
}

/**
 * Distance-IoU: the overlap less the squared distance of the centres over the squared diagonal of the box around both, −1..1.
 * Unlike the overlap it also ranks boxes that do not touch (Zheng et al., AAAI 2020, arXiv 1911.08287).
 */
export function nearness(a: PixelBox, b: PixelBox): number {
  const across = Math.max(right(a), right(b)) - Math.min(a.x, b.x);
  const down = Math.max(bottom(a), bottom(b)) - Math.min(a.y, b.y);
  const diagonal = across * across + down * down;
  if (diagonal === 0) return 0;
  const dx = a.x + a.width / 2 - b.x - b.width / 2;
  const dy = a.y + a.height / 2 - b.y - b.height / 2;
  return overlap(a, b) - (dx * dx + dy * dy) / diagonal;
}

/** The box a share of the way from one to another, 0..1. */
export function boxBetween(from: PixelBox, to: PixelBox, share: number): PixelBox {
  const mix = (a: number, b: number) => a + share * (b - a);
  return {
    x: mix(from.x, to.x),
    y: mix(from.y, to.y),
    width: mix(from.width, to.width),
    height: mix(from.height, to.height),
  };
}

/** The least box around some boxes, at least one. */
export function boxAround(boxes: readonly PixelBox[]): PixelBox {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return { x, y, width: Math.max(...boxes.map(right)) - x, height: Math.max(...boxes.map(bottom)) - y };
}

/** The part of a box that lies within a frame. */
export function clampBox(box: PixelBox, width: number, height: number): PixelBox {
  const x = Math.min(Math.max(0, box.x), width);
  const y = Math.min(Math.max(0, box.y), height);
  return {
    x,
    y,
    width: Math.max(0, Math.min(right(box), width) - x),
    height: Math.max(0, Math.min(bottom(box), height) - y),
  };
}

/** The part of a box that lies within a frame, as shares of the frame. */
export function boxInFrame(box: PixelBox, { width, height }: Size): Box {
  const inside = clampBox(box, width, height);
  const x = inside.x / width;
  const y = inside.y / height;
  // Rounding must not lead beyond the edge.
  return { x, y, width: Math.min(1 - x, inside.width / width), height: Math.min(1 - y, inside.height / height) };
}

/** Of things that overlap by more than `most`, the one with the best score; best first (greedy non-maximum suppression). */
export function withoutDoubles<T extends { score: number; box: PixelBox }>(found: readonly T[], most: number): T[] {
  const kept: T[] = [];
  for (const candidate of [...found].sort((a, b) => b.score - a.score))
    if (kept.every(({ box }) => overlap(box, candidate.box) <= most)) kept.push(candidate);
  return kept;
}
