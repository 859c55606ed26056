import { z } from 'zod';
import { QUESTION_KINDS } from '../domain/question.ts';
import { validationSchema } from '../domain/validation.ts';

/** On a card a plain number is an accuracy alone, and what else is not known may be left out. */
const cardValidationSchema = z.union([
  validationSchema.extend({
    calibrationError: validationSchema.shape.calibrationError.default(null),
    clips: validationSchema.shape.clips.default(null),
  }),
  validationSchema.shape.accuracy.transform((accuracy) => ({ accuracy, calibrationError: null, clips: null })),
]);

/**
 * An affine map of the logit of the good answer, by kind of question: p = σ(scale · logit + shift), after Platt, "Probabilistic
 * outputs for support vector machines" (1999).
 */
const mapsSchema = z.partialRecord(
  z.enum(QUESTION_KINDS),
  z.object({ scale: z.number().positive(), shift: z.number() }),
);

const calibrationSchema = z.object({
  version: z.string().min(1).max(40),
  /** Of answers behind a reason. */
  kinds: mapsSchema,
  /** Of answers that are given at once. */
  atOnce: mapsSchema.default({}),
});

export type ModelCalibration = z.infer<typeof calibrationSchema>;

/** Contents of the optional card.json in a model's folder: what is known of it beyond its configuration. */
export const modelCardSchema = z.object({
  id: z
    .string()
    .regex(/^[A-Za-z0-9][\w.-]*$/)
    .max(100)
    .optional(),
  name: z.string().min(1).max(100).optional(),
  /** One sentence for the person who chooses. */
  description: z.string().max(500).optional(),
  /** SPDX identifier where there is one. */
  licence: z.string().max(100).optional(),
  /** Where its files came from. */
  source: z.string().max(500).optional(),
  /** How well its answers held on labelled clips, by kind of question; null for a kind it answers but was not validated on. */
  kinds: z.partialRecord(z.enum(QUESTION_KINDS), cardValidationSchema.nullable()).optional(),
  /** SHA-256 in hex of its files, by path within the folder. */
  sha256: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)).optional(),
  /** How sure its answers are, fitted on labelled clips; without it what the model says is taken as it is. */
  calibration: calibrationSchema.optional(),
  /** A small model to fall back on: \`auto\` asks it only where no other model can be run. */
  fallback: z.boolean().optional(),
  /** Frames that it is best shown at once. */
  framesPerView: z.int().min(1).max(64).optional(),
});

export type ModelCard = z.infer<typeof modelCardSchema>;

/** Name of the file in a model's folder. */
export const CARD_FILE = 'card.json';
