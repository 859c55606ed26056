import { isLettering } from './entities.ts';
import { TEXT_NOUNS } from './lexicon/nouns.ts';
import type { NounPhrase } from './noun-phrase.ts';
import { isLiving, type Reading } from './reading.ts';
import type { Entity, WrittenText } from './scene.ts';

export const WRITING_VERBS = new Set(
  'say read spell show write print title label name call state display caption letter have'.split(' '),
);

export function addWrittenText(reading: Reading, phrase: NounPhrase): void {
  const state = reading.state;
  const text = phrase.quote === null ? undefined : reading.quotes[phrase.quote];
  if (text === undefined) return;
  const verb = state.verb;
  const writing = verb !== null && !verb.hasObject && WRITING_VERBS.has(verb.group.root) ? verb : null;
  const named = [...state.subject, ...state.nominal].findLast(isLettering) ?? state.nominal[0] ?? state.subject[0];
  const found = (writing !== null ? writing.subjects[0] : named) ?? null;
  const carrier = found?.of != null && TEXT_NOUNS.has(found.of.head) ? found.of : found;
  if (verb !== null) verb.hasObject = true;
  if (writing !== null)
    reading.scene.actions = reading.scene.actions.filter((action) => !writing.actions.includes(action));
  const spoken = carrier !== null && isLiving(carrier) && !(carrier.class === 'animal' && writing !== null);
  // What a person says is heard, not seen.
  if (spoken && writing !== null && !/^(?:show|have|display)$/u.test(writing.group.root)) return;
  state.afterQuote = spoken ? null : carrier;
  if (spoken) {
    if (state.preposition !== null) reading.scene.texts.push({ text, carrier: null, verb: null, surface: null });
    return;
  }
  const root = writing?.group.root ?? null;
  const written: WrittenText = {
    text,
    carrier,
    verb: root === 'say' || root === 'read' || root === 'spell' ? root : null,
    surface: null,
  };
  reading.scene.texts.push(written);
  state.loose = carrier === null ? written : null;
}

const SURFACE_PREPOSITIONS = /^(?:on|onto|in|into|inside|across|above|over|at|under|below|along)$/u;

/** "The word “stop” on the door", "“stop” carved into the door": what follows a text says where it stands. */
export function addSurface(reading: Reading, preposition: string, object: Entity): boolean {
  const state = reading.state;
  const { loose } = state;
  if (loose !== null && loose.verb !== null && loose.surface === null) {
    loose.surface = { preposition: `${loose.verb} ${preposition}`, entity: object };
    return true;
  }
  const text = reading.scene.texts.at(-1);
  const carrier = state.afterQuote;
  if (text === undefined || carrier === undefined || text.surface !== null || !SURFACE_PREPOSITIONS.test(preposition))
    return false;
  const lettering = text.carrier !== null && isLettering(text.carrier);
  if (!lettering || text.carrier !== carrier || object === carrier || state.verb?.group.passive === false) return false;
  const done = state.verb === null ? '' : `${state.verb.group.phrase} `;
  text.surface = { preposition: `${done}${preposition}`, entity: object };
  if (state.verb !== null) {
    const { actions } = state.verb;
    reading.scene.actions = reading.scene.actions.filter((action) => !actions.includes(action));
  }
  return true;
}
