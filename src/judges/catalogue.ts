import { LoupeError } from '../domain/error.ts';
import type { Judge } from './judge.ts';
import { measuredJudge } from './measured/measured-judge.ts';

/** Every judge that this app has. */
export const JUDGES: readonly Judge[] = [measuredJudge];

/** The setting that asks every available judge and lets the best validated one count. */
export const AUTO = 'auto';

/**
 * The judges a setting means.
 * @throws LoupeError `model_missing` when no judge has that id
 */
export function chooseJudges(setting: string, judges: readonly Judge[] = JUDGES): readonly Judge[] {
  if (setting === AUTO) return judges;
  const judge = judges.find(({ card }) => card.id === setting);
  if (judge !== undefined) return [judge];
  const known = [AUTO, ...judges.map(({ card }) => card.id)].join(', ');
  throw new LoupeError('model_missing', `There is no judge called "${setting}" here.`, `Choose one of: ${known}.`);
}
