import type { Notice } from '../domain/clip.ts';
import type { Question } from '../domain/question.ts';
import type { ModelRun, ReasoningSettings } from '../domain/reasoning.ts';
import type { Detections } from '../domain/track.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { Evidence, Judge, JudgeCard } from '../judges/judge.ts';
import { rankVerdicts } from '../judges/rank-verdicts.ts';
import { mergeQuestions } from '../questions/model/merge-questions.ts';
import { AnswerPace } from './answer-pace.ts';
import { type AskedJudge, askJudge, stoppedVerdict } from './ask-judge.ts';
import type { EvaluationOptions } from './evaluation.ts';

/** A judge of a run, with what made its answers where it is a model. */
export interface JudgeRun {
  card: JudgeCard;
  model: ModelRun | null;
  /** What it found where it looks for things. */
  detections: Detections | null;
}

export interface JudgedClip {
  /** With those that a model added. */
  questions: readonly Question[];
  /** The verdict that counts comes first of those on a question. */
  verdicts: Verdict[];
  judges: JudgeRun[];
  notices: Notice[];
  /** How many verdicts were given of those that were due, where the run was stopped before some of them. */
  stopped: { done: number; total: number } | null;
}

/**
 * Asks each judge all questions, one judge after the other. An abort, here or before, keeps what was answered. Judges that
 * take milliseconds are asked even then.
 */
export async function judgeClip(
  judges: readonly Judge[],
  evidence: Evidence,
  asked: readonly Question[],
  settings: ReasoningSettings,
  { signal, onEvent }: EvaluationOptions,
): Promise<JudgedClip> {
  const untilDone = new AbortController().signal;
  const verdicts: Verdict[] = [];
  const notices: Notice[] = [];
  const runs: JudgeRun[] = [];
  let questions = asked;
  let notGiven = 0;

  const tellProgress = (total: number, remainingSeconds: number | null) =>
    onEvent({ type: 'progress', progress: { stage: 'judge', done: verdicts.length, total }, remainingSeconds });

  // A model may take a while to its first answer.
  tellProgress(questions.length * judges.length, null);
  for (const [position, judge] of judges.entries()) {
    const { card } = judge;
    const isLast = position === judges.length - 1;
    const before = verdicts.length;
    const pace = new AnswerPace();
    const onVerdict = (verdict: Verdict) => {
      verdicts.push(verdict);
      pace.countAnswer();
      onEvent({ type: 'verdict', verdict });
      const total = before + questions.length * (judges.length - position);
      // A judge that takes milliseconds says nothing about the time of the one after it.
      tellProgress(total, isLast ? pace.secondsFor(total - verdicts.length) : null);
    };
    if (!card.quick && signal.aborted) {
      runs.push({ card, model: null, detections: null });
      for (const { id } of questions) onVerdict(stoppedVerdict(id, judge));
      notGiven += questions.length;
      continue;
    }
    const outcome = await askJudge(judge, evidence, questions, {
      settings,
      said: [...verdicts],
      signal: card.quick ? untilDone : signal,
      onVerdict,
      onEvent: (event) => {
        if (signal.aborted) return;
        pace.hear(event);
        onEvent({ type: 'judge', judge: card.id, event });
      },
      addQuestions: (more) => {
        const merged = mergeQuestions(questions, more);
        if (merged.length > questions.length) onEvent({ type: 'questions', questions: merged });
        questions = merged;
        return questions;
      },
    });
    runs.push({ card, model: outcome.model, detections: outcome.detections });
    notices.push(...noticesOf(card, outcome));
    if (outcome.failure === null) notGiven += outcome.left.length;
  }
  return {
    questions,
    verdicts: rankVerdicts(questions, verdicts, judges),
    judges: runs,
    notices,
    stopped: notGiven === 0 ? null : { done: verdicts.length - notGiven, total: verdicts.length },
  };
}

function noticesOf({ name }: JudgeCard, { failure, writingFailure }: AskedJudge): Notice[] {
  return [
    ...(writingFailure === null
      ? []
      : [{ code: writingFailure.code, message: `${name} added no questions of its own. ${writingFailure.message}` }]),
    ...(failure === null
      ? []
      : [{ code: failure.code, message: `${name} did not answer every question. ${failure.message}` }]),
  ];
}
