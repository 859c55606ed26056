import type { FrameFindings } from '../../src/detectors/detection.ts';
import { hashOfFile, readSeen, type SeenInClip } from './labels.ts';
import { lookAtClips } from './look-at-clips.ts';

/** What the detectors found in a clip beside what is there. */
export interface LabelledLook {
  path: string;
  seen: SeenInClip;
  frames: FrameFindings[];
}

/** Of these clips, those that are labelled; each once. */
export async function labelledLooks(paths: readonly string[]): Promise<LabelledLook[]> {
  const seen = readSeen();
  const byHash = new Map(paths.map((path) => [hashOfFile(path), path]));
  const labelled = [...byHash].filter(([hash]) => seen.has(hash));
  const looks = await lookAtClips(labelled.map(([, path]) => path));
  return labelled.flatMap(([hash, path]) => {
    const look = looks.get(path);
    const label = seen.get(hash);
    if (look === undefined || label === undefined) return [];
    return [{ path, seen: label, frames: look.frames }];
  });
}
