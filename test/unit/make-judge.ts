import { DEFAULT_REASONING } from '../../src/domain/reasoning.ts';
import type { Validation } from '../../src/domain/validation.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import type { Evidence, Judge, JudgeCard, JudgeOptions, JudgeSession } from '../../src/judges/judge.ts';
import { makeAnswer } from './make-question.ts';
import { makeReport } from './make-report.ts';

export const OPEN_OPTIONS: JudgeOptions = { settings: DEFAULT_REASONING, onEvent: () => undefined };

/** A validation with an accuracy that matters and nothing else. */
export function validated(accuracy: number): Validation {
  return { accuracy, calibrationError: null, clips: null };
}

/** Evidence with everything a test does not care about filled in. */
export function makeEvidence(changes: Partial<Evidence> = {}): Evidence {
  const { clip, frames } = makeReport();
  return { clip, prompt: null, signals: [], frames, pictures: async () => [], ...changes };
}

export function makeCard(id: string, changes: Partial<JudgeCard> = {}): JudgeCard {
  return {
    id,
    name: id,
    version: '1',
    description: '',
    kinds: { clarity: null },
    calibrationVersion: null,
    needs: [],
    sizeBytes: 0,
    licence: 'MIT',
    backend: 'cpu',
    reasons: false,
    fallback: false,
    quick: changes.reasons !== true,
    ...changes,
  };
}

interface FakeBehaviour {
  card?: Partial<JudgeCard>;
  /** Runs before each answer, with its number from 0. */
  beforeAnswer?: (number: number, options: JudgeOptions, signal: AbortSignal) => unknown;
  session?: Partial<JudgeSession>;
}

/** A judge that answers yes to everything. */
export function makeJudge(id: string, { card = {}, beforeAnswer, session = {} }: FakeBehaviour = {}): Judge {
  return {
    card: makeCard(id, card),
    open: async (_, options) => ({
      async *answer(questions, _said, signal): AsyncGenerator<Verdict> {
        for (const [number, question] of questions.entries()) {
          await beforeAnswer?.(number, options, signal);
          yield makeAnswer(question.id, 1, { judge: id });
        }
      },
      close: () => undefined,
      ...session,
    }),
  };
}
