import type { Rationale, Reading, ReasoningSettings, ViewName } from '../../domain/reasoning.ts';
import { RELIABLE_MASS } from '../../domain/scoring.ts';
import { formatCount, formatPercent } from '../format.ts';

const VIEW_WORDS: Readonly<Record<ViewName, string>> = {
  overview: 'the whole clip',
  moment: 'where something looked wrong, frame by frame',
  details: 'details in full resolution',
};

/** "the whole clip, 8 frames" */
export function viewWords({ view, frames }: Rationale): string {
  return `${VIEW_WORDS[view]}, ${formatCount(frames.length, 'frame')}`;
}

/** "62 %", marked where the model hardly meant yes or no at all. */
export function readingWords({ pYes, mass }: Reading): string {
  return mass < RELIABLE_MASS ? `${formatPercent(pYes)} (unreliable)` : formatPercent(pYes);
}

/** What a reader should know of how the reason ended; null where it ended as it should, or none was asked for. */
export function endWords({ ended, before, after, votes }: Rationale): string | null {
  if (ended === 'length') return 'The reason was cut off where it reached the length limit.';
  if (ended === 'loop') return 'The reason was stopped where it began to repeat itself.';
  if (ended === 'finished' && before !== null && after === null && votes === null)
    return 'The reason came to no clear answer.';
  return null;
}

/** "With reasons, 3 sampled votes, seed 7, told what was measured" */
export function settingsWords(settings: ReasoningSettings): string {
  const { depth, votes, seed, giveMeasurements, writeQuestions, device } = settings;
  const parts = [depth === 'quick' ? 'Quick verdicts' : 'With reasons'];
  if (depth === 'reasoned')
    parts.push(votes === 1 ? 'the most likely one each' : `${votes} sampled votes, seed ${seed}`);
  parts.push(`${giveMeasurements ? '' : 'not '}told what was measured`);
  if (writeQuestions) parts.push('adding questions of its own');
  if (device !== 'best') parts.push(`on the ${device === 'wasm' ? 'processor' : 'GPU'} alone`);
  return parts.join(', ');
}
