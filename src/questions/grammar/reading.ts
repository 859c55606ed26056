import type { EntityRegistry } from './entities.ts';
import { UNIQUE_NOUNS } from './lexicon/nouns.ts';
import type { Action, Entity, Scene, Statement, WrittenText } from './scene.ts';
import type { VerbGroup } from './verb-groups.ts';

/** What the sentence has come to so far. */
export interface State {
  /** Whom finite verbs are about. */
  subject: Entity[];
  /** What a list of phrases without a verb is about: its first. */
  main: Entity[];
  /** Earlier subjects that "and" has joined this one to, with no verb in between. */
  joint: Entity[];
  /** The latest noun phrases: what a preposition or a participle is about. */
  nominal: Entity[];
  verb: { group: VerbGroup; subjects: Entity[]; actions: Action[]; hasObject: boolean } | null;
  copula: { subjects: Entity[]; negated: boolean } | null;
  /** What the clause has said that it is some way. */
  described: Entity[];
  preposition: string | null;
  /** Adverbs of direction that belong to the next preposition: "down across". */
  adverbs: string[];
  /** A place in the picture named before the thing: "in the background, …". */
  lead: string | null;
  /** "Behind the car, …": what comes is behind the car. */
  leadRelations: { preposition: string; object: Entity }[];
  existential: boolean;
  /** What the sentence has said is there. */
  items: Entity[];
  /** The adjectives that follow were read with "in". */
  colourTold: boolean;
  /** A quoted text came just before. */
  afterQuote: Entity | null;
  /** A text that nothing carries came just before. */
  loose: WrittenText | null;
  relative: boolean;
  /** Whom the clause around "whose …" is about. */
  outer: Entity[];
  negated: boolean;
  /** "Neither the cat nor the dog" is what the clause tells. */
  neither: boolean;
  /** "And" joins the next noun phrase to the subject, which has no verb so far. */
  coordinated: boolean;
  /** The clause has its verb. */
  told: boolean;
  /** The noun phrases just read take up what is known: "it", "the car", "his car". */
  definite: boolean;
  afterComma: boolean;
  /** What was done last, and whether "then" has come since. */
  done: { actions: Action[]; ordered: boolean };
  /** "And" came just before. */
  joined: boolean;
  /** What was last told of a part of the body. */
  posture: { limb: Entity; statement: Statement } | null;
  /** The phrase stands in a list between commas, in a sentence without a verb so far. */
  listed: boolean;
}

export function freshState(): State {
  return {
    subject: [],
    main: [],
    joint: [],
    nominal: [],
    verb: null,
    copula: null,
    described: [],
    preposition: null,
    adverbs: [],
    lead: null,
    leadRelations: [],
    existential: false,
    items: [],
    colourTold: false,
    afterQuote: null,
    loose: null,
    relative: false,
    outer: [],
    negated: false,
    neither: false,
    coordinated: false,
    told: false,
    definite: false,
    afterComma: false,
    done: { actions: [], ordered: false },
    joined: false,
    posture: null,
    listed: false,
  };
}

/** A sentence being read: what it adds to, and what it has come to so far. */
export interface Reading {
  readonly scene: Scene;
  readonly registry: EntityRegistry;
  readonly quotes: readonly string[];
  state: State;
}

const LIGHTS = /^(?:light|sunlight|moonlight|lightning|sky|sun|moon|rain|wind|fog|mist)$/u;

/** A part is there anyway; but a wheel may be below the plane that has it. */
const BESIDE_THE_OWNER = /^(?:below|under|underneath|beneath|above|behind|beside|next to|in front of)$/u;

/** The relation of a list: nothing more is said than that both are there. */
export const SHOWN_WITH = 'shown with';

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
  if (subject.possessor === object && !BESIDE_THE_OWNER.test(preposition)) return;
  if (subject === object && (reading.state.definite || !isOneOfMany(subject) || /^(?:with|of|as)$/u.test(preposition)))
    return;
  if (preposition === 'with' && UNIQUE_NOUNS.has(object.head)) return;
  // Light is where it falls; and "full of plants" is said of what is full.
  if (
    secondary &&
    ((LIGHTS.test(subject.head) && subject.name === subject.head) ||
      /^(?:full of|made|filled|covered)\b/u.test(preposition))
  )
    return;
  reading.scene.relations.push({ subject, preposition, object, negated, secondary });
}

/** "Car beside car": there are two of them, though they share a name. */
export function isOneOfMany(entity: Entity): boolean {
  return !entity.plural && !entity.proper && entity.determiner !== 'the' && entity.possessor === null;
}

export function addAttribute(reading: Reading, entity: Entity, text: string, negated: boolean): void {
  if (reading.scene.attributes.some((attribute) => attribute.entity === entity && attribute.text === text)) return;
  const attribute = { entity, text, some: false, negated };
  reading.scene.attributes.push(attribute);
  notePosture(reading, entity, attribute);
}

export function addLocation(reading: Reading, subject: Entity, text: string): void {
  const location = { subject, text };
  reading.scene.locations.push(location);
  notePosture(reading, subject, location);
}

/** Notes what is told of a part of the body, and whether "and" joins it to what was told just before. */
export function notePosture(reading: Reading, limb: Entity, statement: Statement): void {
  if (limb.class !== 'body_part') return;
  const { joined, posture } = reading.state;
  if (joined && posture?.limb === limb) reading.scene.postures.push({ first: posture.statement, second: statement });
  reading.state.posture = { limb, statement };
}
