import { median } from '../../domain/statistics.ts';
import type { FrameSignal } from '../signal.ts';

/**
 * Resolution: short edge of the full-resolution picture in pixels, as far as the analysis crop (1280 × 1280) shows it. What is
 * sharp at 160 pixels still looks soft on a screen. Range 1..1280.
 */
export const resolution: FrameSignal = {
  id: 'resolution',
  name: 'Resolution',
  unit: 'px',
  dimension: 'visual_quality',
  worse: 'low',
  range: [1, 1280],
  usual: [120, 1280],
  summarise: median,
  window: 1,
  measure: ({ frame: { native } }) => (native === null ? null : Math.min(native.width, native.height)),
};
