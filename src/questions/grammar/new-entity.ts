import {
  ANIMALS,
  BODY_PARTS,
  CLOTHING,
  FEMALE,
  LANDMARKS,
  LIQUIDS,
  MALE,
  MASS_NOUNS,
  PEOPLE,
  PLACES,
  SHAPELESS,
  VEHICLES,
} from './lexicon/nouns.ts';
import type { Entity, EntityClass } from './scene.ts';

/** Endings of words for people that no list has in full. */
const AGENT =
  /.{2}(?:woman|person|smith|maker|keeper|worker|stress|ician|ologist|fighter|dancer|player|singer|artist)$/u;

/** What sort of thing a noun names. */
export function classOf(head: string, name: string, proper: boolean): EntityClass {
  const word = head.toLowerCase();
  const whole = name.toLowerCase();
  if (VEHICLES.has(word)) return 'vehicle';
  if (BODY_PARTS.has(whole)) return 'body_part';
  if (CLOTHING.has(word) || CLOTHING.has(whole)) return 'clothing';
  if (BODY_PARTS.has(word)) return 'body_part';
  // "Cake batter" plays no baseball.
  if (MASS_NOUNS.has(whole) && LIQUIDS.has(word)) return 'liquid';
  if (PEOPLE.has(word) || AGENT.test(word)) return 'person';
  if (ANIMALS.has(word)) return 'animal';
  if (LIQUIDS.has(word)) return 'liquid';
  if (SHAPELESS.has(word)) return 'shapeless';
  if (PLACES.has(word)) return 'place';
  // People with several names ("Greta Thunberg") are the commonest proper names of prompts.
  if (LANDMARKS.has(word)) return 'place';
  return proper && name.includes(' ') ? 'person' : 'thing';
}

export function newEntity(name: string, head: string, order: number): Entity {
  return {
    name,
    head,
    class: classOf(head, name, false),
    plural: false,
    proper: false,
    determiner: null,
    possessor: null,
    owned: null,
    marks: [],
    group: null,
    of: null,
    within: null,
    count: null,
    absent: false,
    implied: false,
    mentions: 0,
    acts: 0,
    peers: [],
    pronoun: null,
    order,
  };
}

export function agrees(pronoun: string, entity: Entity): boolean {
  return /^(?:he|him|his|himself)$/u.test(pronoun) ? !FEMALE.has(entity.head) : !MALE.has(entity.head);
}

/** A body part that the prompt gives no owner, and that is not brought in by itself ("a hand", "two hands"). */
export function isLoosePart(entity: Entity): boolean {
  const bare = entity.determiner === null || entity.determiner === 'the' || entity.determiner === 'both';
  return (
    entity.class === 'body_part' &&
    entity.possessor === null &&
    bare &&
    entity.count === null &&
    !entity.name.includes(' ')
  );
}

/** "left" of a left arm, "back" of a back window, "other" of other people name the thing; they are no look of it. */
export function isPartOfName(mark: string): boolean {
  return /^(?:left|right|upper|lower|front|back|rear|hind|top|bottom|inner|outer|other)$/u.test(mark);
}

export function isWithin(entity: Entity, part: Entity): boolean {
  for (let owner = entity.possessor; owner !== null; owner = owner.possessor) if (owner === part) return true;
  return false;
}

export function compatible(known: string, phrase: string): boolean {
  const a = known.toLowerCase();
  const b = phrase.toLowerCase();
  return a === b || a.endsWith(` ${b}`) || singularForm(a) === singularForm(b);
}

function singularForm(name: string): string {
  return name.replace(/s$/u, '');
}
