import type { Highlight } from './highlight.ts';

/** What answers can ask of the page around them. Stable, so that a list of answers renders once. */
export interface EvidenceCommands {
  /** Lights the timeline while something is pointed at; null puts it out. */
  light: (highlight: Highlight | null) => void;
  /** Goes to a stretch of the clip and repeats it. */
  show: (startSeconds: number, endSeconds: number) => void;
  /** Leaves a question out of the score, or counts it again. */
  mute: (questionId: string, muted: boolean) => void;
}
