import { isLettering } from './entities.ts';
import { withArticle } from './inflect.ts';
import { BODY_PARTS, EVENTS, MEALS } from './lexicon/nouns.ts';
import { NEVER_TRANSITIVE } from './lexicon/verbs.ts';
import { flushAdverbs } from './modifiers.ts';
import { isLoosePart } from './new-entity.ts';
import type { NounPhrase } from './noun-phrase.ts';
import { prepositionalObject } from './prepositional-phrases.ts';
import { addAttribute, addLocation, addRelation, isLiving, type Reading, SHOWN_WITH } from './reading.ts';
import type { Action, Entity } from './scene.ts';
import { addWrittenText } from './written-text.ts';

export function readObjects(reading: Reading, phrases: readonly NounPhrase[], next: number): number {
  const state = reading.state;
  if (phrases.every((phrase) => phrase.quote !== null && phrase.name === '')) {
    for (const phrase of phrases) addWrittenText(reading, phrase);
    state.preposition = null;
    return next;
  }
  const bareQuote = phrases.findIndex((phrase) => phrase.quote !== null && phrase.name === '');
  if (bareQuote >= 0) {
    // A headline “…” and the text “…”: each in its turn.
    const parts = [phrases.slice(0, bareQuote), phrases.slice(bareQuote, bareQuote + 1), phrases.slice(bareQuote + 1)];
    for (const part of parts) {
      const owner = state.afterQuote?.possessor ?? null;
      if (part.length > 0) readObjects(reading, part, next);
      // The second text is where the first one is.
      for (const entity of owner === null ? [] : state.nominal)
        if (isLettering(entity) && owner !== null) reading.registry.own(entity, owner, 'part');
    }
    return next;
  }
  if (phrases[0]?.pronoun === 'each' && state.verb !== null) {
    const preposition = state.preposition === null ? '' : `${state.preposition} `;
    state.preposition = null;
    for (const action of state.verb.actions) action.verb = `${action.verb} ${preposition}each other`;
    state.verb.hasObject = true;
    state.nominal = state.verb.subjects;
    return next;
  }
  if (state.preposition === 'by' && /sel(?:f|ves)$/u.test(phrases[0]?.pronoun ?? '')) {
    // "Typing by itself" says who does it once more.
    state.preposition = null;
    return next;
  }
  const back = backReference(reading, phrases);
  if (back !== null) {
    addRelation(reading, back.part, state.preposition ?? 'on', back.whole);
    Object.assign(state, { preposition: null, nominal: [back.part] });
    return next;
  }
  const negated = state.negated || state.preposition === 'without';
  // "There are leaves on the ground under them": the leaves are not under themselves.
  const shown = state.existential && state.preposition !== null ? state.subject : [];
  // "Melting the spoon next to it": the spoon is not next to itself.
  const thing = state.preposition !== null && state.verb?.hasObject === true ? state.nominal : null;
  const actors = thing ?? state.verb?.subjects ?? shown;
  const entities = phrases.flatMap((phrase) => {
    const resolved = reading.registry.resolve(phrase, actors);
    const [carrier] = resolved;
    const text = phrase.quote === null ? undefined : reading.quotes[phrase.quote];
    if (text !== undefined && carrier !== undefined)
      reading.scene.texts.push({ text, carrier, verb: null, surface: null });
    return resolved;
  });
  if (negated) for (const entity of entities) if (entity.mentions === 1) entity.absent = true;
  state.negated = false;
  state.definite = phrases.some(
    (phrase) => phrase.pronoun !== null || phrase.possessor !== null || phrase.determiner === 'the',
  );
  if (state.preposition === 'as' && state.verb === null && state.nominal.length > 0) {
    // "A cat as a gangster": it is one.
    Object.assign(state, { preposition: null, copula: { subjects: state.nominal, negated: false } });
  }
  const leads =
    state.preposition !== null && state.nominal.length === 0 && state.verb === null && state.copula === null;
  if (state.preposition !== null) prepositionalObject(reading, state.preposition, entities);
  else if (state.verb !== null && !state.verb.hasObject && !isNextLimb(reading, phrases))
    directObject(reading, entities);
  else if (state.verb !== null && isGift(state.verb, state.nominal)) giveTo(state.verb, entities);
  else if (state.copula !== null) predicateNoun(reading, entities, phrases);
  else newSubject(reading, entities);
  state.preposition = null;
  // "A man with no shoes walking": the man walks.
  if (entities.some(({ absent }) => !absent) && !leads) state.nominal = entities;
  return next;
}

/** "There is a plate on the table with a fork on it": the fork is on the plate, and is no part of it. */
function backReference(reading: Reading, phrases: readonly NounPhrase[]): { part: Entity; whole: Entity } | null {
  const { existential, preposition, nominal, subject, verb } = reading.state;
  const [part] = nominal;
  const [owner] = verb?.group.root === 'have' && verb.hasObject ? verb.subjects : [];
  // "The flag has a symbol on it": said already.
  if (owner !== undefined && part?.possessor === owner && /^(?:it|them)$/u.test(phrases[0]?.pronoun ?? ''))
    return { part, whole: owner };
  const [whole] = subject;
  const pronoun = phrases.length === 1 ? (phrases[0]?.pronoun ?? null) : null;
  if (!existential || preposition === null || part === undefined || whole === undefined || part === whole) return null;
  if (pronoun !== (whole.plural ? 'them' : 'it') || part.owned !== 'part' || isLiving(whole)) return null;
  part.possessor = null;
  part.owned = null;
  return { part, whole };
}

/** "legs spread right arm …": one limb does not do anything to another; the next statement begins. */
function isNextLimb(reading: Reading, phrases: readonly NounPhrase[]): boolean {
  const verb = reading.state.verb;
  const limbs = verb?.subjects.some((entity) => entity.class === 'body_part') ?? false;
  const touching =
    verb !== null && !verb.group.passive && /^(?:touch|hold|grab|grip|cover|cross)$/u.test(verb.group.root);
  return (
    limbs &&
    !touching &&
    phrases.every((phrase) => BODY_PARTS.has(phrase.head) && phrase.determiner === null && phrase.possessor === null)
  );
}

const GIVING = new Set('give hand show bring offer throw pass buy send teach'.split(' '));

/** "Gives his dog a bone": the one just named gets it. */
function isGift({ group, actions }: NonNullable<Reading['state']['verb']>, nominal: readonly Entity[]): boolean {
  const given = actions.every(({ object, place }) => object !== null && place === null && nominal.includes(object));
  return GIVING.has(group.root) && !group.passive && given && nominal.every(isLiving);
}

function giveTo({ actions }: NonNullable<Reading['state']['verb']>, [gift]: readonly Entity[]): void {
  if (gift === undefined) return;
  for (const action of actions) Object.assign(action, { object: gift, preposition: 'to', place: action.object });
}

function newSubject(reading: Reading, entities: Entity[]): void {
  const state = reading.state;
  flushAdverbs(reading);
  state.described = [];
  state.joint = state.coordinated ? [...state.joint, ...state.subject] : [];
  Object.assign(state, { told: false, coordinated: false });
  state.subject = entities;
  if (state.main.length === 0) state.main = entities;
  else if (state.listed) showWith(reading, state.main, entities);
  state.listed = false;
  if (state.existential) state.items = [...state.items, ...entities];
  if (entities.length > 0) reading.registry.noteGroup(entities);
  state.verb = null;
  state.copula = null;
  if (state.lead !== null) for (const subject of entities) addLocation(reading, subject, state.lead);
  for (const { preposition, object } of state.leadRelations) {
    for (const subject of entities) addRelation(reading, subject, preposition, object);
  }
  state.leadRelations = [];
}

/** "A city at night, neon lights, fog": what a list goes on with is shown together with what it is about. */
function showWith(reading: Reading, main: readonly Entity[], entities: readonly Entity[]): void {
  for (const subject of main) {
    if (subject.head === 'background' || subject.class === 'body_part') continue;
    for (const object of entities) addRelation(reading, subject, SHOWN_WITH, object, false, true);
  }
}

function directObject(reading: Reading, objects: readonly Entity[]): void {
  const verb = reading.state.verb;
  if (verb === null) return;
  verb.hasObject = true;
  if (!verb.group.passive && NEVER_TRANSITIVE.has(verb.group.root)) {
    // "Sitting a red light" lacks a preposition.
    prepositionalObject(reading, /^(?:talk|speak|chat)$/u.test(verb.group.root) ? 'on' : 'at', objects);
    return;
  }
  const made: Action[] = [];
  for (const action of verb.actions) {
    for (const [index, object] of objects.entries()) {
      const own = index === 0 ? action : { ...action };
      own.object = object;
      if (index > 0) reading.scene.actions.push(own);
      made.push(own);
      if (action.negated) object.absent = object.mentions === 1;
      // "Two robots shake hands": their own.
      if (isLoosePart(object) && object.determiner === null) reading.registry.own(object, action.subject, 'possessive');
      if (verb.group.root === 'wear') reading.registry.own(object, action.subject, 'worn');
      const had = !isLiving(object) && object.class !== 'place' && !MEALS.has(object.head) && !EVENTS.has(object.head);
      if (verb.group.root === 'have' && had) reading.registry.own(object, action.subject, 'part');
    }
  }
  verb.actions = made;
}

function predicateNoun(reading: Reading, entities: readonly Entity[], phrases: readonly NounPhrase[]): void {
  const copula = reading.state.copula;
  if (copula === null) return;
  reading.state.copula = null;
  if (copula.subjects.length === 0) {
    newSubject(reading, [...entities]);
    return;
  }
  for (const [index, entity] of entities.entries()) {
    const phrase = phrases[index];
    if (phrase === undefined || entity.mentions > 1 || phrase.name === '') continue;
    for (const subject of copula.subjects) {
      const bare = phrase.plural || phrase.determiner === null;
      const text = subject.head === entity.head ? '' : describePredicate(phrase);
      if (text === '') moveAttributes(reading, entity, subject);
      else addAttribute(reading, subject, bare ? text : withArticle(text), copula.negated);
    }
    reading.scene.attributes = reading.scene.attributes.filter((attribute) => attribute.entity !== entity);
    removeEntity(reading, entity);
  }
  reading.state.nominal = copula.subjects;
}

function describePredicate(phrase: NounPhrase): string {
  const of = phrase.of === null || phrase.of.name === '' ? '' : ` of ${phrase.of.name}`;
  return `${[...phrase.modifiers.map((modifier) => modifier.text), phrase.name].join(' ')}${of}`;
}

/** "The man is a tall chef": what is said of the chef is said of the man. */
function moveAttributes(reading: Reading, from: Entity, to: Entity): void {
  for (const attribute of reading.scene.attributes) if (attribute.entity === from) attribute.entity = to;
}

function removeEntity(reading: Reading, entity: Entity): void {
  const index = reading.scene.entities.indexOf(entity);
  if (index >= 0) reading.scene.entities.splice(index, 1);
}
