import { contentWords } from './content-words.ts';
import { alignment, type Draft, lateness } from './draft.ts';
import { listOf } from './inflect.ts';
import { EVENTS, FEMALE, MALE, MEALS, PLACES } from './lexicon/nouns.ts';
import { UNSEEN_VERBS } from './lexicon/verbs.ts';
import type { Action, Entity, Scene } from './scene.ts';
import type { Wording } from './wording.ts';

/** Verbs of being, not of doing: "Does the tablet show a car?" rather than "Is the tablet showing a car?". */
const STATIVE = new Set(
  'show contain depict feature include resemble consist fit belong like love know see display reveal overlook need seem mean have'.split(
    ' ',
  ),
);
/** Verbs that make sense without their object where a way follows. */
const WAYFARING = new Set('ride drive sail fly pilot steer'.split(' '));
/** Done to something, not a state it is in: "is being poured". */
const DONE_TO = new Set(
  'pour cut slice push pull throw drop chase lift drag stir mix cook wash toss squeeze carry feed chop lead kick hit serve crush'.split(
    ' ',
  ),
);
/** These say what is worn or had; the question whether the thing is there asks that already. */
const POSSESSING = new Set(['wear', 'have']);

/** Verbs that ask for what follows them: "Are the clouds coming?" says too little. */
const UNFINISHED = new Set('come go get put bring lead keep turn make use try look'.split(' '));

const SHOWING = new Set('show contain depict feature include display reveal have resemble'.split(' '));

/** "Are the arms keeping?", "Does the clock show?" ask for nothing. */
function isBare({ root, object, place, verb, passive }: Action): boolean {
  if ((SHOWING.has(root) || verb === 'looking') && object === null && place === null && !passive) return true;
  const needs = UNFINISHED.has(root) && !/^(?:come|go|look|turn|try)$/u.test(root);
  return needs && object === null && place === null && !passive && !verb.includes(' ');
}

/** "Is the man putting his hat?": where to is asked as well. */
function isUnfinished({ subject, root, object, place, verb }: Action, { actions }: Scene): boolean {
  if (!UNFINISHED.has(root) || object === null || place !== null) return false;
  return actions.some(
    (other) => other.subject === subject && other.verb === verb && other.object === object && other.place !== null,
  );
}

/** "Is the corgi riding a skateboard?", "Is the man sitting on a bench?". */
export function actionQuestions(scene: Scene, wording: Wording): Draft[] {
  return scene.actions.flatMap((action) => {
    if (action.subject.absent) return [];
    // "Words written on the board" that has them: said already.
    if (action.place !== null && action.place === action.subject.possessor && action.passive) return [];
    const negatedWear = POSSESSING.has(action.root) && action.negated && action.object !== null;
    const worn = POSSESSING.has(action.root) && action.object?.possessor === action.subject;
    if (worn && !negatedWear && action.preposition !== 'as') return [];
    if (action.root === 'show' && action.passive && action.object === null && action.place === null) return [];
    if (isBare(action)) return [];
    if (UNSEEN_VERBS.has(action.root) || isUnfinished(action, scene)) return [];
    const full = { ...actionQuestion(action, scene, wording), statement: action };
    const long = contentWords(full.text).length > MOST_WORDS;
    const { subject, preposition, place } = action;
    const drafts: Draft[] = [full];
    if (action.preposition === 'as' || action.negated || STATIVE.has(action.root) || UNFINISHED.has(action.root))
      return drafts;
    if (action.passive && !POSTURES.has(action.root)) return drafts;
    if (long || action.manner.length > 0) drafts.push(doingQuestion(action, scene, wording));
    const apart = long || action.verb.includes(' ');
    if (
      apart &&
      !TOGETHER.test(action.verb) &&
      action.object === null &&
      preposition !== null &&
      place !== null &&
      isScenePlace(preposition, place)
    )
      drafts.push(placeQuestion(subject, preposition, place, wording));
    if (!long) return drafts;
    // "Sweeping up sand with a broom": the broom is used.
    if (action.object !== null && action.preposition === 'with' && !action.object.absent)
      drafts.push(actionQuestion({ ...action, object: null, manner: [] }, scene, wording));
    return drafts;
  });
}

/** What one cannot do alone. */
const TOGETHER = /\b(?:each other|side by side|hand in hand|together|arm in arm|face to face|back to back)\b/u;

/** More words that tell something than these ask for a doing and for what goes with it at once. */
const MOST_WORDS = 4;

/** Participles that say how something is, rather than what is done to it. */
const POSTURES = new Set('perch seat park curl huddle'.split(' '));

/** Prepositions of a place that one may be in whatever one does there. */
const STATIC =
  /^(?:on|in|at|inside|under|beneath|behind|beside|near|next to|in front of|on top of|above|among|between)$/u;

function isScenePlace(preposition: string, place: Entity): boolean {
  return place.class !== 'body_part' && STATIC.test(preposition);
}

/** "Is the owl on a branch?" of an owl that is perched upside down on one. */
function placeQuestion(subject: Entity, preposition: string, place: Entity, wording: Wording): Draft {
  return alignment({
    kind: 'relation',
    text: `${wording.is(subject)} ${wording.the(subject)} ${preposition} ${mention(place, subject, wording)}?`,
    slug: [wording.name(subject), preposition, wording.name(place)],
    about: subject,
    needs: [subject, place],
    importance: 76 + lateness(subject),
  });
}

/** The doing alone, with its object where it needs one: "Is the owl perched upside down?". */
function doingQuestion(action: Action, scene: Scene, wording: Wording): Draft {
  const transitive = action.object !== null && !WAYFARING.has(action.root);
  return actionQuestion(
    { ...action, object: transitive ? action.object : null, preposition: null, place: null },
    scene,
    wording,
  );
}

function actionQuestion(action: Action, scene: Scene, wording: Wording): Draft {
  const { subject, place } = action;
  // "Riding a skateboard down a street" is riding down a street; "pulling a net out of the water" needs the net.
  const object = place !== null && WAYFARING.has(action.root) ? null : action.object;
  const tail = [
    object === null ? '' : action.preposition === 'as' ? wording.a(object) : mention(object, subject, wording),
    action.preposition === null || place === null
      ? ''
      : `${action.preposition} ${MATERIAL_VERBS.has(action.root) ? asMaterial(place, subject, scene, wording) : mention(place, subject, wording)}`,
    object === null && place === null ? action.manner.join(' ') : '',
  ].filter((part) => part !== '');
  const alike = action.root === 'look' && action.preposition === 'like';
  const joint = TOGETHER.test(action.verb) && !subject.plural ? subject.peers : [];
  const one = place === subject && object === null;
  const all = [subject, ...joint].sort((a, b) => a.order - b.order);
  const who = listOf(all.map((entity) => wording.the(entity)));
  const meal = action.root === 'have' && object !== null && (EVENTS.has(object.head) || MEALS.has(object.head));
  const stative = ((STATIVE.has(action.root) && !meal) || alike) && !action.passive;
  const start = stative
    ? `${joint.length > 0 ? 'Do' : wording.does(subject)} ${who} ${action.root}`
    : `${joint.length > 0 ? 'Are' : wording.is(subject)} ${who} ${action.passive && action.finite && DONE_TO.has(action.root) ? 'being ' : ''}${action.verb}`;
  const others = [object, place].filter((entity) => entity !== null);
  return alignment({
    kind: 'action',
    polarity: action.negated ? 'negative' : 'positive',
    text: one
      ? `Is one ${wording.name(subject)} ${action.verb} ${action.preposition} another?`
      : `${[start, ...tail].join(' ')}?`,
    slug: [wording.name(subject), action.verb, ...others.map((entity) => wording.name(entity))],
    about: subject,
    needs: [...all, ...others.filter((entity) => !entity.absent)],
    importance: (action.purpose ? 60 : object !== null && place !== null ? 76 : 93) + lateness(subject),
  });
}

/** Verbs that say what something is made of: without its looks the material says little. */
const MATERIAL_VERBS = new Set(['make', 'build', 'form', 'carve', 'compose', 'cover', 'fill']);
const MATERIAL_PREPOSITIONS = /^(?:made|full|filled|covered)\b/u;

/**
 * What is done, with its object, and with its place where there is no object or the verb asks for one: "picking up the
 * ball", "putting it on the table".
 * @param known what was named just before, which a pronoun takes up
 */
export function actionPhrase(action: Action, known: Entity | null, wording: Wording): string {
  const { object, place, preposition, subject, verb } = action;
  const where =
    place === null ||
    preposition === null ||
    (object !== null && !UNFINISHED.has(action.root) && !/^(?:to|into|onto)$/u.test(preposition))
      ? ''
      : ` ${preposition} ${mention(place, subject, wording)}`;
  if (object === null) return `${verb}${where}`;
  const what = object === known ? (object.plural ? 'them' : 'it') : mention(object, subject, wording);
  return `${verb} ${what}${where}`;
}

/** "black glass" of "made of black glass". */
export function asMaterial(material: Entity, subject: Entity, scene: Scene, wording: Wording): string {
  if (material.possessor !== null || material.mentions > 1 || material.count !== null)
    return mention(material, subject, wording);
  const looks = scene.attributes.filter(({ entity, some, negated }) => entity === material && !some && !negated);
  const name = wording.indefinite(material, looks.map(({ text }) => text).slice(-2));
  return material.determiner === null ? name.replace(/^an? /u, '') : name;
}

export function isMaterial(preposition: string): boolean {
  return MATERIAL_PREPOSITIONS.test(preposition);
}

/** A second entity in a question: by pronoun where it belongs to the subject; a scene has one place, "the lake". */
export function mention(entity: Entity, subject: Entity, wording: Wording): string {
  if (entity.possessor === subject) return `${pronounFor(subject)} ${wording.name(entity)}`;
  if (entity.absent) return entity.plural ? `any ${wording.name(entity)}` : wording.indefinite(entity);
  if (entity.mentions > 1 || entity.count !== null || entity.order < subject.order) return wording.the(entity);
  return PLACES.has(entity.head) && !entity.plural ? wording.the(entity) : wording.a(entity);
}

function pronounFor(entity: Entity): string {
  if (entity.plural) return 'their';
  if (entity.pronoun !== null) return entity.pronoun;
  if (entity.class !== 'person') return 'its';
  if (MALE.has(entity.head)) return 'his';
  if (FEMALE.has(entity.head)) return 'her';
  return 'their';
}
