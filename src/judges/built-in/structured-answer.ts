import { z } from 'zod';
import type { ReasoningSettings } from '../../domain/reasoning.ts';

const ANSWER = { type: 'string', enum: ['yes', 'no'] };
const REASON = { type: 'string' };

/** JSON Schema of an answer. The reason stands first, so that the answer follows from it. */
export function answerSchema(depth: ReasoningSettings['depth']): object {
  const properties = depth === 'quick' ? { answer: ANSWER } : { reason: REASON, answer: ANSWER };
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}

const structuredAnswerSchema = z.object({ reason: z.string().default(''), answer: z.enum(['yes', 'no']) });

export type StructuredAnswer = z.infer<typeof structuredAnswerSchema>;

/** Reads what the model wrote; null when it is not of the form asked for, as when it was cut off. */
export function readAnswer(text: string): StructuredAnswer | null {
  try {
    return structuredAnswerSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** The reason in an answer that is still being written; "" before it begins. */
export function partialReason(text: string): string {
  const written = /"reason"\s*:\s*("(?:[^"\\]|\\.)*)/su.exec(text)?.[1];
  if (written === undefined) return '';
  try {
    return z.string().parse(JSON.parse(`${written}"`));
  } catch {
    // An escape that is half written: "\u00".
    return '';
  }
}
