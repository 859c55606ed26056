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
  /** Window of the defect in seconds; null where the answer holds throughout. */
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
    const window = good || OF_MOTION.has(kind) ? null : (damaged.shows[0] ?? null);
    const times = window === null ? [] : shownWithin(view, window);
    const wordings = wordingsOf(kind);
    // The product's own wording half of the time.
    const wording = wordings[random() < 0.5 ? 0 : Math.floor(random() * wordings.length)];
    if (wording === undefined) return [];
    const yes = (wording.polarity === 'positive') === good;
    return [{ kind, question: wording.text, yes, good, reason: reasonFor(kind, good, times, random), window }];
  });
}

/** Whether the answer is the good one, as far as this view shows it; null where that is open. */
function isGood(kind: TaughtKind, view: DrawnView, { defect, scope, shows }: DamagedClip): boolean | null {
  if (OF_DETAILS.has(kind) !== (view.name === 'details') || (view.name === 'moment' && !OF_CHANGE.has(kind)))
    return null;
  if (defect === null) return true;
  if (defect.questions[0] === kind) {
    if (scope === 'whole') return view.name === 'overview' && UNSEEN_IN_OVERVIEW.has(defect.id) ? null : false;
    if (view.name === 'overview' && OF_CHANGE.has(kind) && kind !== 'cut') return null;
    return shows.some((span) => shownWithin(view, span).length > 0) ? false : null;
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

/** Times of the view's frames within a span; a frame belongs to it up to but without its end. */
function shownWithin({ timesSeconds }: DrawnView, [start, end]: SecondsSpan): number[] {
  return [...new Set(timesSeconds.filter((time) => time >= start - 1e-6 && time < end - 1e-6))];
}
