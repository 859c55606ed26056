import type { Chunk } from './chunks.ts';
import { listOf } from './inflect.ts';
import { COLOURS } from './lexicon/adjectives.ts';
import { ABSTRACT_NOUNS, BODY_PARTS, CLOTHING, LIQUIDS, SHAPELESS, TIMES } from './lexicon/nouns.ts';
import type { NounPhrase } from './noun-phrase.ts';
import { addAttribute, addLocation, type Reading } from './reading.ts';
import type { Entity } from './scene.ts';

/** More things than these of a list are not said to be in one place. */
const MOST_TOGETHER = 4;

const SPEEDS = /^(?:fast|slow|hard|high|low)(?:er)?$/u;

/** "black white and blue" is one look. */
function joinColours(words: readonly string[]): string[] {
  return words.length > 1 && words.every((word) => word.split(' ').every((part) => COLOURS.has(part)))
    ? [listOf(words)]
    : [...words];
}

export function openPreposition(reading: Reading, text: string, chunks: readonly Chunk[], index: number): void {
  const state = reading.state;
  const before = chunks[index - 1];
  const role = before?.type === 'verb' && /^(?:dress|disguise|use|serve|act|pose|work|know)$/u.test(before.verb.root);
  const clause = text === 'as' && !role && chunks[index + 1]?.type === 'noun' && chunks[index + 2]?.type === 'verb';
  if (clause) {
    state.verb = null;
    state.copula = null;
    state.preposition = null;
    return;
  }
  const next = chunks[index + 1];
  if (text === 'with' && isScenery(chunks, index)) {
    Object.assign(state, { existential: true, verb: null, copula: null, preposition: null });
    return;
  }
  if (text === 'in' && next?.type === 'adjectives') {
    addDress(reading, `in ${next.words.join(' and ')}`);
    return;
  }
  if (next?.type === 'relative') {
    // "A table on which there is a cup", "On which I can see …" of what was told before.
    const known = state.nominal.length > 0 ? state.nominal : reading.registry.antecedent('it');
    for (const object of known) state.leadRelations.push({ preposition: text, object });
    return;
  }
  // "There is a cup, a fork, on a plate": all of the list are.
  if (chunks[index - 1]?.type === 'comma' && state.items.length > 1 && !/^(?:with|of|by|for)$/u.test(text))
    state.nominal = state.items;
  // "We can see chairs, desks, curtains and pictures on the wall": the pictures are on it.
  if (state.existential && state.nominal.length > MOST_TOGETHER && chunks[index - 1]?.type === 'noun')
    state.nominal = state.nominal.slice(-1);
  if (next?.type !== 'noun' && next?.type !== 'adverb' && next?.type !== 'preposition') return;
  state.preposition = state.preposition === null || next === undefined ? text : `${state.preposition} ${text}`;
}

/** "…, with dark trees on the hills": after a comma, what has a place of its own is no part of what came before. */
function isScenery(chunks: readonly Chunk[], index: number): boolean {
  const noun = chunks[index + 1];
  const place = chunks[index + 2];
  const back = chunks[index + 3];
  const placed =
    place?.type === 'preposition' &&
    back?.type === 'noun' &&
    /^(?:background|foreground|distance)$/u.test(back.phrase.name);
  if (noun?.type === 'noun' && placed && noun.phrase.possessor === null) return true;
  // "…, with palm trees swaying in the breeze".
  const flowing = noun?.type === 'noun' && (LIQUIDS.has(noun.phrase.head) || SHAPELESS.has(noun.phrase.head));
  const apart = chunks[index - 1]?.type === 'comma' || flowing;
  const doing = place?.type === 'verb' && !place.verb.finite && !place.verb.passive && apart;
  if (noun?.type === 'noun' && doing) return !isWorn(noun.phrase) && noun.phrase.possessor === null;
  if (chunks[index - 1]?.type !== 'comma' || noun?.type !== 'noun' || place?.type !== 'preposition') return false;
  return !isWorn(noun.phrase) && noun.phrase.possessor === null && !/^(?:of|with|on it|in it)$/u.test(place.text);
}

function isWorn({ head, quote }: NounPhrase): boolean {
  return CLOTHING.has(head) || BODY_PARTS.has(head) || quote !== null;
}

/** "dressed in black", "a woman in red". */
function addDress(reading: Reading, text: string): void {
  const state = reading.state;
  if (state.verb !== null && !state.verb.hasObject) {
    for (const action of state.verb.actions) action.verb = `${action.verb} ${text}`;
  } else {
    const unseen = state.nominal.every(({ head }) => ABSTRACT_NOUNS.has(head) || TIMES.has(head));
    for (const subject of unseen ? state.subject : state.nominal) addLocation(reading, subject, text);
  }
  state.colourTold = true;
}

/** @param main what a list is about, where the adjectives stand in one */
export function readAdjectives(reading: Reading, words: readonly string[], main: readonly Entity[]): void {
  const state = reading.state;
  if (state.colourTold) {
    state.colourTold = false;
    return;
  }
  if (state.verb?.group.root === 'wear' && !state.verb.hasObject) {
    for (const action of state.verb.actions) action.verb = `${action.verb} ${words.join(' and ')}`;
    state.verb.hasObject = true;
    return;
  }
  if (state.verb !== null && words.every((word) => SPEEDS.test(word))) {
    for (const action of state.verb.actions) action.manner = [...new Set([...action.manner, ...words])];
    return;
  }
  const owners = state.copula?.subjects ?? (state.verb !== null ? state.verb.subjects : state.nominal);
  const target =
    state.verb !== null ? (state.nominal.length > 0 && state.verb.hasObject ? state.nominal : owners) : owners;
  for (const entity of main.length > 0 ? main : target) {
    for (const word of joinColours(words))
      addAttribute(reading, entity, word, (state.copula?.negated ?? false) || state.negated);
  }
  state.negated = false;
  state.copula = null;
}

/** "The cat is larger than …": what was told of the cat goes on. */
export function openComparison(reading: Reading): boolean {
  const last = reading.scene.attributes.at(-1);
  if (last === undefined || !/(?:er|^more .+|^less .+)$/u.test(last.text)) return false;
  reading.scene.attributes.pop();
  Object.assign(reading.state, {
    nominal: [last.entity],
    verb: null,
    copula: null,
    preposition: `${last.text} than`,
  });
  return true;
}

export function readAdverb(reading: Reading, chunk: Extract<Chunk, { type: 'adverb' }>): void {
  const state = reading.state;
  if (chunk.kind === 'manner') {
    if (state.verb !== null && (chunk.text.endsWith('ly') || SPEEDS.test(chunk.text))) {
      for (const action of state.verb.actions) action.manner = [...new Set([...action.manner, chunk.text])];
    }
    return;
  }
  if (state.verb !== null && !state.verb.hasObject) {
    for (const action of state.verb.actions) action.verb = `${action.verb} ${chunk.text}`;
    return;
  }
  if (chunk.kind === 'direction') state.adverbs.push(chunk.text);
  else {
    // "Eats food outside": the one who eats is outside.
    const told = state.verb !== null ? state.verb.subjects : state.existential ? state.subject : state.nominal;
    for (const subject of state.copula?.subjects ?? told)
      if (!placeWithin(reading, subject, chunk.text)) addLocation(reading, subject, chunk.text);
  }
}

/** "A tank with a fish inside": the fish is inside the tank, and no part of it. */
function placeWithin({ scene, state }: Reading, part: Entity, text: string): boolean {
  if (!/^(?:inside|underneath|nearby|around|above|below)$/u.test(text) || !state.nominal.includes(part)) return false;
  const told = scene.relations.find(({ object, preposition }) => object === part && preposition === 'with');
  const whole = part.owned === 'part' ? part.possessor : (told?.subject ?? null);
  if (whole === null) return false;
  scene.relations = scene.relations.filter((relation) => relation !== told);
  Object.assign(part, { possessor: null, owned: null });
  const preposition = text === 'nearby' ? 'near' : text;
  scene.relations.push({ subject: part, preposition, object: whole, negated: false, secondary: false });
  return true;
}

/** Adverbs of direction or place that no preposition took up: "the left leg is straight up". */
export function flushAdverbs(reading: Reading): void {
  const state = reading.state;
  if (state.adverbs.length === 0) return;
  const owners = state.copula?.subjects ?? state.nominal;
  for (const subject of owners) addLocation(reading, subject, state.adverbs.join(' '));
  state.adverbs = [];
}
