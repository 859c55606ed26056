import type { TrackMotion } from '../../detectors/tracks/track-motion.ts';

/** Speeds below these are the detectors' own trembling; they keep the logarithms finite. */
const LEAST_TRAVEL = 0.005;
const LEAST_GESTURE = 0.02;

/** What the probability of motion is a logistic function of: logarithms of the box's and of the joints' speed, [2]. */
export function motionFeatures({ travel, gesture }: TrackMotion): number[] {
  const ofJoints = gesture === null ? 0 : Math.log((gesture + LEAST_GESTURE) / LEAST_GESTURE);
  return [Math.log((travel + LEAST_TRAVEL) / LEAST_TRAVEL), ofJoints];
}
