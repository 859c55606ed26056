import { ALL_DEFECTS } from '../../../test/bench/defects/make/all-defects.ts';
import type { SecondsSpan } from '../../../test/bench/defects/make/cases.ts';
import type { Defect, Scope } from '../../../test/bench/defects/make/defect.ts';
import { motionIn, VISIBLE_MOTION } from '../../../test/bench/defects/make/motion.ts';
import { placeWindow } from '../../../test/bench/defects/make/place-window.ts';
import { type RawClip, secondsAt } from '../../../test/bench/defects/make/raw-clip.ts';

/** How strong the defects of a split are: those of the held-out split are met nowhere else. */
export type Strengths = 'taught' | 'unseen';

/** A clip and what is wrong with it. */
export interface DamagedClip {
  clip: RawClip;
  defect: Defect | null;
  scope: Scope | null;
  amount: number;
  /** When the defect shows; the first is its window. Empty for a defect of the whole clip and without one. */
  shows: SecondsSpan[];
}

export interface DamageInput {
  clip: RawClip;
  defect: Defect;
  scope: Scope;
  strengths: Strengths;
  /** Another clip in the same size. */
  other: () => Promise<RawClip>;
  random: () => number;
}

/** Every defect in every scope. */
export const DAMAGES = ALL_DEFECTS.flatMap((defect) => defect.scopes.map((scope) => ({ defect, scope })));

/**
 * Damages a clip by the bench's own generators.
 * @returns null where the defect could not be seen, for lack of motion
 */
export async function damage({
  clip,
  defect,
  scope,
  strengths,
  other,
  random,
}: DamageInput): Promise<DamagedClip | null> {
  const amount = amountOf(defect, strengths, random);
  const whole = { first: 0, end: clip.frames.length };
  if (scope === 'whole' && defect.needsMotion && motionIn(clip, whole) < VISIBLE_MOTION) return null;
  const span = scope === 'whole' ? whole : placeWindow(clip, defect, random);
  if (span === null) return null;
  const made = await defect.damage({ clip, span, scope, amount, random, other });
  const shows = made.shows.map(({ first, end }) => [secondsAt(made.clip, first), secondsAt(made.clip, end)] as const);
  return { clip: made.clip, defect, scope, amount, shows: scope === 'whole' ? [] : shows };
}

/** Taught are the bench's medium and strong amounts; unseen ones lie between and beyond them. Steps stay steps. */
function amountOf({ id, amounts: { medium, strong } }: Defect, strengths: Strengths, random: () => number): number {
  const upper = random() < 0.5;
  if (strengths === 'taught' || id === 'cut') return upper ? strong : medium;
  const ratio = strong / medium;
  const amount = upper ? strong * ratio ** 0.2 : medium * ratio ** 0.5;
  // Shares stay below 1; what is counted in frames or levels stays whole.
  if (id === 'repeated-frames') return Math.min(0.75, amount);
  return WHOLE.has(id) ? Math.round(amount) : amount;
}

const WHOLE: ReadonlySet<string> = new Set([
  'shuffled-frames',
  'noise',
  'compression-mpeg4',
  'compression-h264',
  'banding',
]);
