import type { Measurement } from '../../domain/verdict.ts';
import type { Model, Term } from './calibration.ts';
import { type MeasuredEvidence, scaled } from './evidence.ts';

/** A measurement that an answer was made from, and how far it speaks against the clip. */
export interface Factor {
  measurement: Measurement;
  /** The side on which it is worse for this answer. */
  worse: 'high' | 'low';
  /** Place in the usual range, on the scale the model reads: 0 at its good end, 1 at its bad end, more beyond it. */
  deviation: number;
}

type Scale = Term['scale'];
const LINEAR: Scale = { type: 'linear' };

/** The measurements of a model, the one that speaks most against the clip first. */
export function factorsOf(model: Model, badIsYes: boolean, evidence: MeasuredEvidence): Factor[] {
  return model.terms
    .map(({ signal, scale, weight }) => {
      if (scale.type === 'outside') return factorOf(signal, evidence);
      return factorOf(signal, evidence, weight > 0 === badIsYes ? 'high' : 'low', scale);
    })
    .filter((factor) => factor !== null)
    .sort((a, b) => b.deviation - a.deviation);
}

/** The factors together with those of the shown signals that lie beyond their usual range, so that none is passed over. */
export function withShown(factors: readonly Factor[], shown: readonly string[], evidence: MeasuredEvidence): Factor[] {
  const others = shown
    .filter((id) => !factors.some((factor) => factor.measurement.signal === id))
    .map((id) => factorOf(id, evidence))
    .filter((factor) => factor !== null)
    .filter(({ deviation }) => deviation > 1);
  return [...factors, ...others].sort((a, b) => b.deviation - a.deviation);
}

/** One measurement as a factor; without a given side it is worse where its signal is. Null when it was not measured. */
export function factorOf(
  id: string,
  evidence: MeasuredEvidence,
  worse: 'high' | 'low' | 'both' | 'neither' = evidence.series(id)?.worse ?? 'neither',
  scale: Scale = LINEAR,
): Factor | null {
  const measurement = evidence.measurement(id);
  if (measurement === null) return null;
  const low = scaled(measurement.usual[0], scale);
  const high = scaled(measurement.usual[1], scale);
  const place = (scaled(measurement.value, scale) - low) / (high - low);
  if (worse === 'high') return { measurement, worse, deviation: place };
  if (worse === 'low') return { measurement, worse, deviation: 1 - place };
  return { measurement, worse: place > 0.5 ? 'high' : 'low', deviation: 2 * Math.abs(place - 0.5) };
}
