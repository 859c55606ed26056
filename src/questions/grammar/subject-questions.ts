import type { Dimension } from '../../domain/dimension.ts';
import type { Polarity, QuestionKind } from '../../domain/question.ts';
import type { Draft } from './draft.ts';
import { MEDIA } from './lexicon/nouns.ts';
import type { Action, Entity, EntityClass, Scene } from './scene.ts';
import type { Wording } from './wording.ts';

/** Postures: what does them need not move. */
const STILL_VERBS = new Set(
  'sit stand lie lay sleep rest lean hang park perch kneel crouch squat wait pose stay surround cover hold wear have see locate place'.split(
    ' ',
  ),
);
const RANK: Readonly<Record<EntityClass, number>> = {
  person: 40,
  animal: 40,
  vehicle: 30,
  liquid: 20,
  thing: 15,
  shapeless: 10,
  clothing: -20,
  body_part: -30,
  place: -15,
};

/** The entities a viewer would watch, most important first. */
function mainEntities(scene: Scene): Entity[] {
  const score = (entity: Entity) =>
    RANK[entity.class] +
    12 * Math.min(3, entity.acts) +
    3 * Math.min(3, entity.mentions) -
    2 * Math.max(0, entity.order);
  return scene.entities
    .filter(
      (entity) =>
        !entity.absent && entity.within === null && entity.class !== 'body_part' && entity.class !== 'clothing',
    )
    .sort((a, b) => score(b) - score(a))
    .slice(0, 3);
}

/**
 * What is asked about the main entities beyond the prompt: clarity, lasting identity and shape, anatomy, physics, motion.
 * Which questions make sense depends on what the entity is. Most important first.
 */
export function subjectQuestions(scene: Scene, wording: Wording): Draft[] {
  const [first, second, third] = mainEntities(scene);
  if (first === undefined) return [];
  const drafts = [
    stable(first, wording),
    natural(first, wording),
    moves(first, scene.actions, wording),
    contact(first, scene.actions, wording),
    clear(first, wording),
    ...(second === undefined
      ? []
      : [shape(second, wording), natural(second, wording), moves(second, scene.actions, wording)]),
    ...(third === undefined ? [] : [shape(third, wording), natural(third, wording)]),
  ];
  return drafts.filter((draft) => draft !== null).map((draft, index) => ({ ...draft, importance: 50 - index }));
}

function about(
  entity: Entity,
  wording: Wording,
  dimension: Dimension,
  kind: QuestionKind,
  polarity: Polarity,
  text: string,
): Draft {
  return {
    dimension,
    kind,
    polarity,
    text,
    slug: [wording.name(entity)],
    about: entity,
    needs: [entity],
    presenceOf: null,
    withAdjectives: null,
    adjective: null,
    statement: null,
    importance: 0,
    move: null,
  };
}

function stable(entity: Entity, wording: Wording): Draft | null {
  if (entity.class === 'liquid' || entity.class === 'shapeless') return null;
  const the = wording.the(entity);
  const text =
    entity.class === 'person' && !entity.plural
      ? `Does ${the} keep the same face, hair and clothes throughout the clip?`
      : entity.class === 'place'
        ? `${wording.does(entity)} ${the} stay the same throughout the clip?`
        : `${wording.does(entity)} ${the} keep the same look and size throughout the clip?`;
  return about(entity, wording, 'temporal_consistency', 'identity_stable', 'positive', text);
}

function shape(entity: Entity, wording: Wording): Draft | null {
  if (entity.class === 'liquid' || entity.class === 'shapeless' || entity.class === 'place') return null;
  const text = `${wording.does(entity)} ${wording.the(entity)} melt, warp or change shape?`;
  return about(entity, wording, 'temporal_consistency', 'deformation', 'negative', text);
}

/** Anatomy of the living, behaviour of the rest. */
function natural(entity: Entity, wording: Wording): Draft | null {
  const the = wording.the(entity);
  const does = wording.does(entity);
  switch (entity.class) {
    case 'person':
      return about(
        entity,
        wording,
        'factual_consistency',
        'anatomy',
        'negative',
        `${does} ${the} have missing, extra or distorted fingers, limbs or facial features?`,
      );
    case 'animal':
      return about(
        entity,
        wording,
        'factual_consistency',
        'anatomy',
        'negative',
        `${does} ${the} have missing, extra or distorted legs or other body parts?`,
      );
    case 'liquid':
    case 'shapeless':
      return about(
        entity,
        wording,
        'factual_consistency',
        'physics',
        'positive',
        `${does} ${the} move and spread the way ${entity.plural ? 'they' : 'it'} would in reality?`,
      );
    case 'vehicle':
      return about(
        entity,
        wording,
        'factual_consistency',
        'common_sense',
        'positive',
        `${does} ${the} look and behave like ${entity.plural ? 'real ones' : 'a real one'}?`,
      );
    case 'thing':
      return about(
        entity,
        wording,
        'factual_consistency',
        'common_sense',
        'positive',
        `${does} ${the} look right, with all parts where they belong?`,
      );
    default:
      return null;
  }
}

function moves(entity: Entity, actions: readonly Action[], wording: Wording): Draft | null {
  const active = actions.some(
    (action) => action.subject === entity && !action.negated && !action.passive && !STILL_VERBS.has(action.root),
  );
  if (!active) return null;
  const text = `${wording.is(entity)} ${wording.the(entity)} visibly moving?`;
  return about(entity, wording, 'dynamic_degree', 'motion_present', 'positive', text);
}

/** Hands and what they hold are where generated clips go wrong. */
function contact(entity: Entity, actions: readonly Action[], wording: Wording): Draft | null {
  const action = actions.find(
    (each) => each.subject === entity && each.object !== null && !each.negated && !each.object.absent,
  );
  const object = action?.object;
  if (object === null || object === undefined || object.class === 'place' || object.possessor !== null) return null;
  const pictured = MEDIA.has(object.head) || /^(?:some|any|every)(?:one|body)$/u.test(entity.head);
  if (pictured || (entity.class !== 'person' && entity.class !== 'animal')) return null;
  const draft = about(
    entity,
    wording,
    'factual_consistency',
    'physics',
    'negative',
    `${wording.does(entity)} ${wording.the(entity)} and ${wording.the(object)} pass through each other?`.replace(
      /^Does/u,
      'Do',
    ),
  );
  return { ...draft, slug: [...draft.slug, wording.name(object)], needs: [entity, object] };
}

function clear(entity: Entity, wording: Wording): Draft {
  const text = `${wording.is(entity)} ${wording.the(entity)} clear and sharp, without blur?`;
  return about(entity, wording, 'visual_quality', 'clarity', 'positive', text);
}
