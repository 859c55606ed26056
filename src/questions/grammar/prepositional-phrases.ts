import { EVENTS, UNIQUE_NOUNS } from './lexicon/nouns.ts';
import { DIRECTIONAL_PREPOSITIONS } from './lexicon/verbs.ts';
import { flushAdverbs } from './modifiers.ts';
import { addRelation, isLiving, isOneOfMany, type Reading, type State } from './reading.ts';
import type { Action, Entity } from './scene.ts';
import { addSurface } from './written-text.ts';

/** Prepositions that say nothing a frame could show about the noun before them. */
const EMPTY_PREPOSITIONS = new Set('about per via during until before after since besides upon'.split(' '));

const HANDLING_VERBS = new Set(
  'put place pour drop throw toss pick take lift scoop spread attach add set lay pull push tie hang pin move hand give offer bring pass feed'.split(
    ' ',
  ),
);

/** What is done is done to something in its place: "cooks steaks in a pan" puts nobody in the pan. */
const PLACED_BY = new Set(
  'cook fry bake grill boil mix stir slice chop cut create make leave form draw paint write carve find notice see watch store keep plant serve melt heat roast wash'.split(
    ' ',
  ),
);
/** Their object is no thing that is somewhere: "does a wheelie". */
const DEEDS = new Set(['do', 'perform', 'have', 'take']);

/** What something has, shows or contains is where the sentence goes on to say, not what has it. */
const HAVING_VERBS = new Set(['have', 'show', 'contain']);

const HOLDING_VERBS = new Set('wear hold have carry show contain'.split(' '));

/** Verbs of holding oneself in some way, which "with" and a limb go on to describe. */
const POSTURE_OR_STANCE =
  /^(?:stand|sit|kneel|lie|crouch|squat|lean|bend|raise|lift|stretch|hang|pose|rest|spread|walk|face|look|gaze|stare|smile)$/u;

/** Prepositions of a way that something takes; without a verb, "moving" is understood. */
const WAY_PREPOSITIONS = /^(?:through|into|onto|toward|towards|out of|past)$/u;

export function prepositionalObject(reading: Reading, preposition: string, named: readonly Entity[]): void {
  const state = reading.state;
  // "Stands before a wall" is in front of it.
  const posture = preposition === 'before' && POSTURE_OR_STANCE.test(state.verb?.group.root ?? '');
  const event = preposition === 'during' && state.verb !== null && named.every(({ head }) => EVENTS.has(head));
  if (preposition === 'without' || (EMPTY_PREPOSITIONS.has(preposition) && !posture && !event)) return;
  if (preposition === 'with' || preposition === 'of') flushAdverbs(reading);
  const text = [...state.adverbs, preposition].join(' ');
  state.adverbs = [];
  const verb = state.verb;
  // "Between a vase and a book" is one place.
  const one = /^(?:in )?between$/u.test(preposition) && named.length > 1;
  const objects = one ? [reading.registry.together(named)] : named;
  for (const object of objects) {
    if (addSurface(reading, preposition, object)) {
      state.afterQuote = null;
      continue;
    }
    if (verb !== null && verb.actions.length > 0) verbObject(reading, verb, text, preposition, object, objects);
    else nominalObject(reading, text, preposition, object, objects);
  }
  if (verb !== null) verb.hasObject = true;
}

/** A prepositional phrase after a verb: "sitting on a bench", "cutting bread with a knife". */
function verbObject(
  reading: Reading,
  verb: NonNullable<State['verb']>,
  text: string,
  preposition: string,
  object: Entity,
  list: readonly (Entity | null)[],
): void {
  for (const action of [...verb.actions]) {
    if (preposition === 'as' || preposition === 'during') {
      // "Wears a bucket as a hat", "runs during a game".
      if (object.mentions === 1 && preposition === 'as') object.within = action.subject;
      const thing = preposition === 'as' ? action.object : null;
      if (preposition === 'as' && thing === null && action.place === null) {
        Object.assign(action, { preposition, place: object });
        continue;
      }
      reading.scene.actions.push({ ...action, object: thing, preposition, place: object });
      continue;
    }
    if (action.subject === object && !isOneOfMany(object)) continue;
    const last = reading.state.nominal.at(-1);
    // "Hands a flower to a girl in a coat": she wears it.
    if (
      preposition === 'in' &&
      object.class === 'clothing' &&
      last !== undefined &&
      last !== action.subject &&
      isLiving(last)
    ) {
      reading.registry.own(object, last, 'in');
      return;
    }
    const stance = POSTURE_OR_STANCE.test(action.root) || action.subject.class === 'body_part';
    if (object.class === 'body_part' && preposition === 'with' && stance) {
      turnToLimb(reading, action.subject, object);
      return;
    }
    if (object.class === 'body_part' && isLiving(action.subject) && !/^(?:of|with)$/u.test(preposition))
      reading.registry.own(object, action.subject, 'possessive');
    if (action.object === null && action.place === null) {
      action.preposition = text;
      action.place = object;
    } else if (action.object === null && action.preposition === text && list.includes(action.place)) {
      reading.scene.actions.push({ ...action, place: object });
    } else if (action.object === null) {
      laterPlace(reading, action, text, preposition, object);
    } else {
      afterObject(reading, action, text, preposition, object);
    }
  }
}

/** "Standing with the left arm raised": what follows is about the arm. */
function turnToLimb(reading: Reading, owner: Entity, limb: Entity): void {
  if (owner.peers.length === 0) reading.registry.own(limb, owner, 'possessive');
  reading.state.verb = null;
  reading.state.subject = [limb];
}

/** The second place of an action: said of its subject, or of the place before it. */
function laterPlace(reading: Reading, action: Action, text: string, preposition: string, object: Entity): void {
  const last = reading.state.nominal.at(-1) ?? action.subject;
  if (preposition === 'with' && isLiving(action.subject) && object.class !== 'clothing' && object.class !== 'body_part')
    addRelation(reading, action.subject, text, object);
  else if (preposition === 'with' || preposition === 'of') withObject(reading, last, object);
  else if (DIRECTIONAL_PREPOSITIONS.has(preposition))
    reading.scene.actions.push({ ...action, preposition: text, place: object });
  else if (object.possessor === action.subject) addRelation(reading, last, text, object);
  else {
    addRelation(reading, action.subject, text, object);
    if (preposition !== 'like') addRelation(reading, last, text, object, false, true);
  }
}

function afterObject(reading: Reading, action: Action, text: string, preposition: string, object: Entity): void {
  const target = action.object;
  const last = reading.state.nominal.at(-1);
  if (target === null) return;
  if (preposition === 'with' && object.class === 'body_part')
    withObject(reading, reading.state.nominal.at(-1) ?? target, object);
  else if (object.class === 'body_part') {
    // "Grips a ball in his arms": the arms are how; the ball being in them is what a frame shows.
    reading.scene.actions.push({ ...action, preposition: text, place: object });
    addRelation(reading, reading.state.nominal.at(-1) ?? target, text, object);
  } else if (preposition === 'with' && isLiving(object)) addRelation(reading, action.subject, text, object);
  else if (preposition === 'with' && last?.class === 'place' && last !== target) withObject(reading, last, object);
  else if (preposition === 'with' && !HOLDING_VERBS.has(action.root)) {
    reading.scene.actions.push({ ...action, preposition: text, place: object });
  } else if (preposition === 'with') withObject(reading, target, object);
  else if (preposition === 'of') addRelation(reading, target, text, object);
  else if (
    HANDLING_VERBS.has(action.root) ||
    (DIRECTIONAL_PREPOSITIONS.has(preposition) && (!HOLDING_VERBS.has(action.root) || action.root === 'carry'))
  ) {
    reading.scene.actions.push({ ...action, preposition: text, place: object });
  } else {
    // "Spray-painting a bird on a wall" as well.
    const made = PLACED_BY.has(action.root.split('-').at(-1) ?? '');
    const having = HAVING_VERBS.has(action.root) && !isLiving(target);
    if (!made && !having) addRelation(reading, action.subject, text, object);
    if (!DEEDS.has(action.root) || having) addRelation(reading, target, text, object, false, !made && !having);
  }
}

/** A prepositional phrase after a noun, or after "is". */
function nominalObject(
  reading: Reading,
  text: string,
  preposition: string,
  object: Entity,
  objects: readonly Entity[],
): void {
  const state = reading.state;
  // "A box on the table in front of the cup", the table being known: the box is in front.
  const known =
    state.subject.length > 0 && state.nominal.every(({ mentions, determiner }) => mentions > 1 && determiner !== null);
  const nearest = known && !/^(?:with|of)$/u.test(preposition) ? state.subject : state.nominal;
  const owners = state.copula !== null ? state.copula.subjects : nearest;
  for (const owner of owners) {
    if (owner === object && preposition === 'with') continue;
    if (preposition === 'with') withObject(reading, owner, object);
    else if (preposition === 'in' && object.class === 'clothing' && isLiving(owner))
      reading.registry.own(object, owner, 'in');
    else if (preposition === 'in' && isLiving(owner) && objects.some((other) => other.class === 'clothing'))
      addRelation(reading, owner, 'with', object);
    else if (preposition === 'of' && owner.class === 'body_part') reading.registry.own(owner, object, 'possessive');
    else if (WAY_PREPOSITIONS.test(preposition) && state.copula === null) addMoving(reading, owner, text, object);
    else addRelation(reading, owner, text, object, state.copula?.negated ?? false);
  }
  // "A car on a road next to a house": the house may be next to the car as well.
  if (state.copula === null && !/^(?:with|of|in|by|as|for|from)$/u.test(preposition)) {
    for (const subject of state.subject)
      if (!owners.includes(subject)) addRelation(reading, subject, text, object, false, true);
  }
  if (owners.length === 0 && preposition !== 'of') state.leadRelations.push({ preposition: text, object });
}

/** Animals that are things. */
const TOY = /^(?:teddy|toy|stuffed|plush|rubber)\b/iu;

function withObject(reading: Reading, owner: Entity, object: Entity): void {
  // Everything has a sky above it.
  if (UNIQUE_NOUNS.has(object.head)) return;
  const part = object.class === 'body_part' || object.class === 'clothing';
  if (owner === object || (part && object.possessor !== null)) return;
  // "A man in a jacket with jeans": he wears them, not the jacket.
  const wearer = owner.class === 'clothing' && owner.possessor !== null ? owner.possessor : owner;
  if (object.class === 'clothing' && isLiving(wearer)) reading.registry.own(object, wearer, 'worn');
  else if (
    (isLiving(object) && !TOY.test(object.name)) ||
    (isLiving(owner) && object.class === 'place') ||
    object.mentions > 1
  )
    addRelation(reading, owner, 'with', object);
  else if (object.possessor === null) reading.registry.own(object, owner, 'part');
  else addRelation(reading, owner, 'with', object);
}

/** "A cyclist through a market": a way without a verb. */
function addMoving(reading: Reading, subject: Entity, preposition: string, place: Entity): void {
  subject.acts++;
  reading.scene.actions.push({
    subject,
    verb: 'moving',
    root: 'move',
    passive: false,
    finite: true,
    object: null,
    preposition,
    place,
    manner: [],
    negated: false,
    purpose: false,
  });
}
