import type { Bench } from '../api.ts';
import { oursInWords, setting } from './in-words.ts';
import { quickRun } from './our-run.ts';

/** What 20 verdicts cost against one: frames and view are paid for once. Here the ratio should be small. */
export const verdictsVsOne: Bench = async (checkpoint) => {
  const ours = await quickRun(checkpoint);
  const looking = ours.framesMs + ours.prefillMs;
  return {
    ours_ms: looking + ours.firstVerdictMs,
    baseline_ms: looking + ours.askMs,
    note: `cost of 20 (as baseline_ms) / cost of 1 (as ours_ms), aim at most 2; ${setting(checkpoint)}; ${oursInWords(ours)}`,
  };
};
