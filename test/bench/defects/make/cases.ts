import { createHash } from 'node:crypto';
import { seededRandom } from '../../../../src/domain/random.ts';
import { ALL_DEFECTS } from './all-defects.ts';
import { type Defect, type Job, SCOPES, type Scope, STRENGTHS, type Strength } from './defect.ts';
import { motionIn, VISIBLE_MOTION } from './motion.ts';
import { placeWindow } from './place-window.ts';
import { type RawClip, secondsAt } from './raw-clip.ts';
import { loadInSize, type Source } from './sources.ts';

/** A defect to be put into a source; `null` for the source as it is. */
export interface Case {
  source: Source;
  damage: { defect: Defect; strength: Strength; scope: Scope } | null;
}

/** Seconds of the damaged clip. */
export type SecondsSpan = readonly [start: number, end: number];

export interface MadeCase {
  clip: RawClip;
  /** When the defect shows; to name any one of them is right. Empty for a clean clip and a defect of the whole. */
  shows: SecondsSpan[];
}

export interface CaseFilter {
  defects?: readonly string[];
  strengths?: readonly Strength[];
  scopes?: readonly Scope[];
}

/** The clean clip first, then every defect in every scope and strength. */
export function casesOf(source: Source, { defects, strengths = STRENGTHS, scopes = SCOPES }: CaseFilter = {}): Case[] {
  const wanted = ALL_DEFECTS.filter(({ id }) => defects === undefined || defects.includes(id));
  const damaged = wanted.flatMap((defect) =>
    scopes
      .filter((scope) => defect.scopes.includes(scope))
      .flatMap((scope) => strengths.map((strength) => ({ source, damage: { defect, strength, scope } }))),
  );
  return [{ source, damage: null }, ...damaged];
}

/** A name for a case, fit for a file. */
export function caseName({ source, damage }: Case): string {
  return damage === null
    ? `clean~${source.name}`
    : `${damage.defect.id}-${damage.strength}-${damage.scope}~${source.name}`;
}

/** Numbers that hang on the source, the defect and its scope, not on its strength: so strengths can be compared. */
function randomOf(source: Source, defect: Defect, scope: Scope): () => number {
  const digest = createHash('sha256').update(`${source.hash} ${defect.id} ${scope}`).digest();
  return seededRandom(digest.readUInt32LE());
}

/**
 * Damages a source.
 * @param clean the source decoded
 * @param other the source that a cut leads to
 * @returns null where the defect could not be seen, for lack of motion
 */
export async function makeCase({ source, damage }: Case, clean: RawClip, other: Source): Promise<MadeCase | null> {
  if (damage === null) return { clip: clean, shows: [] };
  const { defect, strength, scope } = damage;
  return await damageClip(defect, {
    clip: clean,
    scope,
    amount: defect.amounts[strength],
    random: randomOf(source, defect, scope),
    other: () => loadInSize(other, clean),
  });
}

/**
 * Puts a defect into a clip, in a window that is placed by the job's random numbers where it is not in the whole.
 * @returns null where the defect could not be seen, for lack of motion
 */
export async function damageClip(defect: Defect, job: Omit<Job, 'span'>): Promise<MadeCase | null> {
  const { clip, scope, random } = job;
  const whole = { first: 0, end: clip.frames.length };
  if (scope === 'whole' && defect.needsMotion && motionIn(clip, whole) < VISIBLE_MOTION) return null;
  const span = scope === 'whole' ? whole : placeWindow(clip, defect, random);
  if (span === null) return null;
  const made = await defect.damage({ ...job, span });
  const inSeconds = made.shows.map(
    ({ first, end }) => [secondsAt(made.clip, first), secondsAt(made.clip, end)] as const,
  );
  return { clip: made.clip, shows: scope === 'whole' ? [] : inSeconds };
}
