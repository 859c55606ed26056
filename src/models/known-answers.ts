import { z } from 'zod';
import { DTYPES } from './session-files.ts';

const values = (item: z.ZodType<number, number>) => z.array(item).min(1).max(100_000);

/** Logits that a fixed text must give: a machine that computes something else must not judge. */
export const knownAnswersSchema = z
  .object({
    /** Token ids of the fixed input. */
    inputIds: values(z.int().nonnegative()),
    /** Some token ids, and the logit that each must have after the input. */
    tokenIds: values(z.int().nonnegative()),
    logits: values(z.number()),
    /** Greatest allowed difference, in logits. */
    tolerance: z.number().positive(),
  })
  .refine(({ tokenIds, logits }) => tokenIds.length === logits.length, 'one logit for each token id');

export type KnownAnswers = z.infer<typeof knownAnswersSchema>;

/** Contents of known-answers.json: each precision has other weights, and so other answers. */
export const knownAnswersFileSchema = z.partialRecord(z.enum(DTYPES), knownAnswersSchema);

export type KnownAnswersFile = z.infer<typeof knownAnswersFileSchema>;

/** Name of the file in a model's folder. */
export const KNOWN_ANSWERS_FILE = 'known-answers.json';
