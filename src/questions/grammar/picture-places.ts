import { PICTURE_PLACES } from './lexicon/closed-class.ts';
import { TIMES } from './lexicon/nouns.ts';
import type { NounPhrase } from './noun-phrase.ts';
import { addLocation, type Reading } from './reading.ts';

/** Nouns that after a preposition say where or how, and are nothing to look for: "at waist level". */
const PLACE_HEADS = new Set(
  'level height angle position pose direction air midair side posture stance manner way fashion motion row line mid-air circle rest unison half halves slow-motion font cursive script pattern formation flight midflight motion action'.split(
    ' ',
  ),
);

export const TIME_HEADS = new Set(
  'end beginning start time moment while second minute hour first once least last same heart meantime process event case way presence wake making year century decade era'.split(
    ' ',
  ),
);

const PICTURE_WORDS = new Set(
  'image picture photo photograph frame video clip scene shot foreground background'.split(' '),
);

function fullName(phrase: NounPhrase): string {
  return [...phrase.modifiers.map((modifier) => modifier.text), phrase.name].join(' ').toLowerCase();
}

export function isPlaceHead(phrase: NounPhrase): boolean {
  // Towards the camera is towards the viewer: nothing to look for.
  if (/^(?:camera|viewer|lens)$/u.test(phrase.head)) return phrase.determiner !== 'a' && phrase.possessor === null;
  const owner = phrase.possessor === null || typeof phrase.possessor === 'string';
  return PLACE_HEADS.has(phrase.head) && owner && phrase.of === null && phrase.quote === null;
}

export function isPicturePlace(phrase: NounPhrase): boolean {
  const inside = phrase.of === null || PICTURE_WORDS.has(phrase.of.head);
  if (phrase.possessor !== null) return false;
  // "On a white background": the background itself is to look some way.
  if (phrase.head === 'background' && phrase.modifiers.length > 0) return PICTURE_PLACES.has(fullName(phrase));
  return inside && (PICTURE_PLACES.has(fullName(phrase)) || PICTURE_WORDS.has(phrase.head)) && phrase.quote === null;
}

/** @param leading true where the thing is named after its place */
export function addPictureLocation(reading: Reading, phrase: NounPhrase, leading: boolean): void {
  const state = reading.state;
  const preposition = state.preposition ?? 'in';
  state.preposition = null;
  const name = fullName(phrase);
  const whole = PICTURE_WORDS.has(phrase.head) && !/ground$/u.test(phrase.head) && phrase.of === null;
  // "In this image": everything is; but "on the left side of the image" says where.
  if (whole && !/ of$/u.test(preposition)) return;
  const article =
    typeof phrase.possessor === 'string'
      ? `${phrase.possessor} `
      : phrase.determiner === null
        ? ''
        : `${phrase.determiner} `;
  const text = [...state.adverbs, preposition, `${isPlaceHead(phrase) ? article : 'the '}${name}`].join(' ');
  state.adverbs = [];
  const owners = state.copula?.subjects ?? (state.verb !== null ? state.verb.subjects : state.nominal);
  if (leading) {
    state.lead = text;
    state.verb = null;
    state.copula = null;
    return;
  }
  const verb = state.verb;
  if (verb !== null && !verb.hasObject && !verb.group.copula) {
    verb.hasObject = true;
    for (const action of verb.actions) action.verb = `${action.verb} ${text}`;
    return;
  }
  if (owners.length === 0 || state.subject.length === 0) state.lead = text;
  else for (const subject of owners) addLocation(reading, subject, text);
  state.copula = null;
}

export function isTime(reading: Reading, phrase: NounPhrase): boolean {
  if (!TIMES.has(phrase.name.toLowerCase()) && !TIMES.has(phrase.head)) return false;
  const preposition = reading.state.preposition;
  return (
    preposition !== null &&
    ['at', 'in', 'during', 'on', 'before', 'after', 'by', 'under', 'into', 'until'].includes(preposition) &&
    phrase.possessor === null
  );
}

export function addTime(reading: Reading, phrase: NounPhrase): void {
  const preposition = reading.state.preposition;
  reading.state.preposition = null;
  if (preposition !== null && /^(?:before|after|into|until)$/u.test(preposition)) return;
  const name = fullName(phrase);
  const text = phrase.determiner === 'a' ? `a ${name}` : name;
  if (!reading.scene.times.includes(text)) reading.scene.times.push(text);
}
