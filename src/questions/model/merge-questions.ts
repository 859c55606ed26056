import type { Question } from '../../domain/question.ts';
import { contentWords } from './content-words.ts';
import { isSameThing, meanTheSame } from './same-meaning.ts';

/** However many a model writes, so many more are asked. */
export const MOST_ADDED = 8;

const PRESENCE: ReadonlySet<Question['kind']> = new Set(['entity_present', 'scene']);

/**
 * The grammar's questions, then at most `MOST_ADDED` of the model's that none before them asks already (see `meanTheSame`).
 * A question of the model takes the grammar's name of its entity, and the question whether that is there as its parent.
 */
export function mergeQuestions(grammar: readonly Question[], model: readonly Question[]): Question[] {
  const merged = [...grammar];
  const entities = [...new Set(grammar.flatMap(({ entity }) => entity ?? []))];
  for (const written of model) {
    if (merged.length - grammar.length >= MOST_ADDED) break;
    const question = { ...written, entity: entityOf(written, entities) };
    const known = merged.some((other) => other.id === question.id || meanTheSame(other, question));
    if (!known) merged.push({ ...question, parents: parentsOf(question, merged) });
  }
  return merged;
}

/** The named entity as the grammar calls it; where none is named, the first one that the question speaks of. */
function entityOf({ entity, text }: Question, entities: readonly string[]): string | null {
  if (entity !== null) return entities.find((each) => isSameThing(each, entity)) ?? entity;
  const words = contentWords(text);
  const place = (name: string) => words.indexOf(contentWords(name).at(-1) ?? '');
  const spoken = entities.filter(
    (name) => contentWords(name).every((word) => words.includes(word)) && place(name) >= 0,
  );
  return spoken.sort((a, b) => place(a) - place(b))[0] ?? null;
}

function parentsOf({ entity, kind }: Question, known: readonly Question[]): string[] {
  if (entity === null || kind === 'entity_present' || kind === 'entity_absent') return [];
  const parent = known.find((other) => PRESENCE.has(other.kind) && isSameThing(other.entity, entity));
  return parent === undefined ? [] : [parent.id];
}
