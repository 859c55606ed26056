import type { Defect, Job } from './defect.ts';
import { POP } from './pop-defect.ts';
import { bilinear, editFrames, planesOf, type RawClip } from './raw-clip.ts';
import { anyDisc, best, CANDIDATES, type Disc, lumaAt, meanDifference, REGION } from './region.ts';

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
export type Shift = (x: number, y: number) => readonly [number, number];

/** Bends the disc in all planes, bilinearly; the shift fades to none at its border. */
export function bend(frame: Uint8Array, { width, height }: RawClip, disc: Disc, shift: Shift): void {
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
        const seen = bilinear({ ...plane, data: source }, x - weight * shiftX, y - weight * shiftY);
        plane.data[y * plane.width + x] = Math.round(seen);
      }
    }
  }
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
  POP,
];
