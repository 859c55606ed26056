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
  /** Times at which each question's tokens came. */
  readonly #tokens = new Map<string, number[]>();

  readonly hear = ({ type, questionId }: AnswerEvent): void => {
    const now = performance.now();
    if (type === 'before') {
      this.#verdicts++;
      this.firstVerdictAt ||= now;
    } else if (type === 'text') this.#tokens.set(questionId, [...(this.#tokens.get(questionId) ?? []), now]);
  };

  /** A run that answered less, or wrote less, would be fast for the wrong reason. */
  check(verdicts: number, tokensEach: number): void {
    if (this.#verdicts !== verdicts) throw new Error(`${this.#verdicts} verdicts came instead of ${verdicts}.`);
    const short = [...this.#tokens.values()].filter(({ length }) => length !== tokensEach);
    if (short.length > 0) throw new Error(`${short.length} rationales do not have ${tokensEach} tokens.`);
    if (tokensEach > 0 && this.#tokens.size !== verdicts) throw new Error('A rationale is missing.');
  }

  tokensPerSecond(): number | null {
    const times = [...this.#tokens.values()];
    if (times.length === 0) return null;
    const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
    const steps = sum(times.map(({ length }) => length - 1));
    return (1000 * steps) / sum(times.map((at) => (at.at(-1) ?? 0) - (at[0] ?? 0)));
  }
}
