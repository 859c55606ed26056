import { AUTO, chooseOffers } from '../../judges/catalogue.ts';
import type { JudgeOffer } from '../../judges/judge.ts';

/** The judge that a setting comes to among those on offer: one that is gone, or cannot run here, gives way to all the others. */
export function usableJudge(setting: string, offers: readonly JudgeOffer[]): string {
  return isUsable(setting, offers) ? setting : AUTO;
}

function isUsable(id: string, offers: readonly JudgeOffer[]): boolean {
  return offers.some(({ card, unavailable }) => card.id === id && unavailable === null);
}

/** Whether one of the judges that a setting means gives reasons. */
export function includesReasons(setting: string, offers: readonly JudgeOffer[]): boolean {
  return offers.some(
    ({ card, unavailable }) => card.reasons && unavailable === null && (setting === AUTO || setting === card.id),
  );
}

/** Whether a setting that can be used comes to a small model to fall back on. */
export function asksFallback(setting: string, offers: readonly JudgeOffer[]): boolean {
  return (
    (setting === AUTO || isUsable(setting, offers)) && chooseOffers(setting, offers).some(({ card }) => card.fallback)
  );
}

/** Name of a judge; its id where it is not on offer. */
export function offeredName(id: string, offers: readonly JudgeOffer[]): string {
  return offers.find(({ card }) => card.id === id)?.card.name ?? id;
}
