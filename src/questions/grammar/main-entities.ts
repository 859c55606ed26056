import { isLettering } from './entities.ts';
import { UNIQUE_NOUNS } from './lexicon/nouns.ts';
import type { Entity, EntityClass, Scene } from './scene.ts';

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
export function mainEntities(scene: Scene): Entity[] {
  const score = (entity: Entity) =>
    RANK[entity.class] +
    12 * Math.min(3, entity.acts) +
    3 * Math.min(3, entity.mentions) -
    2 * Math.max(0, entity.order);
  const watched = scene.entities
    .filter((entity) => isWatched(entity) && !isLettering(entity))
    .sort((a, b) => score(b) - score(a));
  // The sky and the ground only where there is nothing else.
  const told = watched.filter((entity) => !UNIQUE_NOUNS.has(entity.head));
  return (told.length > 0 ? told : watched).slice(0, 3);
}

function isWatched(entity: Entity): boolean {
  const inner = entity.within !== null && !(entity.acts > 0 && entity.within.of === entity);
  return !entity.absent && !inner && entity.class !== 'body_part' && entity.class !== 'clothing';
}
