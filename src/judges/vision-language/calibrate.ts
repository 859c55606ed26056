import type { Question } from '../../domain/question.ts';
import { logistic } from '../../domain/statistics.ts';
import type { ModelCalibration } from '../../models/model-card.ts';

/** What a model says is held this far from 0 and 1, so that its logit is finite. */
const LEAST = 1e-9;

/**
 * The probability of yes that stands behind what a model says of it, by the map of the question's kind; the same where there is none.
 * @param pYes 0..1
 * @param isReasoned whether a reason was written first: the same words weigh more behind one
 */
export function calibrate(
  calibration: ModelCalibration | null,
  { kind, polarity }: Pick<Question, 'kind' | 'polarity'>,
  pYes: number,
  isReasoned: boolean,
): number {
  const map = (isReasoned ? calibration?.kinds : calibration?.atOnce)?.[kind];
  if (map === undefined) return pYes;
  const held = Math.min(1 - LEAST, Math.max(LEAST, pYes));
  const side = polarity === 'positive' ? 1 : -1;
  const logitOfGood = side * Math.log(held / (1 - held));
  return logistic(side * (map.scale * logitOfGood + map.shift));
}
