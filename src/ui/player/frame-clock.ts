import type { Report } from '../../domain/report.ts';

/** When each frame of a clip is shown. */
export interface FrameClock {
  /** Position in presentation order of the frame that is shown at a time. */
  frameAt(seconds: number): number;
  /** The middle of the stretch in which a frame is shown, where no rounding shows its neighbour, in seconds. */
  middleOf(frame: number): number;
  /** Position of the last frame. */
  last: number;
}

/** Times are compared with this much patience, in seconds: they come through different clocks. */
const TOLERANCE_SECONDS = 1e-3;

/** Frames at an even rate. */
export function clockOfRate(framesPerSecond: number, frameCount: number): FrameClock {
  const last = Math.max(0, frameCount - 1);
  return {
    last,
    frameAt: (seconds) => Math.min(last, Math.floor((seconds + TOLERANCE_SECONDS) * framesPerSecond)),
    middleOf: (frame) => (Math.min(last, Math.max(0, frame)) + 0.5) / framesPerSecond,
  };
}

/** Frames at known times, however uneven. */
export function clockOfTimes(timesSeconds: readonly number[], durationSeconds: number): FrameClock {
  const last = Math.max(0, timesSeconds.length - 1);
  return {
    last,
    frameAt: (seconds) =>
      Math.max(
        0,
        timesSeconds.findLastIndex((time) => time <= seconds + TOLERANCE_SECONDS),
      ),
    middleOf(frame) {
      const at = Math.min(last, Math.max(0, frame));
      const start = timesSeconds[at] ?? 0;
      const end = timesSeconds[at + 1] ?? durationSeconds;
      return (start + Math.max(start, end)) / 2;
    },
  };
}

/** The clock of a judged clip: exact where every frame was looked at, else even. Null for a single frame. */
export function clockOfReport({ clip, frames }: Pick<Report, 'clip' | 'frames'>): FrameClock | null {
  const whole =
    frames.timesSeconds.length === clip.frameCount && frames.indices.every((index, position) => index === position);
  if (whole && clip.frameCount > 1) return clockOfTimes(frames.timesSeconds, clip.durationSeconds);
  return clip.frameRate === null ? null : clockOfRate(clip.frameRate, clip.frameCount);
}
