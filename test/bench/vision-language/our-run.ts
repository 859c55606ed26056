import { proxy } from 'comlink';
import { startJudge } from '../../../src/evaluate/workers.ts';
import type { AnswerEvent } from '../../../src/judges/vision-language/judge-api.ts';
import { questionText } from '../../../src/judges/vision-language/prompt-text.ts';
import type { BenchCheckpoint } from '../api.ts';
import { timeOf } from '../timing.ts';
import { benchQuestions, benchView, CLIP, RATIONALE_TOKENS } from './material.ts';

/** Where a run of 20 questions in the app's own worker spent its time, in milliseconds. */
export interface OurRun {
  loadMs: number;
  /** From the start to when each frame was encoded. */
  framesMs: number;
  prefillMs: number;
  /** From the first question to its verdict, before any rationale. */
  firstVerdictMs: number;
  /** All questions. */
  askMs: number;
  /** While a rationale is written; null in a quick run. */
  tokensPerSecond: number | null;
  peakBytes: number | null;
}

let quick: Promise<OurRun> | null = null;

/** 20 verdicts, measured once for all benches of a page: each run costs most of a minute. */
export function quickRun(checkpoint: BenchCheckpoint): Promise<OurRun> {
  quick ??= runOurs(checkpoint, 'quick');
  return quick;
}

export async function runOurs({ preset, dtype }: BenchCheckpoint, depth: 'quick' | 'reasoned'): Promise<OurRun> {
  await window.loupePeakMemory?.();
  const { signal } = new AbortController();
  const client = startJudge();
  try {
    const rung = { device: 'wasm', dtype } as const;
    const baseUrl = new URL('/models/', window.location.href).href;
    const request = { baseUrl, folder: preset, rung, sha256: {}, knownAnswers: null };
    const ignored = proxy(() => undefined);
    const loadMs = await timeOf(() => client.call((remote) => remote.load(request, ignored), signal));
    const { width, height } = await client.call((remote) => remote.layout(CLIP), signal);
    const view = benchView(width, height);

    const start = performance.now();
    let framesMs = 0;
    const onFrame = proxy((done: number) => {
      if (done === view.pictures.length) framesMs = performance.now() - start;
    });
    await client.call((remote) => remote.look(view, onFrame), signal);
    const looked = performance.now();

    const clock = new AnswerClock();
    const questions = benchQuestions().map((question) => ({
      id: question.id,
      verdictText: questionText(question, 'quick'),
      rationaleText: depth === 'quick' ? null : questionText(question, 'reasoned'),
    }));
    const asked = { view: view.name, questions, votes: 1, seed: 1, maxReasonTokens: RATIONALE_TOKENS };
    await client.call((remote) => remote.ask(asked, proxy(clock.hear)), signal);
    clock.check(questions.length, depth === 'quick' ? 0 : RATIONALE_TOKENS);
    return {
      loadMs,
      framesMs,
      prefillMs: looked - start - framesMs,
      firstVerdictMs: clock.firstVerdictAt - looked,
      askMs: performance.now() - looked,
      tokensPerSecond: clock.tokensPerSecond(),
      peakBytes: (await window.loupePeakMemory?.()) ?? null,
    };
  } finally {
    client.terminate();
  }
}

/** When answers came. */
class AnswerClock {
  firstVerdictAt = 0;
  #verdicts = 0;
  /** Tokens of each question's rationale. */
  readonly #tokens = new Map<string, number>();
  /** Tokens after the first of a rationale, which takes reading the question, and the time they took. */
  #laterTokens = 0;
  #writingMs = 0;
  #last: { at: number; type: AnswerEvent['type'] } | null = null;

  readonly hear = ({ type, questionId }: AnswerEvent): void => {
    const at = performance.now();
    if (type === 'before') {
      this.#verdicts++;
      this.firstVerdictAt ||= at;
    } else if (type === 'text') {
      const before = this.#tokens.get(questionId) ?? 0;
      this.#tokens.set(questionId, before + 1);
      if (before > 0) this.#laterTokens++;
      // Rationales may be written side by side: only the time between one token and the next counts, whosever it is.
      if (this.#last?.type === 'text') this.#writingMs += at - this.#last.at;
    }
    this.#last = { at, type };
  };

  /** A run that answered less, or wrote less, would be fast for the wrong reason. */
  check(verdicts: number, tokensEach: number): void {
    if (this.#verdicts !== verdicts) throw new Error(`${this.#verdicts} verdicts came instead of ${verdicts}.`);
    const rationales = [...this.#tokens.values()];
    if (rationales.length !== (tokensEach === 0 ? 0 : verdicts)) throw new Error('Rationales are missing.');
    if (rationales.some((tokens) => tokens !== tokensEach)) throw new Error('A rationale has another length.');
  }

  tokensPerSecond(): number | null {
    return this.#laterTokens === 0 ? null : (1000 * this.#laterTokens) / this.#writingMs;
  }
}
