import { offerBuiltIn } from '../judges/built-in/offer-built-in.ts';
import { chooseOffers } from '../judges/catalogue.ts';
import { detectedJudge } from '../judges/detected/detected-judge.ts';
import type { Judge, JudgeOffer } from '../judges/judge.ts';
import { measuredJudge } from '../judges/measured/measured-judge.ts';
import { KeptModel } from '../judges/vision-language/kept-model.ts';
import { offerModels } from '../judges/vision-language/offer-models.ts';
import { startDetector, startJudge } from './workers.ts';

/** Folder of the models that are served with the app, seen from the page. */
export const MODELS_URL = 'models/';

/** All clips of the page share it. */
const KEPT_MODEL = new KeptModel();

/** A judge on offer, with the judge itself where it can be asked here. */
interface FoundJudge {
  offer: JudgeOffer;
  judge: Judge | null;
}

/** Finds the judges of one sort, those that cannot be asked here included. */
type JudgeSource = (signal: AbortSignal) => Promise<FoundJudge[]>;

/** In the order in which judges are offered. */
const SOURCES: readonly JudgeSource[] = [
  async () => [offered(measuredJudge)],
  async () => [offered(detectedJudge(startDetector))],
  (signal) => offerModels(MODELS_URL, startJudge, KEPT_MODEL, signal),
  async () => [await offerBuiltIn()],
];

/** A judge that can be asked everywhere. */
function offered(judge: Judge): FoundJudge {
  return { offer: { card: judge.card, unavailable: null }, judge };
}

/**
 * Every judge that there is, with the reason why not and what to do about it where one cannot be asked here.
 * @throws LoupeError `model_invalid` when the models cannot be listed
 */
export async function listJudges(signal: AbortSignal = new AbortController().signal): Promise<JudgeOffer[]> {
  const found = await Promise.all(SOURCES.map((source) => source(signal)));
  return found.flat().map(({ offer }) => offer);
}

/**
 * The judges that a setting means, in the order in which they are to be asked. One that is named can be asked even when
 * those of another sort cannot be listed.
 * @throws LoupeError `model_missing` when no judge has that id, or when it cannot be asked here; `model_invalid` when the
 *   models cannot be listed
 */
export async function findJudges(setting: string, signal: AbortSignal): Promise<readonly Judge[]> {
  const outcomes = await Promise.allSettled(SOURCES.map((source) => source(signal)));
  const found = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? outcome.value : []));
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed !== undefined && !found.some(({ offer }) => offer.card.id === setting)) throw failed.reason;
  const chosen = chooseOffers(
    setting,
    found.map(({ offer }) => offer),
  );
  return chosen.flatMap((offer) => found.find((candidate) => candidate.offer === offer)?.judge ?? []);
}
