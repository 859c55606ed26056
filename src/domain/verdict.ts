import { z } from 'zod';
import { momentSchema } from './moment.ts';
import { rationaleSchema } from './reasoning.ts';

/** A measured value beside what is usual, as evidence for an answer. */
export const measurementSchema = z.object({
  /** Id of the signal. */
  signal: z.string(),
  name: z.string(),
  value: z.number(),
  unit: z.string(),
  /** The range in which 90 % of ordinary footage lies. */
  usual: z.tuple([z.number(), z.number()]),
});

export type Measurement = z.infer<typeof measurementSchema>;

const common = {
  questionId: z.string(),
  /** Id of the judge that answered (or would not). */
  judge: z.string(),
  /** Why, in plain English: the rationale of an answer, or the reason there is none. */
  reason: z.string(),
};

export const answeredVerdictSchema = z.object({
  ...common,
  status: z.literal('answered'),
  /** Probability that the answer is yes, 0..1, given that it is yes or no. */
  pYes: z.number().min(0).max(1),
  /** Probability the judge gave to yes and no together, 0..1. Under 0.5 the verdict is unreliable. */
  mass: z.number().min(0).max(1),
  /** True where the judge gives no probability, only yes or no; pYes is then 0 or 1. */
  hard: z.boolean(),
  moments: z.array(momentSchema),
  measurements: z.array(measurementSchema),
  /** How a model came to it; absent where no model answered. */
  rationale: rationaleSchema.optional(),
  /** Ids of the followed things it rests on; absent where it rests on none. */
  tracks: z.array(z.string()).optional(),
});

export const unassessedVerdictSchema = z.object({
  ...common,
  status: z.literal('unassessed'),
  /** What would get it answered, in one sentence. */
  remedy: z.string(),
});

export const verdictSchema = z.discriminatedUnion('status', [answeredVerdictSchema, unassessedVerdictSchema]);

export type AnsweredVerdict = z.infer<typeof answeredVerdictSchema>;
export type UnassessedVerdict = z.infer<typeof unassessedVerdictSchema>;
export type Verdict = z.infer<typeof verdictSchema>;
