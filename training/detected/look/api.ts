import type { FrameFindings } from '../../../src/detectors/detection.ts';

/** What the detectors found in a clip. */
export interface LookedAt {
  width: number;
  height: number;
  durationSeconds: number;
  frames: FrameFindings[];
  /** Time it took to load the detectors, and to decode and look at the frames. */
  seconds: number;
}

/** The same as plain data, as it leaves the page and is kept. */
export type PlainLookedAt = Omit<LookedAt, 'frames'> & {
  frames: (Omit<FrameFindings, 'bestScores'> & { bestScores: number[] })[];
};

declare global {
  interface Window {
    /** Looks at the file that was put into the page's file field. */
    lookAt?: () => Promise<PlainLookedAt>;
  }
}
