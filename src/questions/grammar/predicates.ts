import type { Chunk } from './chunks.ts';
import { MEDIA } from './lexicon/nouns.ts';
import {
  ANIMATE_VERBS,
  INTRANSITIVE_VERBS,
  POSTURE_VERBS,
  PRESENCE_VERBS,
  TRANSITIVE_VERBS,
  WHOLE_BODY_VERBS,
} from './lexicon/verbs.ts';
import { flushAdverbs } from './modifiers.ts';
import { isLiving, notePosture, type Reading } from './reading.ts';
import type { Action, Entity } from './scene.ts';
import type { VerbGroup } from './verb-groups.ts';
import { WRITING_VERBS } from './written-text.ts';

export function readVerb(reading: Reading, told: VerbGroup, comma: boolean, before: Chunk | undefined): void {
  const state = reading.state;
  const group = state.neither && told.finite ? { ...told, negated: !told.negated } : told;
  flushAdverbs(reading);
  if (state.existential && (group.copula || PRESENCE_VERBS.has(group.root)) && group.finite && !state.relative) {
    if (group.negated) state.negated = true;
    state.told = true;
    return;
  }
  if (state.afterQuote !== null && group.passive && WRITING_VERBS.has(group.root)) {
    state.copula = { subjects: [state.afterQuote], negated: false };
    state.verb = null;
    return;
  }
  if (state.loose !== null && group.passive && WRITING_VERBS.has(group.root)) {
    // "“Fall is here” written in leaves".
    state.loose.verb = group.phrase;
    state.verb = null;
    return;
  }
  const subjects = subjectsOf(reading, group, comma, before).map((entity) => wholeOf(entity, group));
  state.preposition = null;
  state.relative = false;
  const passivePresence = PRESENCE_VERBS.has(group.root) && group.passive;
  if (group.copula || passivePresence) {
    state.copula = { subjects, negated: group.negated };
    state.described = subjects;
    state.verb = null;
    if (subjects.length > 0) state.nominal = subjects;
    return;
  }
  state.copula = null;
  const actions = subjects.map((subject): Action => {
    subject.acts++;
    return {
      subject,
      verb: group.phrase,
      root: group.root,
      passive: group.passive,
      finite: group.finite,
      object: null,
      preposition: null,
      place: null,
      manner: group.manner,
      negated: group.negated,
      purpose: group.purpose,
    };
  });
  reading.scene.actions.push(...actions);
  for (const action of actions) notePosture(reading, action.subject, action);
  noteOrder(reading, actions);
  state.verb = { group, subjects, actions, hasObject: false };
}

/** "Picks up a ball, then throws it": the same one does both, one after the other. */
function noteOrder(reading: Reading, actions: Action[]): void {
  const { done } = reading.state;
  for (const second of done.ordered ? actions : []) {
    const first = done.actions.find(({ subject }) => subject === second.subject);
    if (first !== undefined) reading.scene.sequences.push({ first, second });
  }
  reading.state.done = { actions, ordered: false };
}

function subjectsOf(reading: Reading, group: VerbGroup, comma: boolean, before: Chunk | undefined): Entity[] {
  const state = reading.state;
  if (state.relative) return state.nominal;
  // "A man in a shirt and a woman with a hat are dancing": both of them.
  if (group.finite && group.plural && state.joint.length > 0) {
    state.subject = [...new Set([...state.joint, ...state.subject])];
    reading.registry.noteGroup(state.subject);
  }
  // "Two players, one in red, jump": the players.
  const [only] = state.subject;
  if (
    group.finite &&
    group.plural &&
    state.subject.length === 1 &&
    only?.plural === false &&
    state.main.some(({ plural }) => plural)
  )
    state.subject = state.main;
  if (group.finite) Object.assign(state, { told: true, joint: [] });
  const known = state.subject.length > 0 ? state.subject : state.nominal;
  if (known.length === 0) return missingSubject(reading, group);
  // ", looking at the viewer" of a list is said of what the list is about.
  if (comma && !group.finite && !group.passive && needsLiving(group) && !known.some(isLiving)) {
    const living = reading.state.main.filter(isLiving);
    if (living.length > 0) return living;
  }
  if (group.finite || comma || before?.type === 'preposition' || before?.type === 'conjunction' || group.purpose) {
    return before?.type === 'conjunction' && state.verb !== null ? state.verb.subjects : known;
  }
  // "Egg, seaweed and steam rising from it": of things, the last one named.
  const lifeless = state.nominal.length > 2 && !state.nominal.some(isLiving);
  const named = lifeless ? state.nominal.slice(-1) : state.nominal;
  const nearest = (named.length > 0 ? named : known).map((entity) => pictured(entity, group));
  // "A bear in a forest surrounded by trees": what is around the place is around what is in it.
  if (group.root === 'surround') return [...new Set([...known, ...nearest])];
  const limb = known.some((entity) => entity.class === 'body_part') && POSTURE_VERBS.has(group.root);
  if (limb && !nearest.some((entity) => entity.class === 'body_part')) return known;
  const living = nearest.some(isLiving) || nearest.some((entity) => entity.class === 'body_part');
  if (living || !needsLiving(group)) return nearest;
  return known.some((entity) => isLiving(entity) || entity.acts > 0) ? known : nearest;
}

/** "Leaning forward with their torso while standing": the person stands, not the torso. */
function wholeOf(entity: Entity, group: VerbGroup): Entity {
  const whole = entity.class === 'body_part' && WHOLE_BODY_VERBS.has(group.root) && !group.passive;
  return whole && entity.possessor !== null ? entity.possessor : entity;
}

/** "A painting of toucans playing tennis": they play, not the painting. */
function pictured(entity: Entity, group: VerbGroup): Entity {
  const shown = entity.of;
  // "The adventures of a man wearing a hat": the man wears it.
  const picture = MEDIA.has(entity.head) || (shown !== null && isLiving(shown) && !isLiving(entity));
  return shown !== null && !group.passive && picture && needsLiving(group) ? shown : entity;
}

/** A sentence that begins with what is done: it goes on about the main entity, or means a person. */
function missingSubject(reading: Reading, group: VerbGroup): Entity[] {
  const main = reading.scene.entities.find((entity) => entity.acts > 0) ?? reading.scene.entities[0];
  if (main !== undefined) return [main];
  const deed = ANIMATE_VERBS.has(group.root) || (TRANSITIVE_VERBS.has(group.root) && !group.passive);
  return deed ? [reading.registry.impliedPerson()] : [];
}

/** Whether the living thing named before a lifeless one is what acts: "a man at a counter reading". */
function needsLiving(group: VerbGroup): boolean {
  const root = group.root.split(' ')[0] ?? '';
  // "An umbrella held by a man": it is done to a thing.
  if (group.passive && TRANSITIVE_VERBS.has(root)) return false;
  if (ANIMATE_VERBS.has(root)) return true;
  return !group.passive && TRANSITIVE_VERBS.has(root) && !INTRANSITIVE_VERBS.has(root);
}
