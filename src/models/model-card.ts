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
  /** Frames that it is best shown at once. */
  framesPerView: z.int().min(1).max(64).optional(),
});

export type ModelCard = z.infer<typeof modelCardSchema>;

/** Name of the file in a model's folder. */
export const CARD_FILE = 'card.json';
