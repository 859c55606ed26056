import { median } from '../../domain/statistics.ts';
import { countsAt, kernels, Room } from '../../kernels/kernels.ts';
import type { FrameSignal } from '../signal.ts';

/** Small-picture pixels at or beyond these levels have lost their detail. */
const BLACK = 3;
const WHITE = 252;

/** Mean luma of the small picture in levels (ITU-R BT.601 or BT.709, as the clip says). Range 0..255. */
export const brightness: FrameSignal = {
  id: 'brightness',
  name: 'Brightness',
  unit: 'levels',
  dimension: 'visual_quality',
  worse: 'both',
  range: [0, 255],
  usual: [32, 187],
  summarise: median,
  window: 1,
  measure: (view) => view.meanLuma,
};

/** Share of small-picture pixels at black (≤ 3) or white (≥ 252), in per cent. Range 0..100. */
export const clipping: FrameSignal = {
  id: 'clipping',
  name: 'Clipping',
  unit: '%',
  dimension: 'visual_quality',
  worse: 'high',
  range: [0, 100],
  usual: [0, 25],
  summarise: median,
  window: 1,
  measure: ({ luma }) => (100 * kernels.beyond(new Room().put(luma), luma.length, BLACK, WHITE)) / luma.length,
};

/** Tonal range: 95 % quantile less 5 % quantile of the small picture's luma, in levels. Range 0..255. */
export const contrast: FrameSignal = {
  id: 'contrast',
  name: 'Contrast',
  unit: 'levels',
  dimension: 'visual_quality',
  worse: 'low',
  range: [0, 255],
  usual: [77, 225],
  summarise: median,
  window: 1,
  measure: ({ luma }) => {
    const room = new Room();
    const at = room.take(256);
    kernels.histogram(room.put(luma), luma.length, at);
    const counts = countsAt(at, 256);
    return levelAt(counts, 0.95 * luma.length) - levelAt(counts, 0.05 * luma.length);
  },
};

/** The level up to which a histogram of whole levels holds that many pixels. */
function levelAt(counts: Uint32Array, pixels: number): number {
  let below = 0;
  for (let level = 0; level < 256; level++) {
    below += counts[level] ?? 0;
    if (below >= pixels) return level;
  }
  return 255;
}
