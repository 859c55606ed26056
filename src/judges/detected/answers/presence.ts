import { formatTime } from '../../../domain/time.ts';
import { REASONING_JUDGE } from '../../remedy.ts';
import type { Answer, Answerer } from '../answer.ts';
import type { DetectedEvidence } from '../evidence.ts';
import { stretchesSeen } from '../moments.ts';
import type { Subject } from '../subject.ts';
import { scoreWords, withArticle } from '../words.ts';

/** Is the thing there at all? */
export const entityPresent: Answerer = (_question, subject, evidence, { presence: { unsure, oftenMissed } }) => {
  const pYes = evidence.presence(subject.label);
  if (pYes >= unsure[1]) return there(pYes, subject, evidence);
  if (pYes > unsure[0]) return { reason: perhaps(subject, evidence), remedy: REASONING_JUDGE };
  if (subject.label === 'person' && !subject.isNamed)
    return {
      reason:
        'The prompt does not name a person, only what one does: hands may be all that is to be seen, and those the detectors do not know.',
      remedy: REASONING_JUDGE,
    };
  if (oftenMissed.includes(subject.label))
    return {
      reason: `The detectors find no ${subject.label}, but things that small they often miss.`,
      remedy: REASONING_JUDGE,
    };
  return { pYes, reason: notThere(subject, evidence), moments: [] };
};

/** Is the thing there although it should not be? The same question the other way round only in what is good. */
export const entityAbsent: Answerer = entityPresent;

function there(pYes: number, subject: Subject, evidence: DetectedEvidence): Answer {
  const { label } = subject;
  const seen = evidence.seen(label);
  const likeliest = evidence.likeliest(label);
  const clearest = seen.reduce(
    (best, point) => (point.score > best.score ? point : best),
    seen[0] ?? likeliest ?? NOWHERE,
  );
  const share = seen.length === 0 ? '' : ` in ${seen.length} of ${evidence.frames.length} frames`;
  return {
    pYes,
    reason: `${sentenceCase(withArticle(label))} is found${share}, most clearly at ${formatTime(clearest.timeSeconds)} (score ${scoreWords(clearest.score)}).${kindOnly(subject)}`,
    moments: stretchesSeen(seen, evidence.frames, `${withArticle(label)} is seen`, evidence.clip),
    tracks: evidence.tracksOf(label).map(({ id }) => id),
  };
}

const NOWHERE = { timeSeconds: 0, score: 0 };

function perhaps({ label }: Subject, evidence: DetectedEvidence): string {
  const likeliest = evidence.likeliest(label) ?? NOWHERE;
  return `Perhaps there is ${withArticle(label)} at ${formatTime(likeliest.timeSeconds)}, but with a score of ${scoreWords(likeliest.score)} the detectors are not sure enough.`;
}

function notThere({ label }: Subject, evidence: DetectedEvidence): string {
  const likeliest = evidence.likeliest(label) ?? NOWHERE;
  return `No ${label} is found in any of ${evidence.frames.length} frames; what looks most like one, at ${formatTime(likeliest.timeSeconds)}, scores ${scoreWords(likeliest.score)}.`;
}

/** Says what the detectors did not look at. */
function kindOnly({ noun, label, isKindOf }: Subject): string {
  return isKindOf ? ` What kind of ${label} it is (“${noun}”) the detectors do not tell.` : '';
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
