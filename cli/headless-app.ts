import { type Browser, chromium, type JSHandle, type Page } from 'playwright';
import type { ErrorData } from '../src/domain/error.ts';
import type { Question } from '../src/domain/question.ts';
import type { ReasoningSettings } from '../src/domain/reasoning.ts';
import type { Report } from '../src/domain/report.ts';
import type { EvaluationSettings } from '../src/evaluate/evaluation.ts';
import type { HeadlessApi, HeadlessEvent } from '../src/headless-api.ts';
import type { JudgeOffer } from '../src/judges/judge.ts';
import { BROWSER_FLAGS, findOrInstallBrowser, WEBGPU_FLAGS } from './browser.ts';
import { DIST } from './paths.ts';
import { buildAppIfStale } from './production-build.ts';
import { type RunningServer, type ServeOptions, serve } from './server.ts';

export interface HeadlessOptions extends ServeOptions {
  device?: ReasoningSettings['device'];
}

export interface ClipRequest {
  path: string;
  prompt: string | null;
  settings: EvaluationSettings;
  longestSeconds: number;
}

export type EvaluationOutcome = { report: Report } | { error: ErrorData };

const CRASHED: ErrorData = {
  code: 'worker_crashed',
  message: 'The browser page that judged this clip stopped, most likely for lack of memory.',
  remedy: 'Try a shorter or smaller clip.',
};
const TIMED_OUT = { code: 'timeout', remedy: 'Try a shorter or smaller clip.' } as const;

/** The built app in a headless browser: the same pipeline as in the window, driven from the command line. */
export class HeadlessApp {
  readonly #server: RunningServer;
  readonly #browser: Browser;
  #page: Page | null = null;
  #onEvent: (event: HeadlessEvent) => void = () => undefined;

  private constructor(server: RunningServer, browser: Browser) {
    this.#server = server;
    this.#browser = browser;
  }

  /** @param options.device where models are to run; for `webgpu` the browser gets a GPU, or one that the processor plays */
  static async start({ device = 'best', ...options }: HeadlessOptions = {}): Promise<HeadlessApp> {
    const executablePath = findOrInstallBrowser();
    await buildAppIfStale();
    const server = await serve(DIST, 0, options);
    try {
      const args = [...BROWSER_FLAGS, ...(device === 'webgpu' ? WEBGPU_FLAGS : [])];
      return new HeadlessApp(server, await chromium.launch({ executablePath, args }));
    } catch (reason) {
      server.close();
      throw reason;
    }
  }

  /**
   * Judges one file. A page that dies ends this file with `worker_crashed`, one that does not answer in time with
   * `timeout`; the next file gets a fresh page.
   */
  async evaluate(
    { path, prompt, settings, longestSeconds }: ClipRequest,
    onEvent: (event: HeadlessEvent) => void,
  ): Promise<EvaluationOutcome> {
    this.#onEvent = onEvent;
    const page = await this.#freshPage();
    let fail: (outcome: EvaluationOutcome) => void = () => undefined;
    const failure = new Promise<EvaluationOutcome>((resolve) => {
      fail = resolve;
    });
    const abandon = (error: ErrorData) => {
      this.#page = null;
      fail({ error });
    };
    page.once('crash', () => abandon(CRASHED));
    const timer = setTimeout(() => {
      abandon({ ...TIMED_OUT, message: `Judging this clip took longer than ${longestSeconds} s.` });
      void page.close();
    }, longestSeconds * 1000);
    await page.setInputFiles('#clip', path);
    const outcome = page.evaluate(([app, prompt, settings]) => app.evaluate(prompt, settings), [
      await this.#api(page),
      prompt,
      settings,
    ] as const);
    // After a crash this rejects too; the crash tells more.
    outcome.catch(() => undefined);
    try {
      return await Promise.race([failure, outcome]);
    } finally {
      clearTimeout(timer);
    }
  }

  async listJudges(): Promise<JudgeOffer[]> {
    const api = await this.#api(await this.#freshPage());
    return await api.evaluate((app) => app.listJudges());
  }

  async writeQuestions(prompts: string[]): Promise<Question[][]> {
    const page = await this.#freshPage();
    const api = await this.#api(page);
    return await api.evaluate((app, prompts) => app.writeQuestions(prompts), prompts);
  }

  async computeKnownAnswers(folder: string): Promise<Awaited<ReturnType<HeadlessApi['computeKnownAnswers']>>> {
    const api = await this.#api(await this.#freshPage());
    return await api.evaluate((app, folder) => app.computeKnownAnswers(folder), folder);
  }

  async close(): Promise<void> {
    await this.#browser.close();
    this.#server.close();
  }

  async #freshPage(): Promise<Page> {
    if (this.#page !== null) return this.#page;
    const page = await this.#browser.newPage();
    await page.exposeFunction('onLoupeEvent', (event: HeadlessEvent) => this.#onEvent(event));
    await page.goto(`${this.#server.url}/headless.html`);
    this.#page = page;
    return page;
  }

  /** A handle on what the page offers, once its script has run. */
  async #api(page: Page): Promise<JSHandle<HeadlessApi>> {
    return (await page.waitForFunction(() => window.loupe)) as JSHandle<HeadlessApi>;
  }
}
