import type { FrameFindings } from '../../../src/detectors/detection.ts';

/** What the detectors found in a clip, as plain data. */
export interface LookedAt {
  width: number;
  height: number;
  durationSeconds: number;
  frames: (Omit<FrameFindings, 'bestScores'> & { bestScores: number[] })[];
  /** Time it took to load the detectors, and to decode and look at the frames. */
  seconds: number;
}

declare global {
  interface Window {
    /** Looks at the file that was put into the page's file field. */
    lookAt?: () => Promise<LookedAt>;
  }
}
