import type { Damaged, Defect, Job } from './defect.ts';
import { editFrames, planesOf, type Span } from './raw-clip.ts';
import { anyDisc, best, CANDIDATES, lumaAt, meanDifference, REGION } from './region.ts';

/** A thing that is there for a while and comes and goes from one frame to the next. */
export const POP: Defect = {
  ...REGION,
  id: 'pop',
  questions: ['permanence', 'deformation', 'cut', 'flicker'],
  unclear: ['deformation', 'cut', 'flicker', 'smoothness'],
  scopes: ['window'],
  amounts: { mild: 0.06, medium: 0.11, strong: 0.18 },
  unit: 'long edges: radius of a thing that is there during the window only',
  damage: popped,
};

/** A disc copied from elsewhere in the picture stands in front of it while the span lasts. */
function popped({ clip, span, amount, random }: Job): Damaged {
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
  const moment = (frame: number): Span => ({ first: frame, end: frame + 1 });
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
