import { proxy } from 'comlink';
import type { FrameFindings } from '../../detectors/detection.ts';
import type { DetectorApi, LoadedDetectors } from '../../detectors/detector-api.ts';
import { inputSize } from '../../detectors/input-size.ts';
import { OBJECTS_PIXELS } from '../../detectors/objects/nanodet.ts';
import { POSES_PIXELS } from '../../detectors/poses/movenet.ts';
import { LoupeError } from '../../domain/error.ts';
import { evenlySpread } from '../../domain/evenly-spread.ts';
import type { Picture, PictureRequest } from '../../domain/frame.ts';
import type { Rung } from '../../domain/reasoning.ts';
import type { WorkerClient } from '../../worker-client/worker-client.ts';
import type { Evidence, JudgeEvent } from '../judge.ts';

/** Frames looked at: four a second of the usual clip, which takes a few seconds on two cores. */
const MOST_FRAMES = 20;

/** Where and how precisely the detectors run. */
export const DETECTOR_RUNG: Rung = { device: 'wasm', dtype: 'fp16' };

/** What was found in a clip, and by what. */
export interface Look {
  /** In the order of time. */
  frames: FrameFindings[];
  loaded: LoadedDetectors;
}

/**
 * Loads the detectors and shows them frames spread over the clip.
 * @param totalBytes size of the weights, for the progress
 * @throws LoupeError `no_frames` when none could be decoded again, `cancelled` on abort
 */
export async function lookAtClip(
  client: WorkerClient<DetectorApi>,
  { clip, frames, pictures }: Evidence,
  totalBytes: number,
  onEvent: (event: JudgeEvent) => void,
  signal: AbortSignal,
): Promise<Look> {
  const onProgress = proxy((loadedBytes: number) =>
    onEvent({ type: 'loading', rung: DETECTOR_RUNG, loadedBytes, totalBytes }),
  );
  const chosen = evenlySpread(frames.indices.length, MOST_FRAMES).flatMap((position) => frames.indices[position] ?? []);
  const objectsSize = inputSize(clip, OBJECTS_PIXELS);
  const posesSize = inputSize(clip, POSES_PIXELS);
  const requests = chosen.flatMap((index): PictureRequest[] => [
    { index, ...objectsSize, crop: null },
    { index, ...posesSize, crop: null },
  ]);
  const [loaded, drawn] = await Promise.all([
    client.call((remote) => remote.load(onProgress), signal),
    pictures(requests, signal),
  ]);
  const pairs = inPairs(drawn);
  if (pairs.length === 0)
    throw new LoupeError('no_frames', 'The frames for the detectors could not be decoded again.', 'Run it again.');
  const found: FrameFindings[] = [];
  for (const [objects, poses] of pairs) {
    onEvent({ type: 'looking', rung: DETECTOR_RUNG, done: found.length, total: pairs.length });
    found.push(await client.call((remote) => remote.detect({ objects, poses }, clip), signal));
  }
  onEvent({ type: 'looking', rung: DETECTOR_RUNG, done: found.length, total: pairs.length });
  return { frames: found.sort((a, b) => a.timeSeconds - b.timeSeconds), loaded };
}

/** The two pictures of each frame; a frame that could not be decoded has none. */
function inPairs(pictures: readonly Picture[]): [Picture, Picture][] {
  return pictures.flatMap((picture, position) => {
    const next = pictures[position + 1];
    return position % 2 === 0 && next !== undefined ? [[picture, next] as [Picture, Picture]] : [];
  });
}
