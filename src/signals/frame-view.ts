import type { AnalysisFrame } from '../domain/frame.ts';
import { orientedEnergy } from './picture/oriented-energy.ts';
import { buildPyramid, type Plane, type PyramidLevel } from './plane.ts';
import { moments } from './plane-statistics.ts';

const PYRAMID_LEVELS = 4;
/** Shortest edge of the coarsest level in pixels: one patch of the flow and a little room. */
const COARSEST_EDGE = 16;

/** One frame with what several signals derive from it, computed at first use and kept. */
export class FrameView {
  readonly frame: AnalysisFrame;
  private cachedPyramid: PyramidLevel[] | undefined;
  private cachedMean: number | undefined;
  private cachedEnergy: Float32Array | undefined;

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

  /** The small luma as a plane. */
  get picture(): Plane {
    const { width, height, luma } = this.frame.small;
    return { width, height, data: luma };
  }

  /** Smoothed luma with gradients, finest level first. */
  get pyramid(): readonly PyramidLevel[] {
    this.cachedPyramid ??= buildPyramid(this.picture, PYRAMID_LEVELS, COARSEST_EDGE);
    return this.cachedPyramid;
  }

  /** Mean luma, 0..255. */
  get meanLuma(): number {
    this.cachedMean ??= moments(this.luma).mean;
    return this.cachedMean;
  }

  /** Texture by scale, direction and place. */
  get orientedEnergy(): Float32Array {
    this.cachedEnergy ??= orientedEnergy(this.pyramid);
    return this.cachedEnergy;
  }
}
