import { type BlockFlow, blockFlow } from './flow/block-flow.ts';
import { type CameraModel, fitCamera } from './flow/camera-model.ts';
import { type Compensated, compensate } from './flow/compensate.ts';
import type { FrameView } from './frame-view.ts';
import { type BlockValues, blockDifferences, meanDifference } from './plane-statistics.ts';

/** Edge of a block in pixels: that of the flow's grid. */
const DIFFERENCE_BLOCK = 8;

/** Two consecutive frames of one run with what several signals derive from both, computed at first use and kept. */
export class PairView {
  readonly from: FrameView;
  readonly to: FrameView;
  private cachedFlow: BlockFlow | null | undefined;
  private cachedCamera: CameraModel | null | undefined;
  private cachedCompensated: Compensated | null | undefined;
  private cachedDifference: number | undefined;
  private cachedBlockDifferences: BlockValues | undefined;

  constructor(from: FrameView, to: FrameView) {
    this.from = from;
    this.to = to;
  }

  /** Time between the frames; never 0, so that rates stay finite. */
  get seconds(): number {
    return Math.max(1e-3, this.to.frame.timeSeconds - this.from.frame.timeSeconds);
  }

  get longEdge(): number {
    return Math.max(this.from.width, this.from.height);
  }

  /** Null when the picture is too small for a patch. */
  get flow(): BlockFlow | null {
    if (this.cachedFlow === undefined) this.cachedFlow = blockFlow(this.from.pyramid, this.to.pyramid);
    return this.cachedFlow;
  }

  /** Null without flow or without texture. */
  get camera(): CameraModel | null {
    if (this.cachedCamera === undefined) this.cachedCamera = this.flow === null ? null : fitCamera(this.flow);
    return this.cachedCamera;
  }

  /** Null without flow. */
  get compensated(): Compensated | null {
    if (this.cachedCompensated === undefined) {
      const [from] = this.from.pyramid;
      const [to] = this.to.pyramid;
      this.cachedCompensated =
        this.flow === null || from === undefined || to === undefined ? null : compensate(from, to, this.flow);
    }
    return this.cachedCompensated;
  }

  /** Mean absolute difference of the small pictures in levels, without motion compensation. */
  get difference(): number {
    this.cachedDifference ??= meanDifference(this.from.luma, this.to.luma);
    return this.cachedDifference;
  }

  /** Mean absolute difference of 8 × 8 blocks of the small pictures in levels, without motion compensation. */
  get blockDifferences(): BlockValues {
    this.cachedBlockDifferences ??= blockDifferences(this.from.picture, this.to.picture, DIFFERENCE_BLOCK);
    return this.cachedBlockDifferences;
  }
}
