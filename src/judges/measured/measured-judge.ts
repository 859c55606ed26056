import { cancelled } from '../../domain/error.ts';
import type { Question, QuestionKind } from '../../domain/question.ts';
import type { Verdict } from '../../domain/verdict.ts';
import type { Judge, JudgeCard } from '../judge.ts';
import { type Answerer, type AnswerOrNot, isAnswer } from './answer.ts';
import { camera } from './answers/camera.ts';
import { cut } from './answers/cut.ts';
import { deformation } from './answers/deformation.ts';
import { flicker } from './answers/flicker.ts';
import { freeze } from './answers/freeze.ts';
import { motionPresent, motionRange } from './answers/motion.ts';
import { clarity, colour, compression, exposure, noise } from './answers/picture.ts';
import { smoothness } from './answers/smoothness.ts';
import { CALIBRATION, type Calibration, validatedKinds } from './calibration.ts';
import { MeasuredEvidence } from './evidence.ts';
import { whyUnassessed } from './unassessed.ts';
import { wordReason } from './words.ts';

const ANSWERERS: Partial<Record<QuestionKind, Answerer>> = {
  clarity,
  noise,
  compression,
  exposure,
  colour,
  camera,
  flicker,
  freeze,
  cut,
  smoothness,
  deformation,
  motion_present: motionPresent,
  motion_range: motionRange,
  camera_motion: camera,
};

/**
 * Builds a judge that answers from measured signals alone, with pYes from a monotone calibration. It answers questions about
 * the whole clip only; everything else stays unassessed with the reason.
 */
export function makeMeasuredJudge(calibration: Calibration): Judge {
  const card: JudgeCard = {
    id: 'measured',
    name: 'Measured',
    version: calibration.version,
    description: 'Answers from measurements of the picture and its motion; recognises nothing, downloads nothing.',
    kinds: {
      ...Object.fromEntries(Object.keys(ANSWERERS).map((kind) => [kind, null])),
      ...validatedKinds(calibration),
    },
    calibrationVersion: calibration.version,
    needs: [],
    sizeBytes: 0,
    licence: 'MIT',
    backend: 'cpu',
    reasons: false,
    fallback: false,
    quick: true,
  };
  return {
    card,
    open: async ({ clip, signals }) => {
      const evidence = new MeasuredEvidence(clip, signals);
      return {
        async *answer(questions, _said, signal) {
          for (const question of questions) {
            if (signal.aborted) throw cancelled();
            yield toVerdict(question, answerOne(question, evidence, calibration), card.id);
          }
        },
        close: () => undefined,
      };
    },
  };
}

/** The measured judge with the calibration it ships with. */
export const measuredJudge: Judge = makeMeasuredJudge(CALIBRATION);

function answerOne(question: Question, evidence: MeasuredEvidence, calibration: Calibration): AnswerOrNot {
  const answerer = ANSWERERS[question.kind];
  if (answerer === undefined || question.entity !== null) return whyUnassessed(question, answerer !== undefined);
  return answerer(question, evidence, calibration);
}

function toVerdict(question: Question, found: AnswerOrNot, judge: string): Verdict {
  if (!isAnswer(found)) return { questionId: question.id, judge, status: 'unassessed', ...found };
  const { finding, because, ...answer } = found;
  const reason = wordReason(found.pYes, finding, because);
  return { questionId: question.id, judge, status: 'answered', mass: 1, hard: false, reason, ...answer };
}
