import type { LumaPlane } from '../../domain/frame.ts';
import { median, quantile } from '../../domain/statistics.ts';
import { areaAverage } from '../../kernels/area-average.ts';
import type { FrameView } from '../frame-view.ts';
import { enlarge, type Plane } from '../plane.ts';
import { remembered } from '../remembered.ts';
import type { FrameSignal } from '../signal.ts';

/** Long edge in pixels that pictures are brought to: about what a clip has in a player on a page. */
const VIEWED_LONG_EDGE = 512;
const BLOCK = 16;
/** The busiest tenth of the blocks holds the edges of things; half of the blocks are flatter than the median. */
const EDGES = 0.9;
const FLATS = 0.5;

/** Detail of the blocks of a frame, in levels; null where there is no full resolution. */
const blockDetails = remembered(({ frame: { native } }: FrameView): number[] | null =>
  native === null ? null : measureBlocks(viewed(native)),
);

/** The picture in viewing size: area average where it is larger, bilinear where it is smaller, as a player would. */
function viewed({ width, height, data }: LumaPlane): Plane {
  const scale = VIEWED_LONG_EDGE / Math.max(width, height);
  const source = { width, height, data };
  if (scale >= 1) return enlarge({ ...source, data: Float32Array.from(data) }, VIEWED_LONG_EDGE);
  const size = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
  return { ...size, data: areaAverage({ ...source, offset: 0, stride: width, step: 1 }, size.width, size.height) };
}

/** Mean |four-neighbour Laplacian| of each whole block inside the border, in levels. */
function measureBlocks({ width, height, data }: Plane): number[] {
  const found: number[] = [];
  for (let top = 1; top + BLOCK < height; top += BLOCK) {
    for (let left = 1; left + BLOCK < width; left += BLOCK) {
      let sum = 0;
      for (let y = top; y < top + BLOCK; y++) {
        for (let x = left, at = y * width + left; x < left + BLOCK; x++, at++)
          sum += Math.abs(
            4 * (data[at] ?? 0) -
              (data[at - 1] ?? 0) -
              (data[at + 1] ?? 0) -
              (data[at - width] ?? 0) -
              (data[at + width] ?? 0),
          );
      }
      found.push(sum / BLOCK ** 2);
    }
  }
  return found;
}

/**
 * Detail of edges: the 90 % quantile over blocks of 16 × 16 of their mean |Laplacian|, in levels, at a long edge of 512 pixels. High
 * where the busiest parts are crisp, whatever the rest of the picture is like. Range 0..1020.
 * Source: as variance of Laplacian (Pech-Pacheco et al., ICPR 2000), by blocks, so that flat surroundings do not count.
 */
export const edgeDetail: FrameSignal = {
  id: 'edge_detail',
  name: 'Detail of edges',
  unit: 'levels',
  dimension: 'visual_quality',
  worse: 'low',
  range: [0, 1020],
  usual: [6, 40],
  summarise: median,
  window: 1,
  measure: (view) => quantile(blockDetails(view) ?? [], EDGES),
};

/**
 * Detail of flat parts: the median over the same blocks, in levels. What is left in the flatter half of a picture is texture, or
 * grain and dither. Range 0..1020. Source: as `edgeDetail`.
 */
export const flatDetail: FrameSignal = {
  ...edgeDetail,
  id: 'flat_detail',
  name: 'Detail of flat parts',
  worse: 'neither',
  usual: [1.5, 20],
  measure: (view) => quantile(blockDetails(view) ?? [], FLATS),
};
