import { cancelled, LoupeError } from '../../domain/error.ts';
import type { Question } from '../../domain/question.ts';
import type { ModelRun, Rung, ViewName } from '../../domain/reasoning.ts';
import { plainForModel } from '../../domain/text-for-models.ts';
import type { UnassessedVerdict, Verdict } from '../../domain/verdict.ts';
import type { Evidence, JudgeCard, JudgeOptions, JudgeSession } from '../judge.ts';
import { type PlannedView, planViews } from '../vision-language/plan-views.ts';
import { measuredNotes } from '../vision-language/prompt-text.ts';
import { builtInVerdict } from './built-in-verdict.ts';
import { type FrameSession, remembers, showFrames } from './frame-session.ts';
import type { LanguageModelApi, LanguageModelSession, Message } from './language-model.ts';
import { answerSchema, partialReason, readAnswer, type StructuredAnswer } from './structured-answer.ts';

const RUNG: Rung = { device: 'browser', dtype: '' };

/** Long edge of a frame, in pixels; the browser brings it to its model's size. */
const LONG_EDGE = 640;
const MAX_FRAMES = 8;
/** Longer answers have lost their way; two sentences are asked for. */
const MAX_ANSWER_CHARACTERS = 1500;

const LOST_MEMORY = 'The frames did not fit into the browser’s model together with the question.';
const UNREADABLE = 'The browser’s model gave no answer that can be read.';

/** One clip before the browser's model. A question that fails stays unassessed; the next one is asked all the same. */
export class BuiltInSession implements JudgeSession {
  readonly #card: JudgeCard;
  readonly #api: LanguageModelApi;
  readonly #evidence: Evidence;
  readonly #options: JudgeOptions;
  readonly #frameSize: { width: number; height: number };
  /** Ends what is under way when the session is closed. */
  readonly #closing = new AbortController();
  /** The session that has frames now. */
  #shown: FrameSession | null = null;

  constructor(card: JudgeCard, api: LanguageModelApi, evidence: Evidence, options: JudgeOptions) {
    this.#card = card;
    this.#api = api;
    this.#evidence = evidence;
    this.#options = options;
    this.#frameSize = frameSize(evidence.clip);
  }

  async *answer(
    questions: readonly Question[],
    said: readonly Verdict[],
    signal: AbortSignal,
  ): AsyncGenerator<Verdict, void, undefined> {
    const ending = AbortSignal.any([signal, this.#closing.signal]);
    const { settings, onEvent } = this.#options;
    // The size of a frame in tokens is the browser's secret; whether all fit is seen when they are shown.
    const layout = { ...this.#frameSize, tokensPerFrame: 0, maxFrames: MAX_FRAMES };
    const plan = {
      questions,
      askedBefore: questions,
      said,
      evidence: this.#evidence,
      layout,
      device: RUNG.device,
      settings,
    };
    const notes = settings.giveMeasurements ? measuredNotes(said, questions) : '';
    let done = 0;
    for (const view of planViews({ ...plan, framesPerView: null })) {
      const shown = await this.#try(() => this.#show(view, notes, ending), ending);
      for (const question of view.questions) {
        yield shown instanceof LoupeError
          ? this.#unassessed(question, shown)
          : await this.#verdict(question, view.name, shown, ending);
        onEvent({ type: 'answering', rung: RUNG, done: ++done, total: questions.length });
      }
      this.#forget();
    }
  }

  modelRun(): ModelRun {
    return {
      family: '',
      licence: this.#card.licence,
      rung: RUNG,
      adapter: null,
      threads: null,
      files: [],
      frameSize: this.#frameSize,
      checkDeviation: null,
      abandoned: [],
      settings: this.#options.settings,
    };
  }

  close(): void {
    this.#closing.abort();
    this.#forget();
  }

  async #show(view: PlannedView, notes: string, signal: AbortSignal): Promise<FrameSession> {
    const { onEvent, settings } = this.#options;
    const pictures = await this.#evidence.pictures(view.requests, signal);
    if (pictures.length === 0)
      throw new LoupeError('no_frames', 'The frames for the model could not be decoded again.', 'Run it again.');
    onEvent({ type: 'looking', rung: RUNG, done: 0, total: pictures.length });
    const { durationSeconds } = this.#evidence.clip;
    const samplingMode = votesOf(settings) === 1 ? 'most-predictable' : 'balanced';
    this.#shown = await showFrames(this.#api, { view, pictures, durationSeconds, notes, samplingMode }, signal);
    onEvent({ type: 'looking', rung: RUNG, done: pictures.length, total: pictures.length });
    return this.#shown;
  }

  #forget(): void {
    this.#shown?.base.destroy();
    this.#shown = null;
  }

  async #verdict(
    question: Question,
    view: ViewName,
    { base, seen }: FrameSession,
    signal: AbortSignal,
  ): Promise<Verdict> {
    const { depth } = this.#options.settings;
    const votes = votesOf(this.#options.settings);
    const answers: StructuredAnswer[] = [];
    let failure: LoupeError | null = null;
    for (let vote = 0; vote < votes; vote++) {
      const outcome = await this.#try(() => this.#ask(base, question, signal), signal);
      if (outcome instanceof LoupeError) failure = outcome;
      else answers.push(outcome);
    }
    const [first, ...others] = answers;
    if (first === undefined) return this.#unassessed(question, failure ?? noAnswer(UNREADABLE));
    const { durationSeconds } = this.#evidence.clip;
    const common = { questionId: question.id, judge: this.#card.id, view, seen, durationSeconds, depth, votes };
    return builtInVerdict({ ...common, answers: [first, ...others] });
  }

  /** Asks once, in a branch of its own that is gone afterwards. */
  async #ask(base: LanguageModelSession, question: Question, signal: AbortSignal): Promise<StructuredAnswer> {
    const { depth } = this.#options.settings;
    const branch = await base.clone({ signal });
    try {
      const messages: Message[] = [{ role: 'user', content: questionText(question, depth) }];
      const responseConstraint = answerSchema(depth);
      let text = '';
      const whole = await remembers(branch, async () => {
        for await (const piece of branch.promptStreaming(messages, { responseConstraint, signal })) {
          text += piece;
          if (text.length > MAX_ANSWER_CHARACTERS) return;
          if (depth === 'reasoned')
            this.#options.onEvent({ type: 'rationale', questionId: question.id, text: partialReason(text) });
        }
      });
      if (!whole) throw noAnswer(LOST_MEMORY);
      const answer = readAnswer(text);
      if (answer === null) throw noAnswer(UNREADABLE);
      return answer;
    } finally {
      branch.destroy();
    }
  }

  /** @throws LoupeError `cancelled` on abort */
  async #try<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T | LoupeError> {
    if (signal.aborted) throw cancelled();
    try {
      return await work();
    } catch (reason) {
      if (signal.aborted) throw cancelled();
      return reason instanceof LoupeError ? reason : noAnswer(wordFailure(reason));
    }
  }

  #unassessed({ id }: Question, { message, remedy }: LoupeError): UnassessedVerdict {
    return { questionId: id, judge: this.#card.id, status: 'unassessed', reason: message, remedy };
  }
}

/** Without reasons every vote of a predictable model would be the same. */
function votesOf({ depth, votes }: JudgeOptions['settings']): number {
  return depth === 'quick' ? 1 : votes;
}

function frameSize({ width, height }: { width: number; height: number }): { width: number; height: number } {
  const scale = Math.min(1, LONG_EDGE / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

function questionText({ text }: Question, depth: 'quick' | 'reasoned'): string {
  const question = `Question: ${plainForModel(text)}`;
  if (depth === 'quick') return `${question}\nAnswer yes or no.`;
  return `${question}\nFirst give as reason what you see, in at most two sentences, with the times of the frames. Then answer yes or no.`;
}

function noAnswer(message: string): LoupeError {
  return new LoupeError('internal', message, 'Run it again, or ask another judge.');
}

/** What the Prompt API's exceptions mean for a person. */
function wordFailure(reason: unknown): string {
  const name = reason instanceof DOMException ? reason.name : '';
  if (name === 'NotReadableError') return 'The browser held back its model’s answer to this.';
  if (name === 'QuotaExceededError') return LOST_MEMORY;
  if (name === 'NotSupportedError') return 'The browser’s model does not take or give answers of this form.';
  return `The browser’s model failed: ${reason instanceof Error ? reason.message.slice(0, 200) : 'it did not say why'}.`;
}
