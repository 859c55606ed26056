import { proxy } from 'comlink';
import { cancelled, LoupeError } from '../../domain/error.ts';
import type { Picture } from '../../domain/frame.ts';
import type { Question } from '../../domain/question.ts';
import type { ModelRun, Reading } from '../../domain/reasoning.ts';
import type { UnassessedVerdict, Verdict } from '../../domain/verdict.ts';
import type { Evidence, JudgeCard, JudgeOptions, JudgeSession } from '../judge.ts';
import { assembleVerdict } from './assemble-verdict.ts';
import { calibrate } from './calibrate.ts';
import type { AnswerEvent, AskedQuestion, WrittenRationale } from './judge-api.ts';
import { type LoadedWorker, ModelRunner } from './model-runner.ts';
import { describeView, type PlannedView, planViews } from './plan-views.ts';
import { measuredNotes, questionText, sharedText } from './prompt-text.ts';
import { visibleReason } from './reason-text.ts';
import type { ModelOnMachine } from './vision-language-judge.ts';

/** Two sentences with their times, and some air. */
const MAX_REASON_TOKENS = 112;
/** A dozen lines. */
const MAX_WRITTEN_TOKENS = 300;

/** One clip before one model. */
export class VisionLanguageSession implements JudgeSession {
  readonly #card: JudgeCard;
  readonly #found: ModelOnMachine;
  readonly #evidence: Evidence;
  readonly #options: JudgeOptions;
  readonly #runner: ModelRunner;

  constructor(card: JudgeCard, found: ModelOnMachine, evidence: Evidence, options: JudgeOptions) {
    this.#card = card;
    this.#found = found;
    this.#evidence = evidence;
    this.#options = options;
    const { settings, onEvent } = options;
    this.#runner = new ModelRunner({ ...found, device: settings.device, clip: evidence.clip, onEvent });
  }

  async *answer(
    questions: readonly Question[],
    said: readonly Verdict[],
    signal: AbortSignal,
  ): AsyncGenerator<Verdict, void, undefined> {
    const asked = questions.filter((question) => this.#whyNot(question) === null);
    for (const question of questions) {
      const reason = this.#whyNot(question);
      if (reason !== null) yield this.#unassessed(question, reason);
    }
    let failure: unknown = null;
    // What was answered is handed on even when the rest fails: an errored stream would drop it.
    const verdicts = new ReadableStream<Verdict>({
      start: async (controller) => {
        try {
          await this.#answerAll(asked, { questions, said }, (verdict) => controller.enqueue(verdict), signal);
        } catch (reason) {
          failure = reason;
        }
        controller.close();
      },
    });
    yield* verdicts;
    if (signal.aborted) throw cancelled();
    if (failure !== null) throw failure;
  }

  async writeText(instruction: string, signal: AbortSignal): Promise<string> {
    const write = ({ client }: LoadedWorker) =>
      client.call((remote) => remote.write(instruction, MAX_WRITTEN_TOKENS), signal);
    return await this.#runner.run(write, signal);
  }

  modelRun(): ModelRun {
    const { model } = this.#found;
    const { worker, abandoned } = this.#runner;
    return {
      family: worker?.loaded.family ?? model.modelType,
      licence: model.card.licence,
      rung: worker?.rung ?? null,
      adapter: worker?.loaded.adapter ?? null,
      threads: worker?.loaded.threads ?? null,
      files: worker?.loaded.files ?? [],
      frameSize: worker === null ? null : { width: worker.layout.width, height: worker.layout.height },
      checkDeviation: worker?.loaded.checkDeviation ?? null,
      abandoned: [...abandoned],
      settings: this.#options.settings,
    };
  }

  close(): void {
    this.#runner.close();
  }

  async #answerAll(
    asked: readonly Question[],
    { questions, said }: { questions: readonly Question[]; said: readonly Verdict[] },
    emit: (verdict: Verdict) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const open = new Set(asked.map(({ id }) => id));
    const settle = (verdict: Verdict) => {
      if (!open.delete(verdict.questionId)) return;
      emit(verdict);
      const rung = this.#runner.worker?.rung;
      const done = asked.length - open.size;
      if (rung !== undefined) this.#options.onEvent({ type: 'answering', rung, done, total: asked.length });
    };
    const { layout, rung } = await this.#runner.run(async (worker) => worker, signal);
    const { settings } = this.#options;
    const { framesPerView, fallback } = this.#found.model.card;
    const before = { askedBefore: questions, said };
    // A model to fall back on is small and was taught to look closely: it does so in a quick run as well.
    const depth = fallback ? 'reasoned' : settings.depth;
    const plan = { layout, device: rung.device, settings: { depth } };
    const input = { questions: asked, ...before, evidence: this.#evidence, ...plan };
    const notes = settings.giveMeasurements ? measuredNotes(said, asked) : '';
    for (const view of planViews({ ...input, framesPerView })) {
      const pictures = await this.#evidence.pictures(view.requests, signal);
      if (pictures.length === 0)
        throw new LoupeError('no_frames', 'The frames for the model could not be decoded again.', 'Run it again.');
      await this.#runner.run(async (worker) => {
        await this.#show(worker, view, pictures, notes, signal);
        const left = view.questions.filter(({ id }) => open.has(id));
        await this.#ask(worker, view, left, pictures, settle, signal);
      }, signal);
    }
  }

  async #show(worker: LoadedWorker, view: PlannedView, pictures: Picture[], notes: string, signal: AbortSignal) {
    const { durationSeconds } = this.#evidence.clip;
    const text = sharedText({ ...describeView(view, pictures), durationSeconds, notes });
    const request = { name: view.name, pictures, ...text };
    const onProgress = proxy((done: number, total: number) =>
      this.#options.onEvent({ type: 'looking', rung: worker.rung, done, total }),
    );
    await worker.client.call((remote) => remote.look(request, onProgress), signal);
  }

  async #ask(
    worker: LoadedWorker,
    { name: view }: PlannedView,
    questions: readonly Question[],
    seen: readonly Picture[],
    settle: (verdict: Verdict) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const { depth, votes, seed } = this.#options.settings;
    const wanted = depth === 'quick' ? 0 : votes;
    const heard = new Map<string, { before: Reading; rationales: WrittenRationale[] }>();
    const hear = (event: AnswerEvent) => {
      const { questionId } = event;
      if (event.type === 'text') {
        this.#options.onEvent({ type: 'rationale', questionId, text: visibleReason(event.text) });
        return;
      }
      if (event.type === 'before') heard.set(questionId, { before: event.reading, rationales: [] });
      const so = heard.get(questionId);
      if (so === undefined) return;
      if (event.type === 'rationale') so.rationales.push(event.rationale);
      if (so.rationales.length < wanted) return;
      const { durationSeconds } = this.#evidence.clip;
      const question = questions.find(({ id }) => id === questionId);
      if (question === undefined) return;
      const { calibration } = this.#found.model.card;
      const calibrated = (pYes: number, isReasoned: boolean) => calibrate(calibration, question, pYes, isReasoned);
      settle(assembleVerdict({ questionId, judge: this.#card.id, view, seen, durationSeconds, calibrated, ...so }));
    };
    const request = {
      view,
      questions: questions.map((question) => asText(question, depth)),
      votes,
      seed,
      maxReasonTokens: MAX_REASON_TOKENS,
    };
    await worker.client.call((remote) => remote.ask(request, proxy(hear)), signal);
  }

  /** Why the model is not asked; null where it is. */
  #whyNot({ kind, entity, source }: Question): string | null {
    const { name, kinds, fallback } = this.#card;
    if (!(kind in kinds))
      return `${name} does not answer questions of this kind (${kind.replaceAll('_', ' ')}): it was not found to be reliable there.`;
    // A model to fall back on was validated on Loupe's own questions about the whole clip, and knows no things.
    if (fallback && (entity !== null || source !== 'grammar'))
      return `${name} answers only Loupe’s own questions about the clip as a whole: it knows no things.`;
    return null;
  }

  #unassessed({ id }: Question, reason: string): UnassessedVerdict {
    return { questionId: id, judge: this.#card.id, status: 'unassessed', reason, remedy: 'Ask a larger model.' };
  }
}

function asText(question: Question, depth: 'quick' | 'reasoned'): AskedQuestion {
  return {
    id: question.id,
    verdictText: questionText(question, 'quick'),
    rationaleText: depth === 'quick' ? null : questionText(question, 'reasoned'),
  };
}
