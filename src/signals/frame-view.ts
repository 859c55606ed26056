import type { AnalysisFrame } from '../domain/frame.ts';
import { buildPyramid, type PyramidLevel } from './plane.ts';

const PYRAMID_LEVELS = 4;
/** Shortest edge of the coarsest level in pixels: one patch of the flow and a little room. */
const COARSEST_EDGE = 16;

/** One frame with what several signals derive from it, computed at first use and kept. */
export class FrameView {
  readonly frame: AnalysisFrame;
  private cachedPyramid: PyramidLevel[] | undefined;
  private cachedMean: number | undefined;

  constructor(frame: AnalysisFrame) {
    this.frame = frame;
  }

  get width(): number {
    return this.frame.small.width;
  }

  get height(): number {
    return this.frame.small.height;
  }

  /** Small luma, not smoothed: width × height, 0..255. */
  get luma(): Float32Array {
    return this.frame.small.luma;
  }

  /** Smoothed luma with gradients, finest level first. */
  get pyramid(): readonly PyramidLevel[] {
    const { width, height, luma } = this.frame.small;
    this.cachedPyramid ??= buildPyramid({ width, height, data: luma }, PYRAMID_LEVELS, COARSEST_EDGE);
    return this.cachedPyramid;
  }

  /** Mean luma, 0..255. */
  get meanLuma(): number {
    if (this.cachedMean === undefined) {
      let sum = 0;
      for (const value of this.luma) sum += value;
      this.cachedMean = sum / this.luma.length;
    }
    return this.cachedMean;
  }
}
