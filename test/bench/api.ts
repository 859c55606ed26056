/** One line of `npm run bench`. Both times were taken in one run on one machine; only their ratio travels. */
export interface BenchResult {
  name: string;
  /** baseline / ours: how many times faster than the baseline. */
  ratio: number;
  baseline_ms: number;
  ours_ms: number;
  note: string;
}

export type Bench = () => Promise<Omit<BenchResult, 'name' | 'ratio'>>;

export interface BenchApi {
  names: string[];
  run(name: string): Promise<BenchResult>;
}

declare global {
  interface Window {
    loupeBench?: BenchApi;
  }
}
