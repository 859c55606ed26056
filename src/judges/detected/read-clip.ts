import { proxy } from 'comlink';
import type { DetectorApi, LoadedDetectors } from '../../detectors/detector-api.ts';
import type { Size } from '../../detectors/input-size.ts';
import { matchQuotedText } from '../../detectors/ocr/match-quoted-text.ts';
import type { TextLine } from '../../detectors/ocr/text-line.ts';
import { READER_BYTES } from '../../detectors/sizes.ts';
import { LoupeError } from '../../domain/error.ts';
import type { WorkerClient } from '../../worker-client/worker-client.ts';
import type { Evidence, JudgeEvent } from '../judge.ts';
import { DETECTOR_RUNG } from './look.ts';

/** Where in the clip frames are read, as shares of it, in this order: the middle most often shows what it is about. */
const READ_AT = [0.5, 0.1, 0.9, 0.3, 0.7];

/** Longest side of a frame that is read, in pixels; letters that need more can hardly be read by people. */
const LONG_SIDE = 1280;

/** What is written in one frame. */
export interface FrameText {
  /** Index in presentation order. */
  frame: number;
  timeSeconds: number;
  /** In reading order; boxes in pixels of `size`. */
  lines: readonly TextLine[];
  /** Of the picture that was read. */
  size: Size;
}

/** What was read in a clip, and by what. */
export interface Reading {
  /** In the order of time. */
  frames: FrameText[];
  loaded: LoadedDetectors;
}

/** Size in which frames are read: their own, or reduced. */
export function readingSize({ width, height }: Size): Size {
  const scale = Math.min(1, LONG_SIDE / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/**
 * Loads the text reader and reads a few frames, until each of the texts has been read or there are no more frames.
 * @throws LoupeError `no_frames` when none could be decoded again, `cancelled` on abort, and what loading throws
 */
export async function readClip(
  client: WorkerClient<DetectorApi>,
  texts: readonly string[],
  { clip, frames: { indices }, pictures }: Evidence,
  onEvent: (event: JudgeEvent) => void,
  signal: AbortSignal,
): Promise<Reading> {
  const rung = DETECTOR_RUNG;
  const onProgress = proxy((loadedBytes: number) =>
    onEvent({ type: 'loading', rung, loadedBytes, totalBytes: READER_BYTES }),
  );
  const size = readingSize(clip);
  const chosen = new Set(READ_AT.flatMap((share) => indices[Math.floor(share * indices.length)] ?? []));
  const requests = [...chosen].map((index) => ({ index, ...size, crop: null }));
  const [loaded, drawn] = await Promise.all([
    client.call((remote) => remote.loadReader(onProgress), signal),
    pictures(requests, signal),
  ]);
  if (drawn.length === 0)
    throw new LoupeError('no_frames', 'The frames to be read could not be decoded again.', 'Run it again.');
  const order = [...chosen];
  const frames: FrameText[] = [];
  const missing = new Set(texts);
  for (const picture of [...drawn].sort((a, b) => order.indexOf(a.index) - order.indexOf(b.index))) {
    if (missing.size === 0) break;
    onEvent({ type: 'looking', rung, done: frames.length, total: drawn.length });
    const lines = await client.call((remote) => remote.read(picture), signal);
    frames.push({ frame: picture.index, timeSeconds: picture.timeSeconds, lines, size });
    for (const text of missing) if (matchQuotedText(text, lines).isSame) missing.delete(text);
  }
  onEvent({ type: 'looking', rung, done: drawn.length, total: drawn.length });
  return { frames: frames.sort((a, b) => a.timeSeconds - b.timeSeconds), loaded };
}
