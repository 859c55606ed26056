import type { Defect, Job } from './defect.ts';
import { editFrames, planesOf, type RawClip } from './raw-clip.ts';

const REGION = {
  dimension: 'temporal_consistency',
  related: ['dynamic_degree'],
  needsMotion: false,
  consumes: false,
  joinsOther: false,
} as const;

/** A disc in pixels of the luma plane. */
interface Disc {
  x: number;
  y: number;
  radius: number;
}

/** Places that are tried for a region; the most telling one is taken. */
const CANDIDATES = 12;

/** A disc that lies inside the picture. */
function anyDisc({ width, height }: RawClip, radius: number, random: () => number): Disc {
  return {
    x: radius + (width - 2 * radius) * random(),
    y: radius + (height - 2 * radius) * random(),
    radius,
  };
}

function best<T>(candidates: readonly T[], worth: (candidate: T) => number): T {
  const ranked = candidates
    .map((candidate) => ({ candidate, worth: worth(candidate) }))
    .sort((a, b) => b.worth - a.worth);
  const [first] = ranked;
  if (first === undefined) throw new Error('There is nothing to choose from.');
  return first.candidate;
}

/** Luma at a place of a frame, held inside the picture. */
function lumaAt(frame: Uint8Array, { width, height }: RawClip, x: number, y: number): number {
  const column = Math.max(0, Math.min(width - 1, Math.round(x)));
  const row = Math.max(0, Math.min(height - 1, Math.round(y)));
  return frame[row * width + column] ?? 0;
}

/** Mean difference in levels between pairs of places, for every second pixel of a square about a disc's centre. */
function meanDifference(radius: number, at: (dx: number, dy: number) => number): number {
  let sum = 0;
  let count = 0;
  for (let dy = -radius; dy <= radius; dy += 2) {
    for (let dx = -radius; dx <= radius; dx += 2) {
      sum += Math.abs(at(dx, dy));
      count++;
    }
  }
  return sum / count;
}

/** The disc with the most texture, so that bending it shows. Its radius is a share of the short edge. */
function texturedDisc({ clip, span, random }: Job, share: number): Disc {
  const frame = clip.frames[span.first] ?? new Uint8Array();
  const radius = share * Math.min(clip.width, clip.height);
  const discs = Array.from({ length: CANDIDATES }, () => anyDisc(clip, radius, random));
  return best(discs, ({ x, y }) =>
    meanDifference(radius, (dx, dy) => {
      const here = lumaAt(frame, clip, x + dx, y + dy);
      return Math.max(
        Math.abs(here - lumaAt(frame, clip, x + dx + 3, y + dy)),
        Math.abs(here - lumaAt(frame, clip, x + dx, y + dy + 3)),
      );
    }),
  );
}

/** Shift in pixels at a place given in radii from the disc's centre; what is shown there comes from the place less the shift. */
type Shift = (x: number, y: number) => readonly [number, number];

/** Bends the disc in all planes, bilinearly; the shift fades to none at its border. */
function bend(frame: Uint8Array, { width, height }: RawClip, disc: Disc, shift: Shift): void {
  for (const plane of planesOf(frame, width, height)) {
    const scale = plane.width / width;
    const source = Uint8Array.from(plane.data);
    const radius = disc.radius * scale;
    const centreX = disc.x * scale;
    const centreY = disc.y * scale;
    const bottom = Math.min(plane.height - 1, Math.floor(centreY + radius));
    const right = Math.min(plane.width - 1, Math.floor(centreX + radius));
    for (let y = Math.max(0, Math.ceil(centreY - radius)); y <= bottom; y++) {
      for (let x = Math.max(0, Math.ceil(centreX - radius)); x <= right; x++) {
        const u = (x - centreX) / radius;
        const v = (y - centreY) / radius;
        const fade = 1 - u * u - v * v;
        if (fade <= 0) continue;
        const [shiftX, shiftY] = shift(u, v);
        const weight = scale * fade * fade;
        plane.data[y * plane.width + x] = sample(source, plane, x - weight * shiftX, y - weight * shiftY);
      }
    }
  }
}

function sample(data: Uint8Array, { width, height }: { width: number; height: number }, x: number, y: number): number {
  const heldX = Math.max(0, Math.min(width - 1.001, x));
  const heldY = Math.max(0, Math.min(height - 1.001, y));
  const left = Math.floor(heldX);
  const top = Math.floor(heldY);
  const across = heldX - left;
  const down = heldY - top;
  const at = top * width + left;
  const above = (data[at] ?? 0) * (1 - across) + (data[at + 1] ?? 0) * across;
  const below = (data[at + width] ?? 0) * (1 - across) + (data[at + width + 1] ?? 0) * across;
  return Math.round(above * (1 - down) + below * down);
}

/** Seconds in which the wobble of a window comes and goes. */
const RAMP_SECONDS = 0.12;
/** How often the region swings to the sides and up and down, per second. */
const SWINGS = { across: 1.7, down: 2.6 } as const;

/** Radius of bent regions as a share of the short edge. */
const BENT_RADIUS = 0.24;

export const REGION_DEFECTS: readonly Defect[] = [
  {
    ...REGION,
    id: 'warp',
    questions: ['deformation'],
    unclear: ['flicker', 'cut', 'smoothness'],
    scopes: ['whole', 'window'],
    amounts: { mild: 0.07, medium: 0.14, strong: 0.26 },
    unit: 'radii of the region, to and fro',
    damage: (job) => {
      const { clip, span, amount, random } = job;
      const disc = texturedDisc(job, BENT_RADIUS);
      const reach = amount * disc.radius;
      const phase = 2 * Math.PI * random();
      const ramp = Math.max(1, RAMP_SECONDS * clip.rate);
      const warped = editFrames(clip, span, (frame, position) => {
        const inside = Math.min(position + 1, span.end - span.first - position);
        const strength = reach * (job.scope === 'whole' ? 1 : Math.min(1, inside / ramp));
        const turn = (2 * Math.PI * position) / clip.rate;
        bend(frame, clip, disc, (x, y) => [
          strength * Math.sin(SWINGS.across * turn + phase + 2.5 * y),
          0.6 * strength * Math.sin(SWINGS.down * turn + 2.5 * x),
        ]);
      });
      return { clip: warped, shows: [span] };
    },
  },
  {
    ...REGION,
    id: 'melt',
    questions: ['deformation'],
    unclear: ['flicker', 'cut', 'smoothness'],
    scopes: ['window'],
    amounts: { mild: 0.15, medium: 0.3, strong: 0.55 },
    unit: 'radii by which the region sags',
    damage: (job) => {
      const { clip, span, amount, random } = job;
      const disc = texturedDisc(job, BENT_RADIUS);
      const phase = 2 * Math.PI * random();
      // What has melted stays so after the window.
      const melted = editFrames(clip, { first: span.first, end: clip.frames.length }, (frame, position) => {
        const done = Math.min(1, (position + 1) / (span.end - span.first));
        bend(frame, clip, disc, (x) => [0, amount * disc.radius * done * (0.75 + 0.25 * Math.sin(9 * x + phase))]);
      });
      return { clip: melted, shows: [span] };
    },
  },
  {
    ...REGION,
    id: 'pop',
    questions: ['permanence', 'deformation', 'cut', 'flicker'],
    unclear: ['deformation', 'cut', 'flicker', 'smoothness'],
    scopes: ['window'],
    amounts: { mild: 0.06, medium: 0.11, strong: 0.18 },
    unit: 'long edges: radius of a thing that is there during the window only',
    damage: popped,
  },
];

/** A disc copied from elsewhere in the picture stands in front of it while the span lasts. */
function popped({ clip, span, amount, random }: Job): ReturnType<Defect['damage']> {
  const first = clip.frames[span.first] ?? new Uint8Array();
  const radius = Math.min(amount * Math.max(clip.width, clip.height), 0.45 * Math.min(clip.width, clip.height));
  const pairs = Array.from({ length: 2 * CANDIDATES }, () => ({
    from: anyDisc(clip, radius, random),
    to: anyDisc(clip, radius, random),
  }));
  const { from, to } = best(pairs, (pair) =>
    meanDifference(
      radius,
      (dx, dy) =>
        lumaAt(first, clip, pair.from.x + dx, pair.from.y + dy) - lumaAt(first, clip, pair.to.x + dx, pair.to.y + dy),
    ),
  );
  const sources = planesOf(first, clip.width, clip.height);
  const damaged = editFrames(clip, span, (frame) => {
    planesOf(frame, clip.width, clip.height).forEach((plane, index) => {
      const source = sources[index];
      if (source === undefined) return;
      const scale = plane.width / clip.width;
      paste(
        source.data,
        plane,
        { x: from.x * scale, y: from.y * scale },
        { x: to.x * scale, y: to.y * scale },
        radius * scale,
      );
    });
  });
  const moment = (frame: number) => ({ first: frame, end: frame + 1 });
  return { clip: damaged, shows: [span, moment(span.first), moment(span.end)] };
}

/** Share of the radius in which the border of a pasted disc fades. */
const FEATHER = 0.12;

function paste(
  source: Uint8Array,
  plane: { data: Uint8Array; width: number; height: number },
  from: { x: number; y: number },
  to: { x: number; y: number },
  radius: number,
): void {
  const shiftX = Math.round(from.x) - Math.round(to.x);
  const shiftY = Math.round(from.y) - Math.round(to.y);
  for (let y = Math.ceil(to.y - radius); y <= to.y + radius; y++) {
    for (let x = Math.ceil(to.x - radius); x <= to.x + radius; x++) {
      const inside =
        [x, x + shiftX].every((c) => c >= 0 && c < plane.width) &&
        [y, y + shiftY].every((r) => r >= 0 && r < plane.height);
      const cover = Math.min(1, (1 - Math.hypot(x - to.x, y - to.y) / radius) / FEATHER);
      if (!inside || cover <= 0) continue;
      const at = y * plane.width + x;
      const seen = source[(y + shiftY) * plane.width + x + shiftX] ?? 0;
      plane.data[at] = Math.round(cover * seen + (1 - cover) * (plane.data[at] ?? 0));
    }
  }
}
