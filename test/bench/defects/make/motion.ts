import { median } from '../../../../src/domain/statistics.ts';
import type { RawClip, Span } from './raw-clip.ts';

/** Blocks whose mean luma is compared along the long edge. */
const BLOCKS_ALONG = 40;
/** Time over which a motion has to show. */
const STEP_SECONDS = 0.2;
/** Share of the blocks that may change more than what is told. */
const LIVELY_SHARE = 0.02;

/** How much a window has to move, in levels, so that a defect of its motion can be seen. */
export const VISIBLE_MOTION = 4;

/**
 * How much moves in a span, in levels: the change of the liveliest fiftieth of the blocks within 0.2 s, median over the span. A
 * defect of motion cannot show in a span that stands still.
 */
export function motionIn(clip: RawClip, { first, end }: Span): number {
  const step = Math.max(1, Math.round(STEP_SECONDS * clip.rate));
  const lively: number[] = [];
  for (let frame = first; frame + step < Math.min(end + step, clip.frames.length); frame += step) {
    const before = blockMeans(clip.frames[frame], clip);
    const after = blockMeans(clip.frames[frame + step], clip);
    const changes = before.map((value, block) => Math.abs((after[block] ?? 0) - value)).sort((a, b) => b - a);
    lively.push(changes[Math.floor(LIVELY_SHARE * changes.length)] ?? 0);
  }
  return median(lively) ?? 0;
}

function blockMeans(frame: Uint8Array | undefined, { width, height }: RawClip): number[] {
  const edge = Math.max(2, Math.round(Math.max(width, height) / BLOCKS_ALONG));
  const means: number[] = [];
  for (let top = 0; top + edge <= height; top += edge) {
    for (let left = 0; left + edge <= width; left += edge) {
      let sum = 0;
      for (let y = top; y < top + edge; y++)
        for (let x = left; x < left + edge; x++) sum += frame?.[y * width + x] ?? 0;
      means.push(sum / (edge * edge));
    }
  }
  return means;
}
