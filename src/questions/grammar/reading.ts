import type { EntityRegistry } from './entities.ts';
import { UNIQUE_NOUNS } from './lexicon/nouns.ts';
import type { Action, Entity, Scene } from './scene.ts';
import type { VerbGroup } from './verb-groups.ts';

/** What the sentence has come to so far. */
export interface State {
  /** Whom finite verbs are about. */
  subject: Entity[];
  /** The latest noun phrases: what a preposition or a participle is about. */
  nominal: Entity[];
  verb: { group: VerbGroup; subjects: Entity[]; actions: Action[]; hasObject: boolean } | null;
  copula: { subjects: Entity[]; negated: boolean } | null;
  preposition: string | null;
  /** Adverbs of direction that belong to the next preposition: "down across". */
  adverbs: string[];
  /** A place in the picture named before the thing: "in the background, …". */
  lead: string | null;
  /** "Behind the car, …": what comes is behind the car. */
  leadRelations: { preposition: string; object: Entity }[];
  existential: boolean;
  /** The adjectives that follow were read with "in". */
  colourTold: boolean;
  /** A quoted text came just before. */
  afterQuote: Entity | null;
  relative: boolean;
  negated: boolean;
  afterComma: boolean;
}

export function freshState(): State {
  return {
    subject: [],
    nominal: [],
    verb: null,
    copula: null,
    preposition: null,
    adverbs: [],
    lead: null,
    leadRelations: [],
    existential: false,
    colourTold: false,
    afterQuote: null,
    relative: false,
    negated: false,
    afterComma: false,
  };
}

/** A sentence being read: what it adds to, and what it has come to so far. */
export interface Reading {
  readonly scene: Scene;
  readonly registry: EntityRegistry;
  readonly quotes: readonly string[];
  state: State;
}

export function isLiving(entity: Entity): boolean {
  return entity.class === 'person' || entity.class === 'animal';
}

export function addRelation(
  reading: Reading,
  subject: Entity,
  preposition: string,
  object: Entity,
  negated = false,
  secondary = false,
): void {
  // "A shirt on the person who wears it" says nothing new.
  if (subject === object || subject.possessor === object) return;
  if (preposition === 'with' && UNIQUE_NOUNS.has(object.head)) return;
  reading.scene.relations.push({ subject, preposition, object, negated, secondary });
}

export function addAttribute(reading: Reading, entity: Entity, text: string, negated: boolean): void {
  const known = reading.scene.attributes.some((attribute) => attribute.entity === entity && attribute.text === text);
  if (!known) reading.scene.attributes.push({ entity, text, some: false, negated });
}
