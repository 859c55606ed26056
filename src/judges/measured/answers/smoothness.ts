import type { Answerer } from '../answer.ts';
import { factorsOf, withShown } from '../factors.ts';
import { decidingEvent, judge } from '../judgement.ts';
import { toMoment } from '../moments.ts';
import { explain, explainEvent } from '../words.ts';
import { TOO_FEW, throughout, worthALook } from './over-time.ts';

export const smoothness: Answerer = (_question, evidence, calibration) => {
  const model = calibration.kinds.smoothness;
  const judgement = model === undefined ? null : judge(model, false, evidence);
  if (model === undefined || judgement === null) return TOO_FEW;
  const { pYes, bad } = judgement;
  const measurements = evidence.measurementsFor(model);
  const factors = factorsOf(model, false, evidence);
  const event = decidingEvent(judgement);
  if (event !== null)
    return {
      pYes,
      finding: 'The motion jumps for a while.',
      because: explainEvent(event, evidence),
      moments: [toMoment(event.stretch, 'the motion jumps', evidence.span)],
      measurements,
    };
  if (bad)
    return {
      pYes,
      finding: 'Motion jumps instead of flowing.',
      measurements,
      ...throughout(evidence, factors, 'motion_residual', 'the motion jumps'),
    };
  return {
    pYes,
    finding: 'Motion is even.',
    because: explain(false, withShown(factors, ['jitter'], evidence)),
    moments: worthALook(evidence, 1 - pYes, 'motion_residual', 'the motion may jump'),
    measurements,
  };
};
