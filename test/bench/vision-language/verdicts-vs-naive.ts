import type { Bench } from '../api.ts';
import { naiveInWords, oursInWords, setting, totalMs } from './in-words.ts';
import { QUESTIONS } from './material.ts';
import { runNaive } from './naive-run.ts';
import { quickRun } from './our-run.ts';

/** 20 verdicts on one shared view, against the library's `processor` and `generate` (one token) for each question. */
export const verdictsVsNaive: Bench = async (checkpoint) => {
  const ours = await quickRun(checkpoint);
  const { asShipped, resizedOnce, peakBytes } = await runNaive(checkpoint, 'quick', 1, { alsoResizedOnce: true });
  const ours_ms = ours.framesMs + ours.prefillMs + ours.askMs;
  const baseline_ms = QUESTIONS * totalMs(asShipped);
  const withoutUpscaling = resizedOnce === null ? '' : ((QUESTIONS * totalMs(resizedOnce)) / ours_ms).toFixed(1);
  const note = [
    setting(checkpoint),
    oursInWords(ours),
    naiveInWords(asShipped, peakBytes),
    `${withoutUpscaling} times with the processor's size set to the model's`,
  ].join('; ');
  return { ours_ms, baseline_ms, note };
};
