import { z } from 'zod';
import { QUESTION_KINDS } from '../../domain/question.ts';
import type { ValidatedKinds } from '../../domain/validation.ts';
import data from './calibration.json' with { type: 'json' };

const scaleSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('linear') }),
  z.object({ type: z.literal('log'), offset: z.number().positive() }),
  z.object({ type: z.literal('outside'), low: z.number(), high: z.number() }),
]);

const termSchema = z.object({
  /** Id of the signal. */
  signal: z.string(),
  /** `spread`: 90 % quantile less 10 % quantile. */
  statistic: z.enum(['mean', 'median', 'q10', 'q25', 'q75', 'q90', 'max', 'spread']),
  /** `log`: ln(value + offset). `outside`: distance from the interval [low, high], 0 inside it. */
  scale: scaleSchema,
  weight: z.number(),
});

/** What one signal alone says against a clip, whatever the terms do. */
const eventSchema = z.object({
  signal: z.string(),
  scale: scaleSchema,
  worse: z.enum(['high', 'low']),
  /**
   * `stretch`: the stretch that differs most from what is beside it. `spikes`: that of values that exceed both neighbours. `peak`: the
   * worst value. `level`: the median, for what no labels tell how to add to the terms.
   */
  shape: z.enum(['stretch', 'spikes', 'peak', 'level']),
  /** Probability that people notice it: 1 / (1 + exp(−(bias + weight · effect))), the effect on the scale. */
  bias: z.number(),
  weight: z.number().positive(),
});

const modelSchema = z.object({
  /** pYes = 1 / (1 + exp(−(bias + Σ weight · x))): monotone in every term. */
  bias: z.number(),
  terms: z.array(termSchema),
  /** What also speaks for the bad answer; absent where there is none. */
  events: z.array(eventSchema).optional(),
  /** Share of labelled clips on the right side of ½, each judged by a fit without its prompt; null without labels. */
  accuracy: z.number().min(0).max(1).nullable(),
  /** Expected calibration error over ten bins of pYes, of the same judgements; null without labels. */
  calibrationError: z.number().min(0).max(1).nullable(),
  /** Labelled clips that both were measured on; null without labels. */
  clips: z.int().positive().nullable().default(null),
  /** What it was fitted to, and on how many clips. */
  fittedTo: z.string(),
});

const calibrationSchema = z.object({
  version: z.string(),
  kinds: z.partialRecord(z.enum(QUESTION_KINDS), modelSchema),
});

export type EventModel = z.infer<typeof eventSchema>;
export type Term = z.infer<typeof termSchema>;
export type Model = z.infer<typeof modelSchema>;
export type Calibration = z.infer<typeof calibrationSchema>;

/** The calibration the judge ships with; written by training/measured/fit.ts. */
export const CALIBRATION: Calibration = calibrationSchema.parse(data);

/** How well the answers to each kind of question held, for the card. */
export function validatedKinds(calibration: Calibration): ValidatedKinds {
  const found: ValidatedKinds = {};
  for (const kind of QUESTION_KINDS) {
    const model = calibration.kinds[kind];
    if (model === undefined) continue;
    const { accuracy, calibrationError, clips } = model;
    found[kind] = accuracy === null ? null : { accuracy, calibrationError, clips };
  }
  return found;
}
