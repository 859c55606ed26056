import { logistic } from '../../../domain/statistics.ts';
import { REASONING_JUDGE } from '../../remedy.ts';
import type { Answerer } from '../answer.ts';
import { stretchesSeen } from '../moments.ts';
import { motionFeatures } from '../motion-model.ts';
import { withArticle } from '../words.ts';

/** Does the thing move, whatever the camera does? */
export const motion: Answerer = (_question, subject, evidence, { motion: model, presence: { unsure } }) => {
  const { label } = subject;
  if (evidence.presence(label) < unsure[1])
    return { reason: `Whether there is ${withArticle(label)} at all is not sure enough.`, remedy: REASONING_JUDGE };
  const found = evidence.mainMotion(label);
  if (found === null)
    return { reason: `No ${label} is followed long enough to tell how it moves.`, remedy: REASONING_JUDGE };
  const { track, motion: moves } = found;
  const features = motionFeatures(moves);
  const pYes = logistic(model.bias + model.weights.reduce((sum, weight, i) => sum + weight * (features[i] ?? 0), 0));
  if (pYes > model.unsure[0] && pYes < model.unsure[1])
    return { reason: `${sentence(track.id, moves)} That is too little to be sure.`, remedy: REASONING_JUDGE };
  return {
    pYes,
    reason: sentence(track.id, moves),
    moments: stretchesSeen(track.points, evidence.frames, `${track.id} is followed`, evidence.clip),
    tracks: [track.id],
  };
};

function sentence(id: string, { travel, gesture }: { travel: number; gesture: number | null }): string {
  const goes = `Against the camera, ${id} goes ${percent(travel)} of the picture’s long edge per second`;
  return gesture === null
    ? `${goes}.`
    : `${goes}, and its joints move by ${percent(gesture)} of its own size per second.`;
}

const percent = (share: number): string => `${(100 * share).toFixed(share < 0.1 ? 1 : 0)} %`;
