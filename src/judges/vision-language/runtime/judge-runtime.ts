import { LoupeError } from '../../../domain/error.ts';
import type { Rung, ViewName } from '../../../domain/reasoning.ts';
import type { KnownAnswers } from '../../../models/known-answers.ts';
import type {
  AnswerEvent,
  AskRequest,
  FrameLayout,
  JudgeApi,
  LoadedModel,
  LoadProgress,
  LoadRequest,
  ViewRequest,
} from '../judge-api.ts';
import { endsInLoop } from '../loops.ts';
import { answerQuestions } from './answer-questions.ts';
import { Branch } from './branch.ts';
import type { CacheLayout } from './branch-group.ts';
import { plainChat, tokenize } from './chat.ts';
import { findCacheLayout } from './check-company.ts';
import { checkModel, computeKnownAnswers } from './check-model.ts';
import { release } from './decoder.ts';
import type { FrameGrid } from './families/family.ts';
import { FrameFeatures } from './frame-features.ts';
import { type GpuWatch, watchGpu } from './gpu-adapter.ts';
import { type LoadedParts, loadParts } from './loaded-model.ts';
import { ModelFiles } from './model-files.ts';
import { greedy } from './pick-token.ts';
import { deviceLost, runtimeError } from './runtime-errors.ts';
import { setUpTransformers } from './transformers-environment.ts';
import { readView, type ViewPrefix } from './view-prefix.ts';
import { writeText } from './write-text.ts';

/** Kept free for the words around the pictures, the question and its rationale. */
const TEXT_TOKENS = 1536;
/** A caption and the marks around a picture. */
const CAPTION_TOKENS = 16;

interface Running {
  parts: LoadedParts;
  /** How branches can read together (null: one after the other); undefined while no rationale needed to know. */
  layout: CacheLayout | null | undefined;
  rung: Rung;
  features: FrameFeatures;
  grid: FrameGrid | null;
  views: Map<ViewName, ViewPrefix>;
  watch: GpuWatch;
}

/** A run can fail for a lost device before the browser tells of the loss; it does so within this time. */
const LOSS_IS_TOLD_MILLISECONDS = 200;

/**
 * One model in one worker. After a failed run the library rejects every later one in the same realm, so a worker whose call failed
 * must be replaced.
 */
export class JudgeRuntime implements JudgeApi {
  #running: Running | null = null;

  async load(request: LoadRequest, onProgress: (progress: LoadProgress) => void): Promise<LoadedModel> {
    const { baseUrl, folder, rung } = request;
    const watch = watchGpu(deviceLost);
    const files = new ModelFiles(`${baseUrl}${folder}/`, request.sha256, (loadedBytes) =>
      onProgress({ stage: 'loading', loadedBytes }),
    );
    const threads = setUpTransformers(baseUrl, rung.device, files.fetch);
    try {
      const parts = await loadParts(folder, rung, watch.loss);
      onProgress({ stage: 'checking', loadedBytes: 0 });
      const checkDeviation = await checkModel(parts, rung.dtype, request.knownAnswers);
      const features = new FrameFeatures(parts, watch.loss);
      this.#running = { parts, layout: undefined, rung, features, grid: null, views: new Map(), watch };
      return {
        family: parts.modelType,
        files: files.list(),
        adapter: watch.adapterName(),
        threads: rung.device === 'wasm' ? threads : null,
        checkDeviation,
        contextTokens: parts.contextTokens,
      };
    } catch (reason) {
      throw files.failure ?? (await failureOf(reason, watch));
    }
  }

  async layout(clip: { width: number; height: number }): Promise<FrameLayout> {
    const running = this.#loaded();
    const { family, processor, contextTokens } = running.parts;
    const grid = family.grid(processor, clip);
    for (const { read } of running.views.values()) await release(read);
    running.views.clear();
    running.features = new FrameFeatures(running.parts, running.watch.loss);
    running.grid = grid;
    const tokensPerFrame = grid.rows * grid.columns + CAPTION_TOKENS;
    const maxFrames = Math.max(1, Math.floor((contextTokens - TEXT_TOKENS) / tokensPerFrame));
    return { width: grid.width, height: grid.height, tokensPerFrame, maxFrames };
  }

  look(view: ViewRequest, onProgress: (done: number, total: number) => void): Promise<void> {
    return this.#run(async ({ parts, features, grid, views }) => {
      if (grid === null) throw new LoupeError('internal', 'The layout of frames was not asked for.');
      await release(views.get(view.name)?.read ?? null);
      views.delete(view.name);
      views.set(view.name, await readView(parts, features, grid, view, onProgress));
    });
  }

  ask({ view, ...asked }: AskRequest, onEvent: (event: AnswerEvent) => void | Promise<void>): Promise<void> {
    return this.#run(async (running) => {
      const { parts, rung, views } = running;
      const prefix = views.get(view);
      if (prefix === undefined) throw new LoupeError('internal', `The view “${view}” was not shown.`);
      // Finding out takes a dozen runs of the decoder, which quick verdicts need not wait for.
      const rationales = asked.questions.filter(({ rationaleText }) => rationaleText !== null).length;
      if (rationales > 1 && running.layout === undefined) running.layout = await findCacheLayout(parts, rung);
      await answerQuestions(parts, prefix, running.layout ?? null, asked, onEvent);
    });
  }

  write(instruction: string, maxTokens: number): Promise<string> {
    return this.#run(async ({ parts }) => {
      const { head, tail } = plainChat(parts.processor, parts.family);
      const branch = new Branch(parts, null);
      try {
        const logits = await branch.read(tokenize(parts.tokenizer, head + instruction + tail));
        const limits = { maxTokens, endsWith: null, endsInLoop };
        return (await writeText(parts, branch, logits, greedy, limits, () => undefined)).text;
      } finally {
        await branch.close();
      }
    });
  }

  knownAnswers(): Promise<KnownAnswers> {
    return this.#run(({ parts }) => computeKnownAnswers(parts));
  }

  #loaded(): Running {
    if (this.#running === null) throw new LoupeError('internal', 'No model is loaded.');
    return this.#running;
  }

  async #run<T>(work: (running: Running) => Promise<T>): Promise<T> {
    const running = this.#loaded();
    try {
      return await work(running);
    } catch (reason) {
      throw await failureOf(reason, running.watch);
    }
  }
}

/** Why a run failed, in Loupe's words. */
async function failureOf(reason: unknown, { loss }: GpuWatch): Promise<LoupeError> {
  const told = new Promise((resolve) => setTimeout(resolve, LOSS_IS_TOLD_MILLISECONDS));
  return await loss.wait(told).then(() => runtimeError(reason), runtimeError);
}
