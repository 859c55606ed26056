import { alignment, type Draft, lateness } from './draft.ts';
import { isLettering } from './entities.ts';
import { UNIQUE_NOUNS } from './lexicon/nouns.ts';
import type { Entity, Scene } from './scene.ts';

import { isMass, type Wording } from './wording.ts';

/** "Is there a corgi?", "Are there two dogs?", "Is the man wearing a hat?", "Are there any people?" (yes is bad). */
export function entityQuestions(scene: Scene, wording: Wording): Draft[] {
  const described = describedEntities(scene);
  const written = new Set(scene.texts.map((text) => text.carrier));
  return scene.entities.flatMap((entity) => {
    if (entity.absent) return [absence(entity, wording)];
    const drafts: Draft[] = [];
    // A body part that another question is about anyway is not asked for by itself.
    const lettering = entity.possessor !== null && written.has(entity) && isLettering(entity);
    const implied =
      lettering ||
      isToldWithin(entity) ||
      (entity.class === 'body_part' && entity.possessor !== null && described.has(entity));
    if (!implied) drafts.push(presence(entity, wording));
    const count = countQuestion(entity, wording);
    if (count !== null) drafts.push(count);
    return drafts;
  });
}

/** Coffee of "a cup of coffee"; but of "a painting of dancing bears" the bears are asked for as well. */
function isToldWithin(entity: Entity): boolean {
  return entity.within !== null && !(entity.acts > 0 && entity.within.of === entity);
}

/** Entities with a look of their own: "Is the bird's head red?" asks for the head as well. */
function describedEntities(scene: Scene): Set<Entity> {
  return new Set(scene.attributes.map((attribute) => attribute.entity));
}

function presence(entity: Entity, wording: Wording): Draft {
  const place = entity.class === 'place' && entity.acts === 0;
  return alignment({
    kind: place ? 'scene' : 'entity_present',
    text: presenceText(entity, wording),
    slug: [entity.possessor?.name ?? '', wording.name(entity)],
    about: entity,
    needs: entity.possessor === null ? [] : [entity.possessor],
    presenceOf: entity,
    withAdjectives: takesAdjectives(entity) ? (adjectives) => presenceText(entity, wording, adjectives) : null,
    importance: (entity.possessor === null ? 100 : 85) + lateness(entity),
  });
}

/** One is in a suit, but wears a tie. */
const ACCESSORIES =
  /(?:tie|hat|cap|beanie|glasses|sunglass(?:es)?|goggles?|watch|ring|necklace|bracelet|earring|scarf|glove|belt|helmet|headphones?|mask|shoe|boot|sneaker|sock|crown|backpack|wig|sandal|slipper|heels)$/u;

function presenceText(entity: Entity, wording: Wording, adjectives: readonly string[] = []): string {
  const owner = entity.possessor;
  const thing = wording.indefinite(entity, adjectives);
  if (owner !== null) {
    if (entity.owned === 'in' && !ACCESSORIES.test(entity.head))
      return `${wording.is(owner)} ${wording.the(owner)} in ${thing}?`;
    if (isWorn(entity, owner)) return `${wording.is(owner)} ${wording.the(owner)} wearing ${thing}?`;
    if (entity.owned === 'part') return `${wording.does(owner)} ${wording.the(owner)} have ${thing}?`;
    return `${wording.is(entity)} ${wording.the(entity)} visible?`;
  }
  if (isKnown(entity)) return `${wording.is(entity)} ${wording.a(entity)} visible?`;
  return `${entity.plural && !wording.showsGroup(entity) ? 'Are' : 'Is'} there ${thing}?`;
}

function isWorn(entity: Entity, owner: Entity): boolean {
  const living = owner.class === 'person' || owner.class === 'animal';
  return entity.owned === 'worn' || entity.owned === 'in' || (entity.class === 'clothing' && living);
}

/** "Is the sky visible?", "Is Ann visible?": what there is one of is not asked for with "a". */
function isKnown(entity: Entity): boolean {
  if (entity.head === 'background' || (entity.head === 'sky' && !entity.plural)) return true;
  if (entity.determiner !== 'a' && (entity.proper || UNIQUE_NOUNS.has(entity.head))) return true;
  return entity.of !== null && entity.determiner === 'the';
}

/** Whether adjectives fit into the question: "Is there a red car?", but not "Is the red sky visible?". */
function takesAdjectives(entity: Entity): boolean {
  const owner = entity.possessor;
  return owner === null ? !isKnown(entity) : isWorn(entity, owner) || entity.owned === 'part';
}

function countQuestion(entity: Entity, wording: Wording): Draft | null {
  const count = entity.count;
  if (count === null || count.value === 1 || isMass(entity) || !entity.plural) return null;
  const number =
    count.text === 'dozens' || count.text === 'hundreds' || count.text === 'thousands'
      ? `${count.text} of`
      : count.text === 'dozen'
        ? 'a dozen'
        : count.text;
  const name = `${number} ${wording.name(entity)}${entity.of === null ? '' : ` of ${wording.name(entity.of)}`}`;
  const owner = entity.possessor;
  const text =
    owner === null
      ? `Are there ${name}?`
      : entity.owned === 'worn' || entity.owned === 'in'
        ? null
        : `${wording.does(owner)} ${wording.the(owner)} have ${name}?`;
  if (text === null) return null;
  return alignment({
    kind: 'count',
    text,
    slug: [wording.name(entity), count.text],
    about: entity,
    needs: [entity],
    presenceOf: entity,
    importance: (count.value === null ? 70 : 97) + lateness(entity),
    count: count.value !== null && count.value > 0 ? count.value : null,
  });
}

function absence(entity: Entity, wording: Wording): Draft {
  const any = entity.plural || isMass(entity) || entity.determiner === null || entity.determiner === 'any';
  const name = any ? `any ${wording.name(entity)}` : wording.indefinite(entity);
  return alignment({
    kind: 'entity_absent',
    polarity: 'negative',
    text: `${entity.plural ? 'Are' : 'Is'} there ${name}?`,
    slug: [wording.name(entity)],
    about: entity,
    importance: 96 + lateness(entity),
  });
}
