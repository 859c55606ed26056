import type { Dimension } from '../../domain/dimension.ts';
import type { Polarity, QuestionKind } from '../../domain/question.ts';
import { alignment, type Draft } from './draft.ts';
import { NATURE_CHECKS, TOUCHING } from './lexicon/entity-checks.ts';
import { EVENTS, MEDIA } from './lexicon/nouns.ts';
import { ANIMATE_VERBS, UNSEEN_VERBS } from './lexicon/verbs.ts';
import { mainEntities } from './main-entities.ts';
import type { Action, Entity, Scene } from './scene.ts';
import type { Wording } from './wording.ts';

/** What happens, moves. */
const GOING_ON = new Set(['happen', 'occur']);

/** Postures: what does them need not move. */
const STILL_VERBS = new Set(
  'sit stand lie lay sleep rest lean hang park perch kneel crouch squat wait pose stay surround cover hold wear have see locate place'.split(
    ' ',
  ),
);
/**
 * What is asked about the main entities beyond the prompt: clarity, lasting identity and shape, anatomy, physics, motion.
 * Which questions make sense depends on what the entity is. Most important first.
 */
export function subjectQuestions(scene: Scene, wording: Wording): Draft[] {
  const [first, second, third] = mainEntities(scene);
  if (first === undefined) return lettering(scene);
  const drafts = [
    stable(first, wording),
    natural(first, scene.actions, wording),
    moves(first, scene.actions, wording),
    ...lettering(scene),
    contact(first, scene.actions, wording),
    clear(first, wording),
    ...(second === undefined
      ? []
      : [shape(second, wording), natural(second, scene.actions, wording), moves(second, scene.actions, wording)]),
    ...(third === undefined ? [] : [shape(third, wording), natural(third, scene.actions, wording)]),
  ];
  return drafts.filter((draft) => draft !== null).map((draft, index) => ({ ...draft, importance: 50 - index }));
}

/** Written text is to be read, and to stay what it is. */
function lettering(scene: Scene): Draft[] {
  if (scene.texts.length === 0) return [];
  const several = scene.texts.length > 1;
  const entity = scene.texts[0]?.carrier ?? null;
  const common = {
    about: entity,
    needs: entity === null ? [] : [entity],
    polarity: 'positive' as const,
    importance: 0,
  };
  return [
    {
      ...alignment({
        ...common,
        kind: 'clarity',
        slug: ['lettering'],
        text: `${several ? 'Are the texts' : 'Is the text'} legible, with well-formed letters?`,
      }),
      dimension: 'visual_quality',
    },
    {
      ...alignment({
        ...common,
        kind: 'identity_stable',
        slug: ['lettering'],
        text: `${several ? 'Do the texts' : 'Does the text'} keep the same letters throughout the clip?`,
      }),
      dimension: 'temporal_consistency',
    },
  ];
}

function isStill(action: Action): boolean {
  return STILL_VERBS.has(action.root) || isLikeness(action);
}

/** To look like something is nothing that one does. */
function isLikeness({ root, preposition }: Action): boolean {
  return root === 'look' && preposition === 'like';
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
    count: null,
    quote: null,
  };
}

function stable(entity: Entity, wording: Wording): Draft | null {
  if (entity.class === 'liquid' || entity.class === 'shapeless' || EVENTS.has(entity.head)) return null;
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
  const formless = ['liquid', 'shapeless', 'place'].includes(entity.class);
  if (formless || EVENTS.has(entity.head)) return null;
  const text = `${wording.does(entity)} ${wording.the(entity)} melt, warp or change shape?`;
  return about(entity, wording, 'temporal_consistency', 'deformation', 'negative', text);
}

/** Anatomy of the living, behaviour of the rest: the first check of the list that fits. */
function natural(entity: Entity, actions: readonly Action[], wording: Wording): Draft | null {
  if (EVENTS.has(entity.head)) return null;
  const deeds = new Set(
    actions
      .filter((action) => action.subject === entity && !action.negated && !action.passive && !isLikeness(action))
      .map(({ root }) => root.split(' ')[0] ?? ''),
  );
  const figure =
    entity.class === 'thing' && [...deeds].some((root) => ANIMATE_VERBS.has(root) && !STILL_VERBS.has(root));
  const kind = figure ? 'figure' : entity.class;
  const check = NATURE_CHECKS.find(
    ({ heads, classes, doing }) =>
      (heads?.has(entity.head) ?? true) &&
      (classes?.includes(kind) ?? true) &&
      (doing === undefined || [...doing].some((root) => deeds.has(root))),
  );
  if (check === undefined) return null;
  return about(entity, wording, check.dimension, check.kind, check.polarity, fill(check.text, entity, wording));
}

function fill(template: string, entity: Entity, wording: Wording): string {
  // "Do the nurse's hands …": what is asked about is the hands.
  const parts = template.startsWith('{does} {its}');
  const values: Readonly<Record<string, string>> = {
    does: parts ? 'Do' : wording.does(entity),
    is: wording.is(entity),
    the: wording.the(entity),
    its: wording.whose(entity),
    they: entity.plural ? 'they' : 'it',
    moves: entity.plural ? 'move' : 'moves',
    one: entity.plural ? 'real ones' : 'a real one',
  };
  return template.replace(/\{(\w+)\}/gu, (_whole, name: string) => values[name] ?? '');
}

function moves(entity: Entity, actions: readonly Action[], wording: Wording): Draft | null {
  const active = actions.some(
    (action) =>
      action.subject === entity &&
      !action.negated &&
      !action.passive &&
      !isStill(action) &&
      (!UNSEEN_VERBS.has(action.root) || GOING_ON.has(action.root)),
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
  if (!TOUCHING.has(action?.root ?? '') || EVENTS.has(object.head)) return null;
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

function clear(entity: Entity, wording: Wording): Draft | null {
  if (EVENTS.has(entity.head)) return null;
  const text = `${wording.is(entity)} ${wording.the(entity)} clear and sharp, without blur?`;
  return about(entity, wording, 'visual_quality', 'clarity', 'positive', text);
}
