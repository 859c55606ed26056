import type { Preset } from '../models/presets.ts';
import type { Dtype } from '../models/spec.ts';

/** One line of `npm run bench`. Both times were taken in one run on one machine; only their ratio travels. */
export interface BenchResult {
  name: string;
  /** baseline / ours: how many times faster than the baseline. */
  ratio: number;
  baseline_ms: number;
  ours_ms: number;
  note: string;
}

/** A checkpoint of the tests' own builder: weights are random, dimensions and operators are real. */
export interface BenchCheckpoint {
  preset: Preset;
  dtype: Dtype;
}

/** Benches without a model are given the checkpoint too, and leave it alone. */
export type Bench = (checkpoint: BenchCheckpoint) => Promise<Omit<BenchResult, 'name' | 'ratio'>>;

export interface BenchApi {
  names: string[];
  /** Whether the checkpoint must be there under /models/ before the bench is run. */
  needsCheckpoint(name: string): boolean;
  run(name: string, checkpoint: BenchCheckpoint): Promise<BenchResult>;
}

declare global {
  interface Window {
    loupeBench?: BenchApi;
    /** Greatest memory of the page's process since the last call, in bytes; null where it is not known. */
    loupePeakMemory?: () => Promise<number | null>;
  }
}
