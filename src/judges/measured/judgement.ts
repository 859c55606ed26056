import type { EventModel, Model } from './calibration.ts';
import { clearestEvent, type Event } from './events.ts';
import { type MeasuredEvidence, probability } from './evidence.ts';

/** A clip that is bad for a while is not as bad as one that is bad throughout: the most that such an event counts. */
const PASSING = 0.65;
/** From here on a bad answer tells of the event, even where the whole is no better. */
const CLEAR = 0.9;

/** An event and the model that found it. */
export interface FoundEvent extends Event {
  model: EventModel;
}

/** What a calibrated model makes of a clip. */
export interface Judgement {
  pYes: number;
  /** True where the answer is the bad one. */
  bad: boolean;
  /** Probability of the bad answer from the clip as a whole. */
  throughout: number;
  /** The event that speaks most for the bad answer; null without any. */
  event: FoundEvent | null;
}

/**
 * The bad answer is right when the clip is bad as a whole or any event is one: 1 − (1 − p) · Π (1 − pₑ), as if they were independent
 * (noisy or, Pearl 1988).
 * @param badIsYes whether yes is the bad answer
 * @returns null when a signal that the model needs has no reading
 */
export function judge(model: Model, badIsYes: boolean, evidence: MeasuredEvidence): Judgement | null {
  const fitted = probability(model, evidence);
  if (fitted === null) return null;
  const throughout = badIsYes ? fitted : 1 - fitted;
  const events = (model.events ?? [])
    .map((eventModel) => {
      const event = clearestEvent(eventModel, evidence);
      return event === null ? null : { ...event, model: eventModel };
    })
    .filter((event) => event !== null)
    .sort((a, b) => b.probability - a.probability);
  const counted = ({ probability: p, model: { shape } }: FoundEvent): number =>
    shape === 'level' ? p : Math.min(PASSING, p);
  const pBad = 1 - events.reduce((fine, found) => fine * (1 - counted(found)), 1 - throughout);
  return { pYes: badIsYes ? pBad : 1 - pBad, bad: pBad >= 0.5, throughout, event: events[0] ?? null };
}

/** The event that a bad answer is about; null where it is about the whole clip. */
export function decidingEvent({ bad, throughout, event }: Judgement): FoundEvent | null {
  return bad && event !== null && event.probability > Math.min(CLEAR, throughout) ? event : null;
}
