import type { FrameFindings } from '../../detectors/detection.ts';
import { DETECTOR_LABELS, type DetectorLabel } from '../../detectors/lexicon/labels.ts';
import { logistic, quantile } from '../../domain/statistics.ts';
import type { PresenceModel } from './calibration.ts';

/** What the detectors say of a thing in a clip, as logits of their scores. */
export interface PresenceScores {
  object: number;
  /** 0 where the thing has no body. */
  pose: number;
}

/** Scores nearer to 0 or 1 than this are all the same. */
const EDGE = 1e-3;

/** @param share quantile over the frames that stands for the clip */
export function presenceScores(frames: readonly FrameFindings[], label: DetectorLabel, share: number): PresenceScores {
  const category = DETECTOR_LABELS.indexOf(label);
  const overClip = (score: (frame: FrameFindings) => number): number => logit(quantile(frames.map(score), share) ?? 0);
  return {
    object: overClip(({ bestScores }) => bestScores[category] ?? 0),
    pose: label === 'person' ? overClip(({ poses }) => poses[0]?.score ?? 0) : 0,
  };
}

/**
 * Probability that the thing is there.
 * @param doubt taken off the bias
 */
export function presence({ bias, object, pose }: PresenceModel, scores: PresenceScores, doubt: number): number {
  return logistic(bias - doubt + object * scores.object + pose * scores.pose);
}

function logit(score: number): number {
  const held = Math.min(1 - EDGE, Math.max(EDGE, score));
  return Math.log(held / (1 - held));
}
