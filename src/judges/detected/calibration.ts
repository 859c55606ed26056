import { z } from 'zod';
import { DETECTOR_LABELS } from '../../detectors/lexicon/labels.ts';
import { RELATIONS } from '../../detectors/relations.ts';
import { type ValidatedKinds, validationSchema } from '../../domain/validation.ts';
import data from './calibration.json' with { type: 'json' };

const fittedSchema = z.object({
  /** Of the answers given, each clip judged by a fit without it; yes and no weigh the same. */
  validation: validationSchema,
  /** Share of labelled cases that were answered at all. */
  coverage: z.number().min(0).max(1),
  /** What it was fitted to, and on how much. */
  fittedTo: z.string(),
});

/** pYes = 1 / (1 + exp(−(bias + object · x + pose · y))), x and y the logits of the two detectors' scores. */
const presenceModelSchema = z.object({
  bias: z.number(),
  object: z.number().nonnegative(),
  /** 0 where the thing has no body. */
  pose: z.number().nonnegative(),
});

const calibrationSchema = z.object({
  version: z.string(),
  presence: fittedSchema.extend({
    person: presenceModelSchema,
    thing: presenceModelSchema,
    /** Quantile over the frames that stands for the clip. */
    quantile: z.number().min(0).max(1),
    /** Between these pYes is no answer. */
    unsure: z.tuple([z.number(), z.number()]),
    /** Taken off the bias of things that the detector likes to see where they are not. */
    doubted: z.partialRecord(z.enum(DETECTOR_LABELS), z.number().positive()),
    /** Things so small that the detector not finding them says little; by hand. */
    oftenMissed: z.array(z.enum(DETECTOR_LABELS)),
  }),
  count: fittedSchema.extend({
    /** Boxes with less are not counted. */
    leastScore: z.number().min(0).max(1),
    /** Quantile over the frames that stands for the clip. */
    quantile: z.number().min(0).max(1),
    /** Probability that there are as many as asked for when the number found differs from it by 0, by 1, and by more. */
    pSame: z.tuple([z.number(), z.number(), z.number()]),
  }),
  /** pYes = 1 / (1 + exp(−(bias + Σ weights · features))), see motion-model.ts. */
  motion: fittedSchema.extend({
    bias: z.number(),
    weights: z.array(z.number()).length(2),
    /** Between these pYes is no answer. */
    unsure: z.tuple([z.number(), z.number()]),
  }),
  relation: fittedSchema.extend({
    /** Share of the frames in which both things have to be found. */
    leastShare: z.number().min(0).max(1),
    /** Share of the frames that tell which have to agree. */
    agreeing: z.number().min(0.5).max(1),
    /** Probability that it is so where the boxes say so, and that it is not where they do not. */
    pHolds: z.record(z.enum(RELATIONS), z.number().min(0.5).max(1)),
  }),
  /** Set by hand after a look at 72 generated clips; not validated. */
  framing: z.object({
    /** Share of the frame from which on a thing is shown from near, and up to which it is not. */
    nearArea: z.number().min(0).max(1),
    farArea: z.number().min(0).max(1),
    /** Share of the frame's height up to which a thing is small in its surroundings. */
    farHeight: z.number().min(0).max(1),
    /** Probability that the shot is called what its size says. */
    pSame: z.number().min(0.5).max(1),
  }),
  permanence: fittedSchema.extend({
    /** A gap in a track that is less clear is none. */
    leastClearness: z.number().min(0).max(1),
    /** Probability that something vanishes without a cause where there is a gap, and where none is found. */
    pGap: z.number().min(0).max(1),
    pNone: z.number().min(0).max(1),
  }),
  text: fittedSchema.extend({
    /** What is at least this similar may be the reader's own slip, as with ornate letters. */
    nearSimilarity: z.number().min(0).max(1),
    /**
     * Probability that the quoted text is there when it was read, when one near to it was, when another one was, and when none was; by
     * hand, nearer to ½ than rendered texts ask for.
     */
    pSame: z.number().min(0).max(1),
    pNear: z.number().min(0).max(1),
    pOther: z.number().min(0).max(1),
    pNothing: z.number().min(0).max(1),
  }),
});

export type PresenceModel = z.infer<typeof presenceModelSchema>;
export type Calibration = z.infer<typeof calibrationSchema>;

/** The calibration the judge ships with; written by training/detected/fit.ts, but for the text, which is measured by test/bench/text. */
export const CALIBRATION: Calibration = calibrationSchema.parse(data);

/** What it answers and how well that held, for the card. */
export function validatedKinds({ presence, count, motion, relation, permanence, text }: Calibration): ValidatedKinds {
  return {
    entity_present: presence.validation,
    entity_absent: presence.validation,
    count: count.validation,
    motion_present: motion.validation,
    relation: relation.validation,
    camera: null,
    permanence: permanence.validation,
    rendered_text: text.validation,
  };
}
