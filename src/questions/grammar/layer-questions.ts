import { alignment, type Draft, lateness } from './draft.ts';
import { MEDIA, UNIQUE_NOUNS } from './lexicon/nouns.ts';
import type { Entity, Scene } from './scene.ts';
import type { Wording } from './wording.ts';

const IN_BACKGROUND = /\bbackground$/u;
/** So many entities of the front, the first ones, are compared with so many of the background. */
const MOST_IN_FRONT = 1;
const MOST_BEHIND = 3;

/**
 * "Is the car in front of the wall?" where the wall is said to be in the background and the car is not: what is in the
 * background is behind what is in front.
 */
export function layerQuestions(scene: Scene, wording: Wording): Draft[] {
  const behind = new Set(scene.locations.filter(({ text }) => IN_BACKGROUND.test(text)).map(({ subject }) => subject));
  const comparable = scene.entities.filter((entity) => isComparable(entity));
  const back = comparable.filter((entity) => behind.has(entity)).slice(0, MOST_BEHIND);
  const [first] = back;
  if (first === undefined) return [];
  const front = comparable
    .filter((entity) => !behind.has(entity) && !isOnlyNear(entity, back, scene))
    .slice(0, MOST_IN_FRONT);
  return front.flatMap((subject) =>
    back.map((object) =>
      alignment({
        kind: 'relation',
        text: `${wording.is(subject)} ${wording.the(subject)} in front of ${wording.the(object)}?`,
        slug: [wording.name(subject), 'in front of', wording.name(object)],
        about: subject,
        needs: [subject, object],
        importance: 46 + (lateness(subject) + lateness(object)) / 2,
      }),
    ),
  );
}

function isComparable(entity: Entity): boolean {
  if (entity.absent || entity.implied || entity.possessor !== null || entity.within !== null) return false;
  const vague = MEDIA.has(entity.head) || entity.class === 'clothing' || entity.class === 'body_part';
  return !vague && !UNIQUE_NOUNS.has(entity.head) && !entity.proper;
}

/** What is told of only by its relation to something in the background is there as well. */
function isOnlyNear(entity: Entity, back: readonly Entity[], scene: Scene): boolean {
  return scene.relations.some(
    ({ subject, object }) =>
      (subject === entity && back.includes(object)) || (object === entity && back.includes(subject)),
  );
}
