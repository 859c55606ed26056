import type { BenchCheckpoint } from '../api.ts';
import { FRAMES, QUESTIONS } from './material.ts';
import type { NaiveRun } from './naive-run.ts';
import type { OurRun } from './our-run.ts';

export const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;

const memory = (bytes: number | null): string => (bytes === null ? 'unknown' : `${(bytes / 2 ** 30).toFixed(2)} GB`);

export function setting({ preset, dtype }: BenchCheckpoint): string {
  return `${preset} (random weights) in ${dtype} on wasm, ${FRAMES} frames, ${QUESTIONS} questions`;
}

export function oursInWords({ loadMs, framesMs, prefillMs, askMs, peakBytes }: OurRun): string {
  return [
    `ours: ${seconds(framesMs / FRAMES)} a frame, ${seconds(prefillMs)} to read the view`,
    `${seconds(askMs / QUESTIONS)} a question`,
    `load ${seconds(loadMs)} not counted, peak memory ${memory(peakBytes)}`,
  ].join(', ');
}

export function naiveInWords({ processMs, generateMs, peakBytes }: NaiveRun): string {
  return `naive: processor ${seconds(processMs)}, generate ${seconds(generateMs)}, peak memory ${memory(peakBytes)}`;
}

export const questionMs = ({ processMs, generateMs }: NaiveRun): number => processMs + generateMs;

/** With the processor's size set to the model's. */
export const resizedAtOnceMs = ({ processAtOnceMs, generateMs }: NaiveRun): number => processAtOnceMs + generateMs;
