import { ALL_DEFECTS } from '../../../test/bench/defects/make/all-defects.ts';
import { damageClip, type MadeCase } from '../../../test/bench/defects/make/cases.ts';
import type { Defect, Job, Scope } from '../../../test/bench/defects/make/defect.ts';

/** How strong the defects of a split are: those of the held-out split are met nowhere else. */
export type Strengths = 'taught' | 'unseen';

/** A clip and what is wrong with it. */
export interface DamagedClip extends MadeCase {
  defect: Defect | null;
  scope: Scope | null;
  amount: number;
}

/** Every defect in every scope. */
export const DAMAGES = ALL_DEFECTS.flatMap((defect) => defect.scopes.map((scope) => ({ defect, scope })));

const KINDS = [...new Set(DAMAGES.map(({ defect }) => defect.questions[0]))];

/** A defect in one of its scopes; each kind of question that defects make bad is as likely as the others. */
export function drawDamage(random: () => number): { defect: Defect; scope: Scope } {
  const kind = KINDS[Math.floor(random() * KINDS.length)];
  const own = DAMAGES.filter(({ defect }) => defect.questions[0] === kind);
  const drawn = own[Math.floor(random() * own.length)];
  if (drawn === undefined) throw new Error('There is no defect to draw.');
  return drawn;
}

/**
 * Damages a clip by the bench's own generators.
 * @returns null where the defect could not be seen, for lack of motion
 */
export async function damage(
  defect: Defect,
  strengths: Strengths,
  job: Omit<Job, 'span' | 'amount'>,
): Promise<DamagedClip | null> {
  const { scope, random } = job;
  const amount = amountOf(defect, strengths, random);
  const made = await damageClip(defect, { ...job, amount });
  return made === null ? null : { ...made, defect, scope, amount };
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
