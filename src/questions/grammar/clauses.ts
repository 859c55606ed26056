import type { Chunk } from './chunks.ts';
import { VIEWER_PRONOUNS } from './lexicon/closed-class.ts';
import { BODY_PARTS, MEDIA, SURFACES } from './lexicon/nouns.ts';
import { PRESENCE_VERBS } from './lexicon/verbs.ts';
import { flushAdverbs, openComparison, openPreposition, readAdjectives, readAdverb } from './modifiers.ts';
import type { NounPhrase } from './noun-phrase.ts';
import { readObjects } from './noun-roles.ts';
import { collectList } from './phrase-lists.ts';
import { addPictureLocation, addTime, isPicturePlace, isPlaceHead, isTime, TIME_HEADS } from './picture-places.ts';
import { readVerb } from './predicates.ts';
import { addAttribute, freshState, isLiving, type Reading } from './reading.ts';
import type { Entity } from './scene.ts';

/** Reads the phrases of a sentence, from left to right, into the scene. */
export function readSentence(chunks: readonly Chunk[], context: Omit<Reading, 'state'>): void {
  const reading: Reading = { ...context, state: freshState() };
  const ordered = mainClauseFirst(chunks);
  for (let index = 0; index < ordered.length; ) {
    const chunk = ordered[index];
    if (chunk === undefined) break;
    index = readChunk(reading, ordered, chunk, index);
  }
  flushAdverbs(reading);
  reading.registry.adoptLooseParts();
}

/** "Before sitting down, the woman closes it" as "the woman closes it, sitting down": who does it is named later. */
function mainClauseFirst(chunks: readonly Chunk[]): readonly Chunk[] {
  const start = chunks.findIndex(({ type }) => type !== 'preposition' && type !== 'subordinator' && type !== 'adverb');
  const verb = chunks[start];
  const comma = chunks.findIndex(({ type }) => type === 'comma');
  const subject = chunks[comma + 1];
  if (verb?.type !== 'verb' || verb.verb.finite || verb.verb.purpose || comma < 0 || subject?.type !== 'noun')
    return chunks;
  if (BODY_PARTS.has(subject.phrase.head)) return chunks;
  const told = chunks.slice(comma + 2).some((chunk) => chunk.type === 'verb' && chunk.verb.finite);
  return told ? [...chunks.slice(comma + 1), { type: 'comma' }, ...chunks.slice(start, comma)] : chunks;
}

function readChunk(reading: Reading, chunks: readonly Chunk[], chunk: Chunk, index: number): number {
  const state = reading.state;
  const comma = state.afterComma;
  state.afterComma = false;
  state.listed = comma && !chunks.some((each) => each.type === 'verb' && each.verb.finite);
  if (!['verb', 'adverb', 'adjectives', 'conjunction'].includes(chunk.type)) state.joined = false;
  switch (chunk.type) {
    case 'noun':
      return readNouns(reading, chunks, index);
    case 'verb':
      readVerb(reading, chunk.verb, comma, chunks[index - 1]);
      break;
    case 'preposition':
      openPreposition(reading, chunk.text, chunks, index);
      break;
    case 'adjectives':
      readAdjectives(reading, chunk.words, state.listed ? state.main : []);
      break;
    case 'adverb':
      readAdverb(reading, chunk);
      break;
    case 'there':
      state.existential = true;
      state.copula = null;
      break;
    case 'relative':
      state.relative = true;
      state.verb = null;
      if (chunk.text === 'whose') state.outer = state.subject;
      // "A dwarf in the sphere who …": the dwarf.
      if (/^whom?$/u.test(chunk.text) && !state.nominal.some(isLiving) && state.subject.some(isLiving))
        state.nominal = state.subject;
      break;
    case 'not':
      state.negated = true;
      break;
    case 'subordinator':
      if (chunk.text === 'than' && openComparison(reading)) break;
      flushAdverbs(reading);
      if (chunk.text === 'where' && chunks[index + 1]?.type === 'noun')
        leadFrom(reading, state.nominal.filter(isPlace));
      // "Steps forward with the left foot while reaching up": the one who steps reaches.
      if (/^(?:while|whilst|when)$/u.test(chunk.text) && state.subject.length > 0) state.nominal = state.subject;
      state.verb = null;
      state.copula = null;
      state.preposition = null;
      break;
    case 'comma':
      flushAdverbs(reading);
      state.preposition = null;
      state.verb = null;
      state.copula = null;
      state.relative = false;
      if (state.outer.length > 0 && chunks[index + 1]?.type === 'verb')
        // "The pianist, whose hands are old, plays": the pianist does.
        Object.assign(state, { subject: state.outer, outer: [] });
      if (state.subject.length > 0 && chunks[index + 1]?.type !== 'relative') state.nominal = state.subject;
      state.afterComma = true;
      break;
    case 'conjunction':
      if (chunk.text === 'and' && state.adverbs.length > 0 && chunks[index + 1]?.type === 'adverb') {
        // "left arm out and up" is one posture.
        state.adverbs.push('and');
        break;
      }
      flushAdverbs(reading);
      state.joined = chunk.text === 'and';
      if (chunk.text === 'then') state.done = { ...state.done, ordered: true };
      state.preposition = null;
      // "Is turned to the right and their gaze is downward": the gaze is no object of what came before.
      if (chunks[index + 1]?.type === 'noun') {
        state.coordinated = chunk.text === 'and' && !state.told;
        Object.assign(state, { verb: null, copula: null });
      }
      // "Is bigger than the truck and faster than the bus": the same one is.
      if (chunks[index + 1]?.type === 'adjectives' && state.described.length > 0)
        state.copula = { subjects: state.described, negated: false };
      state.afterComma = comma;
      if (chunk.text === 'but') state.negated = false;
      break;
  }
  return index + 1;
}

/** A list of noun phrases in one role: subject, object, or after a preposition. */
function readNouns(reading: Reading, chunks: readonly Chunk[], start: number): number {
  const state = reading.state;
  const opening = chunks[start];
  if (opening?.type === 'noun' && /^(?:he|she|they)$/u.test(opening.phrase.pronoun ?? ''))
    // "Both knees are bent he appears …": a new statement, though no full stop says so.
    Object.assign(state, { verb: null, copula: null, preposition: null });
  const asSubject =
    state.preposition === null && !(state.verb !== null && !state.verb.hasObject) && state.copula === null;
  const list = collectList(chunks, start, asSubject && !state.existential);
  // "There are posts on a wall, houses and trees": what a comma parts from the wall is there too, not on it.
  // "… behind it and three birds in the sky": what has a number and a place of its own is there as well.
  const own = list.phrases[1]?.count != null || list.phrases[1]?.determiner === 'a';
  const apart = chunks[start + 1]?.type === 'comma' || (own && chunks[list.next]?.type === 'preposition');
  const alone = state.existential && !asSubject && list.phrases.length > 1 && apart;
  // "Grass, leaves on the ground and trees": the trees go on with the list.
  const [place, item] = list.phrases;
  const goesOn =
    state.existential &&
    state.preposition !== null &&
    state.items.length > 1 &&
    place?.determiner === 'the' &&
    item?.determiner === null &&
    item.possessor === null;
  const phrases = alone || goesOn ? list.phrases.slice(0, 1) : list.phrases;
  const next = alone || goesOn ? start + 1 : list.next;
  const first = phrases[0];
  if (first === undefined) return start + 1;
  state.neither = asSubject && first.determiner === 'neither';
  if (first.pronoun !== null && VIEWER_PRONOUNS.has(first.pronoun)) {
    // "We can see …": what follows is there.
    state.existential = true;
    state.verb = null;
    return skipViewerVerb(chunks, next);
  }
  if (state.preposition !== null && /^colou?r$/u.test(first.head)) {
    // "black in color", "in brown color".
    for (const entity of state.copula?.subjects ?? state.nominal) {
      for (const modifier of first.modifiers) addAttribute(reading, entity, modifier.text, false);
    }
    state.preposition = null;
    return next;
  }
  const shaped = first.head === 'heart' && !/^(?:in|at)$/u.test(state.preposition ?? '');
  if (state.preposition !== null && TIME_HEADS.has(first.head) && first.possessor === null && !shaped) {
    state.preposition = null;
    return next;
  }
  if (state.preposition !== null && (isPicturePlace(first) || isPlaceHead(first))) {
    const apart = start < 2 || ['comma', 'conjunction'].includes(chunks[start - 2]?.type ?? '');
    addPictureLocation(reading, first, apart && chunks[next]?.type === 'noun');
    // "An apple on the right and a pear in the middle": the pear is no place.
    return phrases.length > 1 ? start + 1 : next;
  }
  if (state.preposition === null && chunks[next]?.type === 'there' && phrases.length === 1 && isPicturePlace(first)) {
    // "Background there are trees."
    addPictureLocation(reading, first, true);
    return next;
  }
  if (state.preposition !== null && isInverted(chunks, start, next)) {
    // "Beside him is a dog": the dog is beside him.
    const [object] = reading.registry.resolve(first);
    if (object !== undefined) state.leadRelations.push({ preposition: state.preposition, object });
    Object.assign(state, { preposition: null, verb: null, copula: null, subject: [], nominal: [], lead: null });
    return chunks[next]?.type === 'there' ? next : next + 1;
  }
  if (
    asSubject &&
    /^(?:back|fore)ground$/u.test(first.name) &&
    first.possessor === null &&
    presenceFollows(first, chunks, next)
  ) {
    // "The background features trees": they are in the background.
    Object.assign(state, { lead: `in the ${first.name}`, existential: true });
    return skipViewerVerb(chunks, next);
  }
  if (isTime(reading, first)) {
    addTime(reading, first);
    return next;
  }
  if (asSubject && isMedium(first) && (first.of !== null || presenceFollows(first, chunks, next))) {
    if (first.of !== null && !presenceFollows(first, chunks, next))
      return readObjects(reading, [first.of, ...phrases.slice(1)], next);
    state.existential = true;
    return skipViewerVerb(chunks, next);
  }
  return readObjects(reading, phrases.map(seen), next);
}

/** "A house where you can see a bed": what comes is in the house. */
function leadFrom(reading: Reading, places: readonly Entity[]): void {
  for (const object of places)
    reading.state.leadRelations.push({ preposition: SURFACES.has(object.head) ? 'on' : 'in', object });
}

function isPlace(entity: Entity): boolean {
  return entity.class === 'place';
}

function isMedium(phrase: NounPhrase): boolean {
  if (phrase.head === 'camera' && phrase.determiner !== 'a') return true;
  return MEDIA.has(phrase.head) && phrase.possessor === null && phrase.count === null;
}

/** "A view of a lake" is about the lake. */
function seen(phrase: NounPhrase): NounPhrase {
  return phrase.of !== null && /^(?:view|shot|glimpse|footage|close-up)$/u.test(phrase.head) ? phrase.of : phrase;
}

/** A place, "is" and a noun phrase, at the start of a statement. */
function isInverted(chunks: readonly Chunk[], start: number, next: number): boolean {
  const verb = chunks[next];
  const before = chunks[start - 2]?.type;
  const starts = before === undefined || before === 'comma' || before === 'conjunction';
  if (starts && verb?.type === 'there') return true;
  return starts && verb?.type === 'verb' && verb.verb.copula && verb.verb.finite && chunks[next + 1]?.type === 'noun';
}

function presenceFollows(phrase: NounPhrase, chunks: readonly Chunk[], next: number): boolean {
  const chunk = chunks[next];
  if (chunk?.type !== 'verb' || !chunk.verb.finite || chunk.verb.passive) return false;
  if (chunk.verb.copula)
    return phrase.determiner === 'the' && /^(?:scene|video|clip|footage|shot|camera)$/u.test(phrase.head);
  return PRESENCE_VERBS.has(chunk.verb.root) || /^(?:open|begin|start|end|close)$/u.test(chunk.verb.root);
}

function skipViewerVerb(chunks: readonly Chunk[], next: number): number {
  let index = next;
  while (chunks[index]?.type === 'verb' || chunks[index]?.type === 'adverb') index++;
  const chunk = chunks[index];
  if (chunk?.type === 'preposition' && (chunk.text === 'of' || chunk.text === 'with')) index++;
  return index;
}
