import type { Bench } from '../api.ts';
import { naiveInWords, oursInWords, questionMs, setting } from './in-words.ts';
import { LONGEST_RATIONALE, QUESTIONS, RATIONALE_TOKENS } from './material.ts';
import { runNaive } from './naive-run.ts';
import { runOurs } from './our-run.ts';

/** 20 answers with verdict, rationale and verdict after it, against one `generate` of the rationale's length for each question. */
export const reasonedVsNaive: Bench = async (checkpoint) => {
  const ours = await runOurs(checkpoint, 'reasoned');
  const naive = await runNaive(checkpoint, 'reasoned', RATIONALE_TOKENS);
  const ours_ms = ours.framesMs + ours.prefillMs + ours.askMs;
  const baseline_ms = QUESTIONS * questionMs(naive);
  const perSecond = ours.tokensPerSecond ?? Number.NaN;
  const more = (1000 * QUESTIONS * (LONGEST_RATIONALE - RATIONALE_TOKENS)) / perSecond;
  const note = [
    `${setting(checkpoint)}, ${RATIONALE_TOKENS} tokens each`,
    `${oursInWords(ours)}, ${perSecond.toFixed(1)} tokens a second`,
    `one naive question measured, times ${QUESTIONS}; ${naiveInWords(naive)}`,
    `${((baseline_ms + more) / (ours_ms + more)).toFixed(1)} times if each were ${LONGEST_RATIONALE} tokens, at that rate`,
  ].join('; ');
  return { ours_ms, baseline_ms, note };
};
