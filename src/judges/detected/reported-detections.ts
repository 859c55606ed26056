import type { Detections, Joint, PixelBox, TrackPoint } from '../../domain/track.ts';
import type { DetectedEvidence } from './evidence.ts';

/** What was found of the things that answers are about, for the report; numbers as precise as anybody needs them. */
export function reportedDetections(
  judge: string,
  { frames, tracks }: DetectedEvidence,
  labels: ReadonlySet<string>,
): Detections {
  return {
    judge,
    frames: frames.map(({ frame }) => frame),
    timesSeconds: frames.map(({ timeSeconds }) => timeSeconds),
    tracks: tracks
      .filter(({ label }) => labels.has(label))
      .map(({ id, label, points }) => ({ id, label, points: points.map(shortened) })),
  };
}

function shortened({ joints, ...point }: TrackPoint): TrackPoint {
  return {
    ...point,
    box: shortBox(point.box),
    score: hundredths(point.score),
    ...(joints === undefined ? {} : { joints: joints.map(shortJoint) }),
  };
}

const shortBox = ({ x, y, width, height }: PixelBox): PixelBox => ({
  x: tenths(x),
  y: tenths(y),
  width: tenths(width),
  height: tenths(height),
});
const shortJoint = ([x, y, score]: Joint): Joint => [tenths(x), tenths(y), hundredths(score)];
const tenths = (value: number): number => Math.round(value * 10) / 10;
const hundredths = (value: number): number => Math.round(value * 100) / 100;
