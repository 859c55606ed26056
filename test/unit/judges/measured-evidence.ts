import type { Clip } from '../../../src/domain/clip.ts';
import type { Question } from '../../../src/domain/question.ts';
import type { SignalSeries } from '../../../src/domain/signal.ts';
import type { Verdict } from '../../../src/domain/verdict.ts';
import { measuredJudge } from '../../../src/judges/measured/measured-judge.ts';
import { makeEvidence, OPEN_OPTIONS } from '../make-judge.ts';

export const FRAMES = 100;
export const FRAMES_PER_SECOND = 25;

export function clipOf(changes: Partial<Clip> = {}): Clip {
  return {
    name: 'clip.mp4',
    sizeBytes: 1000,
    sha256: null,
    container: 'MP4',
    codec: 'H.264',
    codecString: null,
    width: 640,
    height: 360,
    rotationDegrees: 0,
    durationSeconds: FRAMES / FRAMES_PER_SECOND,
    frameRate: FRAMES_PER_SECOND,
    frameCount: FRAMES,
    frameCountExact: true,
    variableFrameRate: false,
    hasAlpha: false,
    hasAudio: false,
    ...changes,
  };
}

/** What a clean, gently moving clip measures. */
const CLEAN: Readonly<Record<string, number>> = {
  sharpness: 0.7,
  fine_detail: 18,
  edge_detail: 20,
  flat_detail: 5,
  resolution: 360,
  grain: 0.4,
  noise: 0.4,
  blocking: 0.05,
  level_gaps: 0.2,
  brightness: 110,
  clipping: 0.5,
  contrast: 150,
  colourfulness: 20,
  colour_cast: 2,
  global_flicker: 0.05,
  local_flicker: 0.4,
  frame_change: 12,
  layout_change: 0.002,
  order_change: 0.01,
  unmatched: 0,
  jitter: 0.3,
  coarse_jitter: 0.3,
  motion_residual: 1,
  local_deformation: 20,
  local_jerk: 0.3,
  local_jerk_x: 20,
  local_jerk_y: 20,
  local_burst: 1.1,
  motion_continuity: 0.5,
  motion_reversal: 0.03,
  motion_persistence: 0.5,
  motion_change: 0.05,
  motion_amount: 8,
  subject_motion: 5,
  moving_area: 40,
  change_concentration: 4,
  texture_change: 3,
  texture_movement: 60,
  texture_jumps: 3,
  texture_bends: 0.5,
  camera_pan: 0.2,
  camera_tilt: -0.1,
  camera_zoom: 0.1,
  camera_roll: 0,
};

/** A constant, a value per frame, or null for a signal that could not be measured. */
export type Changes = Readonly<Record<string, number | null | ((frame: number) => number)>>;

/** What differs from the plain description that stands for a signal in most tests. */
export type Description = Partial<Pick<SignalSeries, 'unit' | 'usual' | 'worse'>>;

/** Series of a clean clip with some signals changed. Values wobble by 2 % so that deviations are not 0. */
export function signalsOf(
  changes: Changes = {},
  described: Readonly<Record<string, Description>> = {},
): SignalSeries[] {
  return Object.entries(CLEAN).map(([id, clean]) => {
    const change = changes[id] === undefined ? clean : changes[id];
    const values = Array.from({ length: FRAMES }, (_, frame) => {
      if (change === null) return null;
      return typeof change === 'function' ? change(frame) : change * (1 + 0.02 * Math.sin(frame));
    });
    const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
    return {
      id,
      name: id,
      unit: 'levels',
      dimension: 'temporal_consistency' as const,
      usual: [0, 1] as [number, number],
      worse: 'high' as const,
      timesSeconds: values.map((_, frame) => frame / FRAMES_PER_SECOND),
      values,
      frames: values.map((_, frame) => frame),
      summary: sorted[sorted.length >> 1] ?? null,
      ...described[id],
    };
  });
}

export async function ask(
  questions: readonly Question[],
  changes: Changes = {},
  clip = clipOf(),
  described: Readonly<Record<string, Description>> = {},
): Promise<Verdict[]> {
  const { signal } = new AbortController();
  const session = await measuredJudge.open(
    makeEvidence({ clip, signals: signalsOf(changes, described) }),
    OPEN_OPTIONS,
    signal,
  );
  const verdicts: Verdict[] = [];
  for await (const verdict of session.answer(questions, [], signal)) verdicts.push(verdict);
  session.close();
  return verdicts;
}
