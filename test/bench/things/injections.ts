import { meanOf } from '../../../src/detectors/tracks/track-motion.ts';
import { JOINTS, type Joint, type PixelBox, type Track, type TrackPoint } from '../../../src/domain/track.ts';
import { editFrames, type Plane, planesOf, type RawClip, type Span } from '../defects/make/raw-clip.ts';
import type { Disc } from '../defects/make/region.ts';
import { bend } from '../defects/make/region-defects.ts';
import { boxAt } from './followed.ts';

/** Added to each side of a box that is painted out, as a share of its size. */
const MARGIN = 0.14;
/** Joints less sure than this are not taken for known. */
const SURE_JOINT = 0.4;
const HEAD = ['nose', 'left eye', 'right eye', 'left ear', 'right ear'] as const;
const LIMBS = ['left wrist', 'right wrist', 'left ankle', 'right ankle', 'left elbow', 'right elbow'] as const;
/** Radius of a head and of a bent limb, as shares of the body's diagonal. */
const HEAD_SIZE = 0.11;
const LIMB_SIZE = 0.16;
/** By how many of its radii a limb is bent, and how often per second it swings. */
const BENT = 0.5;
const SWINGS = 3;
/** Share of a head's radius in which its border fades. */
const FEATHER = 0.2;

/** A thing is gone while the span lasts: its box is filled from its border. */
export function paintOut(clip: RawClip, track: Track, span: Span): RawClip {
  return editFrames(clip, span, (frame, position) => {
    const box = grown(boxAt(track, clip, span.first + position), MARGIN);
    for (const plane of planesOf(frame, clip.width, clip.height)) fill(plane, scaled(box, plane.width / clip.width));
  });
}

/** Every pixel of a box becomes the mean of the four border pixels in its row and column, each by its nearness. */
function fill({ data, width, height }: Plane, box: PixelBox): void {
  const left = Math.max(0, Math.floor(box.x));
  const top = Math.max(0, Math.floor(box.y));
  const right = Math.min(width - 1, Math.ceil(box.x + box.width));
  const bottom = Math.min(height - 1, Math.ceil(box.y + box.height));
  const source = Uint8Array.from(data);
  for (let y = top; y <= bottom; y++)
    for (let x = left; x <= right; x++) {
      const borders = [
        { level: source[y * width + left], near: 1 / (x - left + 1) },
        { level: source[y * width + right], near: 1 / (right - x + 1) },
        { level: source[top * width + x], near: 1 / (y - top + 1) },
        { level: source[bottom * width + x], near: 1 / (bottom - y + 1) },
      ];
      const weight = borders.reduce((sum, { near }) => sum + near, 0);
      data[y * width + x] = Math.round(borders.reduce((sum, { level, near }) => sum + (level ?? 0) * near, 0) / weight);
    }
}

/** A head that may be cut out or pasted over, in a frame of its clip. */
export interface Head {
  clip: RawClip;
  frame: number;
  disc: Disc;
}

/** The head of a body in the looked-at frame nearest to a frame; null where it is not seen. */
export function headAt(track: Track, clip: RawClip, frame: number): Head | null {
  const point = nearest(track, frame / clip.rate);
  const joints = named(point, HEAD);
  if (point === null || joints.length < 2) return null;
  const radius = HEAD_SIZE * Math.hypot(point.box.width, point.box.height);
  return { clip, frame: Math.round(point.timeSeconds * clip.rate), disc: { ...meanOf(joints), radius } };
}

/** A body has another's head while the span lasts; null where its head is not seen. */
export function swapHead(clip: RawClip, track: Track, span: Span, other: Head): RawClip | null {
  if (headAt(track, clip, span.first) === null) return null;
  const sources = planesOf(other.clip.frames[other.frame] ?? new Uint8Array(), other.clip.width, other.clip.height);
  return editFrames(clip, span, (frame, position) => {
    const head = headAt(track, clip, span.first + position);
    if (head === null) return;
    planesOf(frame, clip.width, clip.height).forEach((plane, i) => {
      const source = sources[i];
      if (source === undefined) return;
      const scale = plane.width / clip.width;
      const scaleOther = source.width / other.clip.width;
      pasteDisc(source, scaledDisc(other.disc, scaleOther), plane, scaledDisc(head.disc, scale));
    });
  });
}

function pasteDisc(source: Plane, from: Disc, plane: Plane, to: Disc): void {
  const growth = from.radius / to.radius;
  for (let y = Math.max(0, Math.ceil(to.y - to.radius)); y <= Math.min(plane.height - 1, to.y + to.radius); y++)
    for (let x = Math.max(0, Math.ceil(to.x - to.radius)); x <= Math.min(plane.width - 1, to.x + to.radius); x++) {
      const cover = Math.min(1, (1 - Math.hypot(x - to.x, y - to.y) / to.radius) / FEATHER);
      if (cover <= 0) continue;
      const column = Math.max(0, Math.min(source.width - 1, Math.round(from.x + (x - to.x) * growth)));
      const row = Math.max(0, Math.min(source.height - 1, Math.round(from.y + (y - to.y) * growth)));
      const at = y * plane.width + x;
      const seen = source.data[row * source.width + column] ?? 0;
      plane.data[at] = Math.round(cover * seen + (1 - cover) * (plane.data[at] ?? 0));
    }
}

/** A limb of a body bends and swings while the span lasts; null where none is seen. */
export function warpLimb(clip: RawClip, track: Track, span: Span): RawClip | null {
  const first = nearest(track, span.first / clip.rate);
  const limb = LIMBS.find((name) => named(first, [name]).length === 1);
  if (limb === undefined) return null;
  return editFrames(clip, span, (frame, position) => {
    const point = nearest(track, (span.first + position) / clip.rate);
    const [joint] = named(point, [limb]);
    if (point === null || joint === undefined) return;
    const radius = LIMB_SIZE * Math.hypot(point.box.width, point.box.height);
    const swing = BENT * radius * Math.sin((2 * Math.PI * SWINGS * (position + 1)) / clip.rate + 1);
    bend(frame, clip, { x: joint[0], y: joint[1], radius }, (x, y) => [
      swing * Math.cos(2 * y),
      swing * Math.sin(2 * x),
    ]);
  });
}

function nearest({ points }: Track, seconds: number): TrackPoint | null {
  const distance = ({ timeSeconds }: TrackPoint) => Math.abs(timeSeconds - seconds);
  return [...points].sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

function named(point: TrackPoint | null, names: readonly (typeof JOINTS)[number][]): Joint[] {
  return names.flatMap((name) => {
    const joint = point?.joints?.[JOINTS.indexOf(name)];
    return joint !== undefined && joint[2] >= SURE_JOINT ? [joint] : [];
  });
}

function grown({ x, y, width, height }: PixelBox, share: number): PixelBox {
  return {
    x: x - share * width,
    y: y - share * height,
    width: width * (1 + 2 * share),
    height: height * (1 + 2 * share),
  };
}

const scaled = ({ x, y, width, height }: PixelBox, by: number): PixelBox => ({
  x: x * by,
  y: y * by,
  width: width * by,
  height: height * by,
});

const scaledDisc = ({ x, y, radius }: Disc, by: number): Disc => ({ x: x * by, y: y * by, radius: radius * by });
