/** When each frame of a clip is shown, in presentation order. */
export interface Timeline {
  /** Start of each frame in seconds, ascending. */
  times: readonly number[];
  /** End of the last frame in seconds. */
  endSeconds: number;
  /** Positions of the frames that can be decoded without others, ascending. */
  keyFrames: readonly number[];
  /** False when part of it is an estimate. */
  exact: boolean;
}

/** What the scan of a file says about one frame. Order does not matter. */
export interface FrameTiming {
  timeSeconds: number;
  /** 0 where the file does not say. */
  durationSeconds: number;
  key: boolean;
}

/**
 * Puts frames into presentation order. Frames that end before time 0 are left out: an edit list cuts them off and no
 * player shows them. One that lasts into time 0 starts there.
 */
export function buildTimeline(timings: readonly FrameTiming[]): Timeline {
  const shown = timings
    .filter(({ timeSeconds, durationSeconds }) => timeSeconds >= 0 || timeSeconds + durationSeconds > 1e-9)
    .sort((a, b) => a.timeSeconds - b.timeSeconds);
  const times = shown.map(({ timeSeconds }) => timeSeconds);
  const last = shown.at(-1);
  const lastDuration = last && last.durationSeconds > 0 ? last.durationSeconds : medianSpacing(times);
  return {
    times,
    endSeconds: last ? Math.max(0, last.timeSeconds + lastDuration) : 0,
    keyFrames: shown.flatMap(({ key }, index) => (key ? [index] : [])),
    exact: true,
  };
}

/** Goes on to `endSeconds` at the mean rate and the mean distance of key frames of the part that is known. */
export function extrapolate(known: Timeline, endSeconds: number): Timeline {
  const count = known.times.length;
  const first = known.times[0] ?? 0;
  const last = known.times[count - 1] ?? 0;
  if (count < 2 || endSeconds <= last) return { ...known, exact: false };
  const step = (last - first) / (count - 1);
  const times = [...known.times];
  for (let i = 1; last + i * step < endSeconds - step / 2; i++) times.push(last + i * step);
  const keyFrames = [...known.keyFrames];
  const keyStep = Math.max(1, Math.round(count / Math.max(1, keyFrames.length)));
  for (let i = (keyFrames.at(-1) ?? 0) + keyStep; i < times.length; i += keyStep) keyFrames.push(i);
  return { times, endSeconds, keyFrames, exact: false };
}

/** How long frame `index` is shown, in seconds. */
export function frameDuration({ times, endSeconds }: Timeline, index: number): number {
  return Math.max(0, (times[index + 1] ?? endSeconds) - (times[index] ?? endSeconds));
}

/**
 * How far two times may lie apart and still mean the same frame: a quarter of the least spacing, at most 1 ms. Packets and
 * decoded frames may round their times differently.
 */
export function timeTolerance(times: readonly number[]): number {
  let least = 4e-3;
  for (let i = 1; i < times.length; i++) {
    const spacing = (times[i] ?? 0) - (times[i - 1] ?? 0);
    if (spacing > 0) least = Math.min(least, spacing);
  }
  return least / 4;
}

/** Mean frames per second over the whole clip; null for a single frame. */
export function meanFrameRate({ times }: Timeline): number | null {
  const span = (times.at(-1) ?? 0) - (times[0] ?? 0);
  return times.length > 1 && span > 0 ? (times.length - 1) / span : null;
}

/**
 * Whether the spacing of frames varies by more than a tenth of its median.
 *
 * @param resolutionSeconds - Unit in which the file stores times. Spacings that differ by one unit are the rounding of
 *   a constant rate, not a variable one.
 */
export function isVariable({ times }: Timeline, resolutionSeconds: number): boolean {
  const spacings = spacingsOf(times);
  if (spacings.length < 2) return false;
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (const spacing of spacings) {
    least = Math.min(least, spacing);
    most = Math.max(most, spacing);
  }
  return most - least > Math.max(medianSpacing(times) / 10, 1.5 * resolutionSeconds);
}

function medianSpacing(times: readonly number[]): number {
  const sorted = spacingsOf(times).sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

const spacingsOf = (times: readonly number[]): number[] =>
  times.slice(1).map((time, index) => time - (times[index] ?? 0));
