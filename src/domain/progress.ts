/** The stages of a run, in order. */
export const STAGES = ['probe', 'questions', 'frames', 'judge', 'report'] as const;

export type Stage = (typeof STAGES)[number];

/** How far a stage is. */
export interface Progress {
  stage: Stage;
  /** Units done and in all (frames, questions); total is 0 while it is not known. */
  done: number;
  total: number;
}
