/** What a model said of a labelled clip. */
export interface Prediction {
  pYes: number;
  /** The probability of yes that the label stands for, 0..1. */
  target: number;
  weight: number;
}

/** Share of predictions on the right side of ½; labels exactly at ½ do not count. Null without any. */
export function accuracyOf(predictions: readonly Prediction[]): number | null {
  const decided = predictions.filter(({ target }) => target !== 0.5);
  const right = decided.filter(({ pYes, target }) => pYes > 0.5 === target > 0.5);
  return decided.length === 0 ? null : right.length / decided.length;
}

const BINS = 10;

/**
 * Expected calibration error, 0..1: predictions are put into ten bins by pYes; mean over bins, by their weight, of the distance
 * between what was said and what was so. Null without predictions.
 * Source: Naeini, Cooper and Hauskrecht, "Obtaining well calibrated probabilities using Bayesian binning", AAAI 2015.
 */
export function calibrationErrorOf(predictions: readonly Prediction[]): number | null {
  const gaps = new Array<number>(BINS).fill(0);
  let total = 0;
  for (const { pYes, target, weight } of predictions) {
    const bin = Math.min(BINS - 1, Math.floor(pYes * BINS));
    gaps[bin] = (gaps[bin] ?? 0) + weight * (pYes - target);
    total += weight;
  }
  return total === 0 ? null : gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / total;
}
