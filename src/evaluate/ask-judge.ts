import { LoupeError } from '../domain/error.ts';
import type { Question } from '../domain/question.ts';
import type { ModelRun } from '../domain/reasoning.ts';
import type { Detections } from '../domain/track.ts';
import type { UnassessedVerdict, Verdict } from '../domain/verdict.ts';
import type { Evidence, Judge, JudgeOptions, JudgeSession } from '../judges/judge.ts';
import { questionInstruction } from '../questions/model/question-instruction.ts';
import { readWrittenQuestions } from '../questions/model/read-written-questions.ts';
import { unlessAborted } from './deadline.ts';

export interface AskOptions extends JudgeOptions {
  /** What the judges asked before this one answered. */
  said: readonly Verdict[];
  signal: AbortSignal;
  onVerdict: (verdict: Verdict) => void;
  /** Takes up questions of the judge's own; gives back all that are to be asked. */
  addQuestions: (more: readonly Question[]) => readonly Question[];
}

export interface AskedJudge {
  /** For a judge that is a model: what made its answers. */
  model: ModelRun | null;
  /** What it found where it looks for things. */
  detections: Detections | null;
  /** Questions to which it gave no verdict. */
  left: readonly Question[];
  /** Why there are some left, unless it was stopped. */
  failure: LoupeError | null;
  /** Why it added no questions of its own though it was to. */
  writingFailure: LoupeError | null;
}

const NO_ANSWER = new LoupeError(
  'internal',
  'The judge gave no answer to this.',
  'Run it again, or choose another judge.',
);

/**
 * Puts all questions to one judge. It never throws: when the judge fails or is stopped, what it has answered stays, and
 * every other question gets a verdict that says why it has no answer. After an abort it is not waited for.
 */
export async function askJudge(
  judge: Judge,
  evidence: Evidence,
  questions: readonly Question[],
  options: AskOptions,
): Promise<AskedJudge> {
  const { signal } = options;
  const left = new Map(questions.map((question) => [question.id, question]));
  const asked: AskedJudge = { model: null, detections: null, left: [], failure: null, writingFailure: null };
  let session: JudgeSession | null = null;
  try {
    session = await openSession(judge, evidence, options);
    const more = await ownQuestions(session, evidence, questions, options).catch((reason: unknown) => {
      if (signal.aborted) throw reason;
      asked.writingFailure = LoupeError.from(reason);
      return [];
    });
    const all = more.length > 0 ? options.addQuestions(more) : questions;
    for (const question of all) left.set(question.id, question);
    await hearVerdicts(session.answer(all, options.said, signal), signal, (verdict) => {
      left.delete(verdict.questionId);
      options.onVerdict(verdict);
    });
  } catch (reason) {
    asked.failure = LoupeError.from(reason);
  }
  asked.model = session?.modelRun?.() ?? null;
  asked.detections = session?.detections?.() ?? null;
  session?.close();
  asked.left = [...left.values()];
  if (signal.aborted || left.size === 0) asked.failure = null;
  else asked.failure ??= NO_ANSWER;
  const { failure } = asked;
  for (const { id } of asked.left)
    options.onVerdict(failure === null ? stoppedVerdict(id, judge) : failedVerdict(id, judge, failure));
  return asked;
}

/** What is said of a question that a run was stopped before. */
export function stoppedVerdict(questionId: string, { card }: Judge): UnassessedVerdict {
  return {
    questionId,
    judge: card.id,
    status: 'unassessed',
    reason: 'You stopped the run before this was answered.',
    remedy: 'Run it again and let it finish.',
  };
}

function failedVerdict(questionId: string, { card }: Judge, { message, remedy }: LoupeError): UnassessedVerdict {
  return { questionId, judge: card.id, status: 'unassessed', reason: message, remedy };
}

async function openSession(
  judge: Judge,
  evidence: Evidence,
  { settings, onEvent, signal }: AskOptions,
): Promise<JudgeSession> {
  const opening = judge.open(evidence, { settings, onEvent }, signal);
  try {
    return await unlessAborted(opening, signal);
  } catch (reason) {
    // One that opens only after the abort is not needed any more.
    void opening.then(
      (session) => session.close(),
      () => undefined,
    );
    throw reason;
  }
}

async function ownQuestions(
  session: JudgeSession,
  { prompt }: Evidence,
  known: readonly Question[],
  { settings, signal }: AskOptions,
): Promise<Question[]> {
  if (!settings.writeQuestions || prompt === null || session.writeText === undefined) return [];
  const written = await unlessAborted(session.writeText(questionInstruction(prompt, known), signal), signal);
  return readWrittenQuestions(written, prompt).questions;
}

async function hearVerdicts(
  verdicts: AsyncIterable<Verdict>,
  signal: AbortSignal,
  hear: (verdict: Verdict) => void,
): Promise<void> {
  const iterator = verdicts[Symbol.asyncIterator]();
  try {
    for (;;) {
      const { done, value } = await unlessAborted(iterator.next(), signal);
      if (done) return;
      hear(value);
    }
  } catch (reason) {
    // Not waited for: it may be in the middle of an answer.
    iterator.return?.().catch(() => undefined);
    throw reason;
  }
}
