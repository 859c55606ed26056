import { boxBetween } from '../../../src/detectors/boxes.ts';
import { joinTracks } from '../../../src/detectors/tracks/join-tracks.ts';
import { mean } from '../../../src/domain/statistics.ts';
import type { PixelBox, Track } from '../../../src/domain/track.ts';
import { lookAtClips } from '../../../training/detected/look-at-clips.ts';
import type { RawClip } from '../defects/make/raw-clip.ts';

/** A thing that is followed through a clip. */
export interface Followed {
  track: Track;
  /** Mean score of the detector. */
  score: number;
}

/** Seen in this share of the looked-at frames, with this mean score, in a box of this share of the frame. */
const SHARE = 0.7;
const SURE = 0.5;
const SIZES = [0.008, 0.45] as const;

/** The thing that is followed most surely through a clip; null where none is. */
export async function mostSurelyFollowed(path: string): Promise<Followed | null> {
  const look = (await lookAtClips([path])).get(path);
  if (look === undefined) return null;
  const { frames } = look;
  const area = look.width * look.height;
  const followed = joinTracks(frames).flatMap((track): Followed[] => {
    const { points } = track;
    const score = mean(points.map((point) => point.score)) ?? 0;
    const size = mean(points.map(({ box }) => (box.width * box.height) / area)) ?? 0;
    const fits = points.length >= SHARE * frames.length && score >= SURE && size >= SIZES[0] && size <= SIZES[1];
    return fits ? [{ track, score }] : [];
  });
  return followed.sort((a, b) => b.score - a.score)[0] ?? null;
}

/** Where a followed thing is in a frame of the clip, between the frames that were looked at. */
export function boxAt({ points }: Track, clip: RawClip, frame: number): PixelBox {
  const seconds = frame / clip.rate;
  const next = points.findIndex(({ timeSeconds }) => timeSeconds >= seconds);
  const after = points[next === -1 ? points.length - 1 : next];
  const before = points[Math.max(0, (next === -1 ? points.length : next) - 1)];
  if (before === undefined || after === undefined) throw new Error('A track has no point.');
  const length = after.timeSeconds - before.timeSeconds;
  const share = length <= 0 ? 0 : Math.max(0, Math.min(1, (seconds - before.timeSeconds) / length));
  return boxBetween(before.box, after.box, share);
}
