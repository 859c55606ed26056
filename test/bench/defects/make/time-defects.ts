import type { Defect, Job } from './defect.ts';
import { filtered } from './ffmpeg.ts';
import { editFrames, part, planesOf, type RawClip, reorder, type Span, splice } from './raw-clip.ts';

const TIME = {
  dimension: 'temporal_consistency',
  related: ['dynamic_degree'],
  needsMotion: true,
  consumes: false,
  joinsOther: false,
} as const;

/** Turn of a sine from frame to frame that never falls into step with any frame rate. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/** The picture stands still through the span and then goes on where it would have been. */
export function frozen(count: number, { first, end }: Span): number[] {
  return upTo(count).map((i) => (i >= first && i < end ? first : i));
}

/** In the span, this share of the frames is replaced by the one before. */
export function repeated(count: number, { first, end }: Span, share: number, random: () => number): number[] {
  let held = 0;
  return upTo(count).map((i) => {
    if (i <= first || i >= end || random() >= share) held = i;
    return held;
  });
}

/** Within the span, frames change places in groups of `size`; no group of two or more stays as it was. */
export function shuffled(count: number, { first, end }: Span, size: number, random: () => number): number[] {
  const order = upTo(count);
  for (let start = first; start < end; start += size) {
    const group = order.slice(start, Math.min(end, start + size));
    const mixed = group.map((index) => ({ index, key: random() })).sort((a, b) => a.key - b.key);
    if (mixed.every(({ index }, i) => index === group[i])) mixed.reverse();
    mixed.forEach(({ index }, i) => {
      order[start + i] = index;
    });
  }
  return order;
}

/**
 * In the span of the result, the source is passed through by `step(i)` frames from one frame to the next, which is more than
 * one where frames go missing; after it by one again, until the source ends.
 */
function skipping(count: number, { first, end }: Span, step: (shown: number) => number): number[] {
  const order: number[] = [];
  let at = 0;
  while (at < count) {
    order.push(Math.round(at));
    const shown = order.length - 1;
    at += shown >= first && shown < end ? step(shown - first) : 1;
  }
  return order.filter((index) => index < count);
}

/** Runs of `missing` frames are left out, after `pause` or up to twice as many frames that are kept. */
export function dropped(count: number, span: Span, missing: number, pause: number, random: () => number): number[] {
  let next = 0;
  return skipping(count, span, (shown) => {
    if (shown < next) return 1;
    next = shown + pause + Math.floor((pause + 1) * random());
    return 1 + missing;
  });
}

/** The span runs `factor` times as fast. */
export function hastened(count: number, span: Span, factor: number): number[] {
  return skipping(count, span, () => factor);
}

/** Seconds between gaps, in a clip that loses frames throughout and in a window. */
const PAUSE_SECONDS = { whole: 0.35, window: 0.15 } as const;

/** What a cut leads to, by strength: the scene a little closer, a mirrored part of it, another clip. */
async function shotAfter({ clip, span, amount, other }: Job): Promise<readonly Uint8Array[]> {
  const rest = part(clip, { first: span.first, end: clip.frames.length });
  const { width, height } = clip;
  if (amount === 1) return (await filtered(rest, `crop=iw/1.25:ih/1.25,scale=${width}:${height}`)).frames;
  if (amount === 2) return (await filtered(rest, `hflip,crop=iw/1.7:ih/1.7:0:0,scale=${width}:${height}`)).frames;
  const { frames } = await other();
  return rest.frames.map((_, i) => frames[i % frames.length]).filter((frame) => frame !== undefined);
}

export const TIME_DEFECTS: readonly Defect[] = [
  {
    ...TIME,
    id: 'flicker',
    questions: ['flicker'],
    unclear: ['deformation', 'cut', 'freeze', 'exposure'],
    related: [],
    scopes: ['whole', 'window'],
    amounts: { mild: 4, medium: 9, strong: 20 },
    unit: 'levels of luma, up and down',
    needsMotion: false,
    damage: ({ clip, span, amount, random }) => {
      const phase = 2 * Math.PI * random();
      const flickering = editFrames(clip, span, (frame, position) => {
        const shift = Math.round(amount * Math.sin(phase + GOLDEN_ANGLE * position));
        const [luma] = planesOf(frame, clip.width, clip.height);
        luma?.data.forEach((value, i, data) => {
          data[i] = Math.max(0, Math.min(255, value + shift));
        });
      });
      return { clip: flickering, shows: [span] };
    },
  },
  {
    ...TIME,
    id: 'freeze',
    questions: ['freeze'],
    unclear: ['cut', 'flicker', 'deformation'],
    scopes: ['window'],
    amounts: { mild: 0.3, medium: 0.6, strong: 1 },
    unit: 's',
    damage: ({ clip, span: { first }, amount }) => {
      const held: Span = { first, end: Math.min(clip.frames.length, first + Math.round(amount * clip.rate)) };
      return { clip: reorder(clip, frozen(clip.frames.length, held)), shows: [held] };
    },
  },
  {
    ...TIME,
    id: 'repeated-frames',
    questions: ['freeze', 'smoothness'],
    unclear: ['freeze', 'smoothness', 'flicker', 'deformation'],
    scopes: ['whole', 'window'],
    amounts: { mild: 0.25, medium: 0.4, strong: 0.6 },
    unit: 'share of frames',
    damage: ({ clip, span, amount, random }) => ({
      clip: reorder(clip, repeated(clip.frames.length, span, amount, random)),
      shows: [span],
    }),
  },
  {
    ...TIME,
    id: 'dropped-frames',
    questions: ['smoothness', 'cut'],
    unclear: ['cut', 'flicker', 'deformation'],
    scopes: ['whole', 'window'],
    amounts: { mild: 0.1, medium: 0.2, strong: 0.35 },
    unit: 's of each gap',
    consumes: true,
    damage: ({ clip, span, scope, amount, random }) => {
      const pause = Math.max(1, Math.round(PAUSE_SECONDS[scope] * clip.rate));
      const order = dropped(clip.frames.length, span, Math.max(1, Math.round(amount * clip.rate)), pause, random);
      return { clip: reorder(clip, order), shows: [{ ...span, end: Math.min(span.end, order.length) }] };
    },
  },
  {
    ...TIME,
    id: 'shuffled-frames',
    questions: ['smoothness', 'flicker'],
    unclear: ['flicker', 'deformation', 'cut', 'freeze'],
    scopes: ['whole', 'window'],
    amounts: { mild: 2, medium: 4, strong: 8 },
    unit: 'frames that change places',
    damage: ({ clip, span, amount, random }) => ({
      clip: reorder(clip, shuffled(clip.frames.length, span, amount, random)),
      shows: [span],
    }),
  },
  {
    ...TIME,
    id: 'cut',
    questions: ['cut'],
    unclear: ['deformation', 'flicker', 'freeze', 'clarity', 'noise', 'compression', 'exposure', 'colour'],
    related: ['dynamic_degree', 'visual_quality'],
    scopes: ['window'],
    amounts: { mild: 1, medium: 2, strong: 3 },
    unit: '1: the scene closer, 2: a mirrored part of it, 3: another clip',
    needsMotion: false,
    joinsOther: true,
    damage: async (job) => {
      const { clip, span } = job;
      const rest: Span = { first: span.first, end: clip.frames.length };
      const cut: RawClip = splice(clip, rest, await shotAfter(job));
      return { clip: cut, shows: [{ first: span.first, end: span.first + 1 }] };
    },
  },
  {
    ...TIME,
    id: 'speed-jump',
    questions: ['smoothness', 'cut'],
    unclear: ['smoothness', 'cut', 'flicker', 'deformation'],
    scopes: ['window'],
    amounts: { mild: 1.6, medium: 2.5, strong: 4 },
    unit: 'times the speed',
    consumes: true,
    damage: ({ clip, span, amount }) => {
      const order = hastened(clip.frames.length, span, amount);
      const end = Math.min(span.end, order.length);
      const jump = (frame: number): Span => ({ first: frame, end: frame + 1 });
      return { clip: reorder(clip, order), shows: [{ ...span, end }, jump(span.first), jump(end)] };
    },
  },
];
