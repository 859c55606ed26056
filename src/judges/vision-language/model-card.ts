import { QUESTION_KINDS, type QuestionKind } from '../../domain/question.ts';
import type { Rung } from '../../domain/reasoning.ts';
import type { ValidatedKinds } from '../../domain/validation.ts';
import type { FoundModel } from '../../models/found-model.ts';
import type { JudgeCard } from '../judge.ts';

/** A kind in which a model was validated to be right less often than this is not answered. */
const LEAST_ACCURACY = 0.75;

/** The judge's card of a model: what it can answer, and where it would run first. */
export function judgeCard({ card, facts, files }: FoundModel, rungs: readonly Rung[]): JudgeCard {
  return {
    id: card.id,
    name: card.name,
    version: facts?.modelType ?? '',
    description: card.description,
    kinds: answeredKinds(card.kinds),
    calibrationVersion: card.calibration?.version ?? null,
    needs: [],
    sizeBytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    licence: card.licence,
    backend: rungs[0]?.device ?? '',
    reasons: true,
    fallback: card.fallback,
    quick: false,
  };
}

/** A model that was never validated answers everything, and its answers come last wherever a validated judge has one. */
function answeredKinds(validated: ValidatedKinds): ValidatedKinds {
  const known = Object.entries(validated);
  if (known.length === 0) return Object.fromEntries(QUESTION_KINDS.map((kind: QuestionKind) => [kind, null]));
  return Object.fromEntries(known.filter(([, found]) => found === null || found.accuracy >= LEAST_ACCURACY));
}
