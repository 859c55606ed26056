import { logistic } from '../../src/domain/statistics.ts';

/** One labelled example: feature values and the probability of yes that its label stands for, 0..1. */
export interface Example {
  features: readonly number[];
  target: number;
  weight: number;
}

export interface LogisticFit {
  bias: number;
  weights: number[];
}

const STEPS = 4000;

/**
 * Logistic regression with an L2 penalty on standardised weights, each weight held to a given sign (so that the fit stays
 * monotone in the direction the signal is known to have). Projected gradient descent; deterministic.
 * @param signs +1 or −1 per feature
 */
export function fitLogistic(examples: readonly Example[], signs: readonly number[], penalty: number): LogisticFit {
  const count = signs.length;
  const total = examples.reduce((sum, example) => sum + example.weight, 0);
  const average = (read: (example: Example) => number): number =>
    examples.reduce((sum, example) => sum + example.weight * read(example), 0) / total;
  const means = signs.map((_, k) => average((example) => example.features[k] ?? 0));
  const deviations = signs.map(
    (_, k) => Math.sqrt(average((example) => ((example.features[k] ?? 0) - (means[k] ?? 0)) ** 2)) || 1,
  );
  const rows = examples.map(({ features, target, weight }) => ({
    z: features.map((value, k) => (value - (means[k] ?? 0)) / (deviations[k] ?? 1)),
    target,
    weight,
  }));
  let bias = 0;
  const weights = new Array<number>(count).fill(0);
  const rate = 4 / (1 + count);
  for (let step = 0; step < STEPS; step++) {
    let gradientBias = 0;
    const gradient = weights.map((weight) => (penalty * weight) / total);
    for (const { z, target, weight } of rows) {
      const sum = z.reduce((s, value, k) => s + value * (weights[k] ?? 0), bias);
      const miss = ((logistic(sum) - target) * weight) / total;
      gradientBias += miss;
      z.forEach((value, k) => {
        gradient[k] = (gradient[k] ?? 0) + miss * value;
      });
    }
    bias -= rate * gradientBias;
    gradient.forEach((slope, k) => {
      const moved = (weights[k] ?? 0) - rate * slope;
      weights[k] = moved * (signs[k] ?? 1) > 0 ? moved : 0;
    });
  }
  const raw = weights.map((weight, k) => weight / (deviations[k] ?? 1));
  return { bias: bias - raw.reduce((sum, weight, k) => sum + weight * (means[k] ?? 0), 0), weights: raw };
}
