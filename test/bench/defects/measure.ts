import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { HeadlessApp } from '../../../cli/headless-app.ts';
import { EQUAL_PROFILE } from '../../../src/domain/profile.ts';
import { DEFAULT_REASONING } from '../../../src/domain/reasoning.ts';
import type { Report } from '../../../src/domain/report.ts';
import { builtApp, ensureReport } from './cache.ts';

/** A clip that takes longer than this hangs. */
const LONGEST_SECONDS = 120;

const SETTINGS = { judge: 'measured', gateByParents: false, profile: EQUAL_PROFILE, reasoning: DEFAULT_REASONING };

/** Several copies of the app, each of which measures one clip at a time. */
export class Meters {
  /** Hash of the build that measures. */
  readonly app: string;
  readonly #apps: readonly HeadlessApp[];

  private constructor(apps: readonly HeadlessApp[]) {
    this.#apps = apps;
    this.app = builtApp();
  }

  /** Starts `lanes` copies of the app. */
  static async start(lanes: number): Promise<Meters> {
    const apps: HeadlessApp[] = [];
    // One after the other: the first may have to build the app.
    for (let lane = 0; lane < lanes; lane++) apps.push(await HeadlessApp.start());
    return new Meters(apps);
  }

  get lanes(): number {
    return this.#apps.length;
  }

  /**
   * Measures a clip, unless this build of the app has done so before.
   * @param sha256 of the file
   * @throws Error when the clip cannot be measured, or the app was built anew meanwhile
   */
  async measure(path: string, sha256: string, lane: number): Promise<Report> {
    return await ensureReport(this.app, sha256, async () => {
      const app = this.#apps[lane];
      if (app === undefined) throw new Error(`There is no lane ${lane}.`);
      const request = { path, prompt: null, settings: SETTINGS, longestSeconds: LONGEST_SECONDS };
      const outcome = await app.evaluate(request, () => undefined);
      if (builtApp() !== this.app)
        throw new Error('The app was built anew while it was being measured. Run this again: what was made is kept.');
      if ('error' in outcome) throw new Error(`${basename(path)}: ${outcome.error.code}: ${outcome.error.message}`);
      return outcome.report;
    });
  }

  async close(): Promise<void> {
    await Promise.all(this.#apps.map((app) => app.close()));
  }
}

export function hashOfFile(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

/** Works through a list in several lanes; what fails ends them all. */
export async function inLanes<T>(
  items: readonly T[],
  lanes: number,
  work: (item: T, lane: number) => Promise<void>,
): Promise<void> {
  const queue = [...items];
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
        try {
          await work(item, lane);
        } catch (reason) {
          queue.length = 0;
          throw reason;
        }
      }
    }),
  );
}
