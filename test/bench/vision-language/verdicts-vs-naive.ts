import type { Bench } from '../api.ts';
import { naiveInWords, oursInWords, questionMs, resizedAtOnceMs, setting } from './in-words.ts';
import { QUESTIONS } from './material.ts';
import { runNaive } from './naive-run.ts';
import { quickRun } from './our-run.ts';

/**
 * 20 verdicts on one shared view, against the library's `processor` and `generate` (one token) for each question. One naive question
 * before and one after stand for 20: each takes about as long as all of ours.
 */
export const verdictsVsNaive: Bench = async (checkpoint) => {
  const before = await runNaive(checkpoint, 'quick', 1);
  const ours = await quickRun(checkpoint);
  const after = await runNaive(checkpoint, 'quick', 1);
  const ours_ms = ours.framesMs + ours.prefillMs + ours.askMs;
  const baseline_ms = (QUESTIONS * (questionMs(before) + questionMs(after))) / 2;
  const resizedAtOnce = (QUESTIONS * (resizedAtOnceMs(before) + resizedAtOnceMs(after))) / 2 / ours_ms;
  const note = [
    setting(checkpoint),
    oursInWords(ours),
    `two naive questions measured, their mean times ${QUESTIONS}`,
    naiveInWords(before),
    naiveInWords(after),
    `${resizedAtOnce.toFixed(1)} times with the processor's size set to the model's`,
  ].join('; ');
  return { ours_ms, baseline_ms, note };
};
