import type { Dimension } from '../../domain/dimension.ts';
import type { CameraMove, Polarity, QuestionKind } from '../../domain/question.ts';
import type { Entity, Statement } from './scene.ts';

/** A question before it has an id and before it is known which ones are asked. */
export interface Draft {
  kind: QuestionKind;
  dimension: Dimension;
  polarity: Polarity;
  text: string;
  /** Words of the id, after the kind. */
  slug: readonly string[];
  /** The entity it is about; null for the whole clip. */
  about: Entity | null;
  /** Entities without which it makes no sense. */
  needs: readonly Entity[];
  /** The entity whose presence a yes confirms: whether it is there, or how many there are. */
  presenceOf: Entity | null;
  /** On a question whether something is there: the same question with adjectives in it. */
  withAdjectives: ((adjectives: readonly string[]) => string) | null;
  /**
   * On a question about a look: the adjective, where it can stand before the noun. On one whether something is there:
   * the adjectives in it.
   */
  adjective: string | null;
  /** What of the scene it asks for, where it asks for one statement about one entity. */
  statement: Statement | null;
  /** Higher is asked first when there is not room for all. */
  importance: number;
  move: CameraMove | null;
  /** How many of the entity it asks for; null where it asks for no exact number. */
  count: number | null;
  /** The written words that it asks for. */
  quote: string | null;
}

type Optional =
  | 'polarity'
  | 'about'
  | 'needs'
  | 'presenceOf'
  | 'withAdjectives'
  | 'adjective'
  | 'statement'
  | 'move'
  | 'count'
  | 'quote';

/** A draft of the dimension that asks what the prompt names; yes is good unless said otherwise. */
export function alignment(fields: Omit<Draft, 'dimension' | Optional> & Partial<Pick<Draft, Optional>>): Draft {
  return {
    dimension: 'text_to_video_alignment',
    polarity: 'positive',
    about: null,
    needs: [],
    presenceOf: null,
    withAdjectives: null,
    adjective: null,
    statement: null,
    move: null,
    count: null,
    quote: null,
    ...fields,
  };
}

/** What comes early in a prompt matters more: 0 for its first entity, falling to -20. */
export function lateness(entity: Entity): number {
  return -Math.min(20, Math.max(0, entity.order) * 1.5);
}
