/** One rendered clip, and what was read in it. */
export interface TextResult {
  /** What stands in the clip. */
  shown: string;
  garbled: boolean;
  /** Of each frame, its lines. */
  read: string[][];
  /** Best over the frames, against the text of the case. */
  similarity: number;
  isSame: boolean;
  /** The same against the text of another case, which is not there. */
  isOther: boolean;
  milliseconds: number;
}

export interface TextBenchApi {
  cases: number;
  /** Right, misspelt and garbled, in this order. */
  run(number: number): Promise<TextResult[]>;
}

declare global {
  interface Window {
    loupeTextBench?: TextBenchApi;
  }
}
