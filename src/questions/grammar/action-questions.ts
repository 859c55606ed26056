import { contentWords } from './content-words.ts';
import { alignment, type Draft, lateness } from './draft.ts';
import { FEMALE, MALE, PLACES } from './lexicon/nouns.ts';
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

/** "Is the corgi riding a skateboard?", "Is the man sitting on a bench?". */
export function actionQuestions(scene: Scene, wording: Wording): Draft[] {
  return scene.actions.flatMap((action) => {
    if (action.subject.absent) return [];
    // "Words written on the board" that has them: said already.
    if (action.place !== null && action.place === action.subject.possessor && action.passive) return [];
    const negatedWear = POSSESSING.has(action.root) && action.negated && action.object !== null;
    if (POSSESSING.has(action.root) && !negatedWear && action.object?.possessor === action.subject) return [];
    if (action.root === 'show' && action.passive && action.object === null && action.place === null) return [];
    const full = { ...actionQuestion(action, scene, wording), statement: action };
    const more = action.manner.length > 0 || contentWords(full.text).length > MOST_WORDS;
    if (!more || action.negated || action.passive || STATIVE.has(action.root) || UNFINISHED.has(action.root))
      return [full];
    const drafts = [full, doingQuestion(action, scene, wording)];
    // "Sweeping up sand with a broom": the broom is used.
    if (action.object !== null && action.preposition === 'with' && !action.object.absent)
      drafts.push(actionQuestion({ ...action, object: null, manner: [] }, scene, wording));
    return drafts;
  });
}

/** More words that tell something than these ask for a doing and for what goes with it at once. */
const MOST_WORDS = 4;

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
    object === null ? '' : mention(object, subject, wording),
    action.preposition === null || place === null
      ? ''
      : `${action.preposition} ${MATERIAL_VERBS.has(action.root) ? asMaterial(place, subject, scene, wording) : mention(place, subject, wording)}`,
    object === null && place === null ? action.manner.join(' ') : '',
  ].filter((part) => part !== '');
  const alike = action.root === 'look' && action.preposition === 'like';
  const stative = (STATIVE.has(action.root) || alike) && !action.passive;
  const start = stative
    ? `${wording.does(subject)} ${wording.the(subject)} ${action.root}`
    : `${wording.is(subject)} ${wording.the(subject)} ${action.passive && action.finite && DONE_TO.has(action.root) ? 'being ' : ''}${action.verb}`;
  const others = [object, place].filter((entity) => entity !== null);
  return alignment({
    kind: 'action',
    polarity: action.negated ? 'negative' : 'positive',
    text: `${[start, ...tail].join(' ')}?`,
    slug: [wording.name(subject), action.verb, ...others.map((entity) => wording.name(entity))],
    about: subject,
    needs: [subject, ...others.filter((entity) => !entity.absent)],
    importance: (action.purpose ? 60 : object !== null && place !== null ? 76 : 93) + lateness(subject),
  });
}

/** Verbs that say what something is made of: without its looks the material says little. */
const MATERIAL_VERBS = new Set(['make', 'build', 'form', 'carve', 'compose', 'cover', 'fill']);
const MATERIAL_PREPOSITIONS = /^(?:made|full|filled|covered)\b/u;

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
  if (entity.class !== 'person') return 'its';
  if (MALE.has(entity.head)) return 'his';
  if (FEMALE.has(entity.head)) return 'her';
  return 'their';
}
