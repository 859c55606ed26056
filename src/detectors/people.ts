import type { Joint } from '../domain/track.ts';
import { areaOf, overlap, sharedArea } from './boxes.ts';
import type { Detection, FrameFindings, Pose } from './detection.ts';

/** A thing found in a frame, with its joints where it is a person whose body was found. */
export interface Found extends Detection {
  joints: Joint[] | null;
}

/** A body is a person's when their boxes overlap by this much, or when one lies this far within the other. */
const LEAST_OVERLAP = 0.35;
const LEAST_WITHIN = 0.8;
/** A body without a person's box around it counts as a person from this score on. */
const SURE_BODY = 0.35;

/** Joins what the two detectors say of people: each body to the person's box it fits best, sure bodies without one as people. */
export function joinPeople({ objects, poses }: Pick<FrameFindings, 'objects' | 'poses'>): Found[] {
  const found: Found[] = objects.map((detection) => ({ ...detection, joints: null }));
  const people = found.filter(({ label }) => label === 'person');
  for (const pose of poses) {
    const free = people.filter(({ joints }) => joints === null);
    const [best] = free
      .filter((person) => fits(person, pose))
      .sort((a, b) => overlap(b.box, pose.box) - overlap(a.box, pose.box));
    if (best !== undefined) {
      best.joints = pose.joints;
      // Two detectors that agree are surer than either.
      best.score = 1 - (1 - best.score) * (1 - pose.score);
    } else if (pose.score >= SURE_BODY && people.every((person) => !fits(person, pose)))
      found.push({ label: 'person', score: pose.score, box: pose.box, joints: pose.joints });
  }
  return found.sort((a, b) => b.score - a.score);
}

function fits({ box }: Detection, pose: Pose): boolean {
  if (overlap(box, pose.box) >= LEAST_OVERLAP) return true;
  const smaller = Math.min(areaOf(box), areaOf(pose.box));
  return (
    smaller > 0 && sharedArea(box, pose.box) / smaller >= LEAST_WITHIN && overlap(box, pose.box) >= LEAST_OVERLAP / 2
  );
}
