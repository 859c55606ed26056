import { z } from 'zod';
import { QUESTION_KINDS, type QuestionKind } from './question.ts';

const fraction = z.number().min(0).max(1);

/** How well a judge's answers to one kind of question held on clips whose right answer was known. */
export const validationSchema = z.object({
  /** Share of these clips on which its answer was the right one, 0..1. */
  accuracy: fraction,
  /**
   * Expected calibration error, 0..1: mean distance between its probabilities and how often they came true (Guo et al., arXiv
   * 1706.04599); null where it was not measured.
   */
  calibrationError: fraction.nullable(),
  /** How many clips; null where it was not recorded. */
  clips: z.int().positive().nullable(),
});

/** The kinds of question that a judge answers; null for one on which it was never validated. */
export const validatedKindsSchema = z.partialRecord(z.enum(QUESTION_KINDS), validationSchema.nullable());

export type Validation = z.infer<typeof validationSchema>;
export type ValidatedKinds = z.infer<typeof validatedKindsSchema>;

/** The kinds that were validated, in the order of the list of kinds. */
export function validations(kinds: ValidatedKinds): [QuestionKind, Validation][] {
  return QUESTION_KINDS.flatMap((kind): [QuestionKind, Validation][] => {
    const validation = kinds[kind];
    return validation === undefined || validation === null ? [] : [[kind, validation]];
  });
}

/** The kinds that are answered without having been validated, in the order of the list of kinds. */
export function unvalidated(kinds: ValidatedKinds): QuestionKind[] {
  return QUESTION_KINDS.filter((kind) => kinds[kind] === null);
}
