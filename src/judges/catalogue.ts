import { LoupeError } from '../domain/error.ts';
import type { JudgeOffer } from './judge.ts';

/**
 * The setting that asks what measures, what detects and the first judge that reasons, one to fall back on only where there is no
 * other, and lets the better validated one count. The browser's own model is left out: where it runs is the browser's affair, so
 * it is asked only when it is chosen.
 */
export const AUTO = 'auto';

/**
 * What a setting means of what is on offer, in the order in which it is to be asked: judges that reason come last.
 * @throws LoupeError `model_missing` when no judge has that id, or when it cannot be asked here
 */
export function chooseOffers(setting: string, offers: readonly JudgeOffer[]): readonly JudgeOffer[] {
  if (setting !== AUTO) return [namedOffer(setting, offers)];
  const usable = offers.filter(({ unavailable }) => unavailable === null);
  const reasoners = usable.filter(({ card }) => card.reasons && card.backend !== 'browser');
  const reasoning = reasoners.find(({ card }) => !card.fallback) ?? reasoners[0];
  return [...usable.filter(({ card }) => !card.reasons), ...(reasoning === undefined ? [] : [reasoning])];
}

function namedOffer(id: string, offers: readonly JudgeOffer[]): JudgeOffer {
  const named = offers.find(({ card }) => card.id === id);
  if (named === undefined) {
    const known = [AUTO, ...offers.map(({ card }) => card.id)].join(', ');
    throw new LoupeError('model_missing', `There is no judge called "${id}" here.`, `Choose one of: ${known}.`);
  }
  if (named.unavailable === null) return named;
  const { reason, remedy } = named.unavailable;
  throw new LoupeError('model_missing', `${named.card.name} cannot be asked here. ${reason}`, remedy);
}
