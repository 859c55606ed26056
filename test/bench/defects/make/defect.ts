import type { Dimension } from '../../../../src/domain/dimension.ts';
import type { QuestionKind } from '../../../../src/domain/question.ts';
import type { RawClip, Span } from './raw-clip.ts';

export const STRENGTHS = ['mild', 'medium', 'strong'] as const;
export type Strength = (typeof STRENGTHS)[number];

/** Whether the whole clip is damaged or half a second to a second of it. */
export const SCOPES = ['whole', 'window'] as const;
export type Scope = (typeof SCOPES)[number];

/** What a defect is done with. */
export interface Job {
  clip: RawClip;
  /** Frames to damage: all of them, or a window. */
  span: Span;
  scope: Scope;
  /** How much, in the defect's own unit. */
  amount: number;
  /** Numbers in [0, 1), the same for all strengths of one source, defect and scope. */
  random: () => number;
  /** Another source in the same size, for a cut to it. */
  other: () => Promise<RawClip>;
}

export interface Damaged {
  clip: RawClip;
  /** Frames of the damaged clip in which the defect shows; to name any one of the spans is right. */
  shows: readonly Span[];
}

export interface Defect {
  id: string;
  /** Dimension whose score is to fall. */
  dimension: Dimension;
  /** Kinds of questions of which one is to get a bad answer; the one that is meant first. */
  questions: readonly QuestionKind[];
  /** Kinds for which it leaves open what the right answer is. */
  unclear: readonly QuestionKind[];
  /** Other dimensions that move by the defect's nature: a frozen clip moves less. */
  related: readonly Dimension[];
  scopes: readonly Scope[];
  amounts: Readonly<Record<Strength, number>>;
  /** Unit of the amounts. */
  unit: string;
  /** Shows only where something moves. */
  needsMotion: boolean;
  /** Takes up more of the source than it shows, so that a window has to lie early. */
  consumes: boolean;
  /** Leads to another clip, so that it hangs on which one that is. */
  joinsOther: boolean;
  damage: (job: Job) => Damaged | Promise<Damaged>;
}
