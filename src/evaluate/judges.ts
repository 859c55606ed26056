import { chooseOffers } from '../judges/catalogue.ts';
import type { Judge, JudgeOffer } from '../judges/judge.ts';
import { measuredJudge } from '../judges/measured/measured-judge.ts';

/** A judge on offer, with the judge itself where it can be asked here. */
interface FoundJudge {
  offer: JudgeOffer;
  judge: Judge | null;
}

/** Finds the judges of one sort, those that cannot be asked here included. */
type JudgeSource = (signal: AbortSignal) => Promise<FoundJudge[]>;

/** In the order in which judges are offered. */
const SOURCES: readonly JudgeSource[] = [
  async () => [{ offer: { card: measuredJudge.card, unavailable: null }, judge: measuredJudge }],
];

async function allJudges(signal: AbortSignal): Promise<FoundJudge[]> {
  return (await Promise.all(SOURCES.map((source) => source(signal)))).flat();
}

/** Every judge that there is, with the reason why not and what to do about it where one cannot be asked here. */
export async function listJudges(signal: AbortSignal = new AbortController().signal): Promise<JudgeOffer[]> {
  return (await allJudges(signal)).map(({ offer }) => offer);
}

/**
 * The judges that a setting means, in the order in which they are to be asked.
 * @throws LoupeError `model_missing` when no judge has that id, or when it cannot be asked here
 */
export async function findJudges(setting: string, signal: AbortSignal): Promise<readonly Judge[]> {
  const found = await allJudges(signal);
  const chosen = chooseOffers(
    setting,
    found.map(({ offer }) => offer),
  );
  return chosen.flatMap((offer) => found.find((candidate) => candidate.offer === offer)?.judge ?? []);
}
