import type { SecondsSpan } from '../../../test/bench/defects/make/cases.ts';
import type { SceneFacts } from '../scenes/scene.ts';
import type { DamagedClip } from './damage.ts';
import { reasonFor } from './reasons.ts';
import type { DrawnView } from './views.ts';
import { TAUGHT_KINDS, type TaughtKind, wordingsOf } from './wordings.ts';

/** A question about a view with its right answer, why, and when that shows. */
export interface Triple {
  kind: TaughtKind;
  question: string;
  yes: boolean;
  good: boolean;
  reason: string;
  /** Pictures of the view that show the defect, from 1 in the order shown, as their captions count; null where the answer holds throughout. */
  frames: number[] | null;
  /** Seconds that a moment must touch to be right; null where the answer holds throughout. */
  window: SecondsSpan | null;
}

/** Kinds about detail, which only close-ups show, and kinds about change, which they do not. */
const OF_DETAILS: ReadonlySet<TaughtKind> = new Set(['clarity', 'noise', 'compression']);
const OF_CHANGE: ReadonlySet<TaughtKind> = new Set([
  'flicker',
  'freeze',
  'cut',
  'smoothness',
  'deformation',
  'permanence',
]);
/** Kinds that cannot be told of what hardly moves. */
const NEEDS_MOTION: ReadonlySet<TaughtKind> = new Set(['freeze', 'smoothness']);
const OF_MOTION: ReadonlySet<TaughtKind> = new Set(['motion_present', 'motion_range']);
/** Damages of the whole clip that frames spread over it do not show: nothing tells them from motion. */
const UNSEEN_IN_OVERVIEW: ReadonlySet<string> = new Set([
  'repeated-frames',
  'dropped-frames',
  'shuffled-frames',
  'warp',
]);
/** Speeds in picture widths per second: slower than this is still, or little; faster than this is much. */
const STILL = 0.004;
const LITTLE = 0.08;
const MUCH = 0.25;
/** What rounding may change in times. */
const EPSILON = 1e-6;

/** All triples about a view of a clip. */
export function triplesOf(
  view: DrawnView,
  damaged: DamagedClip,
  facts: SceneFacts | null,
  random: () => number,
): Triple[] {
  return TAUGHT_KINDS.flatMap((kind): Triple[] => {
    const good = OF_MOTION.has(kind) ? motionIs(kind, view, damaged, facts) : isGood(kind, view, damaged);
    if (good === null || (NEEDS_MOTION.has(kind) && facts !== null && fastestIn(facts) < LITTLE)) return [];
    const [span] = good || OF_MOTION.has(kind) ? [] : damaged.shows;
    const window = span === undefined ? null : kind === 'cut' ? changeAt(view, span[0]) : span;
    const frames = window === null ? null : framesWithin(view, window);
    const wordings = wordingsOf(kind);
    // The product's own wording half of the time.
    const wording = wordings[random() < 0.5 ? 0 : Math.floor(random() * wordings.length)];
    if (wording === undefined) return [];
    const yes = (wording.polarity === 'positive') === good;
    const reason = reasonFor(kind, good, frames ?? [], random);
    return [{ kind, question: wording.text, yes, good, reason, frames, window }];
  });
}

/** Whether the answer is the good one, as far as this view shows it; null where that is open. */
function isGood(kind: TaughtKind, view: DrawnView, { defect, scope, shows }: DamagedClip): boolean | null {
  if (OF_DETAILS.has(kind) !== (view.name === 'details') || (view.name === 'moment' && !OF_CHANGE.has(kind)))
    return null;
  if (defect === null) return true;
  if (defect.questions[0] === kind) {
    if (scope === 'whole') return view.name === 'overview' && UNSEEN_IN_OVERVIEW.has(defect.id) ? null : false;
    if (kind === 'cut') return shows.every(([start]) => changeAt(view, start) !== null) ? false : null;
    if (view.name === 'overview' && OF_CHANGE.has(kind)) return null;
    return shows.some((span) => framesWithin(view, span).length > 0) ? false : null;
  }
  const isOpen = defect.questions.some((other) => other === kind) || defect.unclear.some((other) => other === kind);
  return isOpen ? null : true;
}

function motionIs(
  kind: TaughtKind,
  view: DrawnView,
  { defect }: DamagedClip,
  facts: SceneFacts | null,
): boolean | null {
  if (
    view.name !== 'overview' ||
    facts === null ||
    defect?.related.includes('dynamic_degree') ||
    defect?.id === 'flicker'
  )
    return null;
  const fastest = fastestIn(facts);
  if (kind === 'motion_present') return facts.thingSpeed > LITTLE ? true : fastest < STILL ? false : null;
  return fastest > MUCH ? true : fastest < LITTLE ? false : null;
}

const fastestIn = ({ cameraSpeed, thingSpeed }: SceneFacts): number => Math.max(cameraSpeed, thingSpeed);

/** Pictures of the view within a span, from 1; a frame belongs to it up to but without its end. */
function framesWithin({ timesSeconds }: DrawnView, [start, end]: SecondsSpan): number[] {
  return timesSeconds.flatMap((time, i) => (time >= start - EPSILON && time < end - EPSILON ? [i + 1] : []));
}

/** From the first frame that is shown of what begins at a time, to the next one; null where nothing is shown before it or after. */
function changeAt({ timesSeconds }: DrawnView, seconds: number): SecondsSpan | null {
  const after = timesSeconds.findIndex((time) => time >= seconds - EPSILON);
  const start = timesSeconds[after];
  if (after <= 0 || start === undefined) return null;
  return [start, timesSeconds[after + 1] ?? start + 2 * EPSILON];
}
