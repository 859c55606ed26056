import { agrees } from './new-entity.ts';
import type { Entity, Scene } from './scene.ts';

const PLURAL_PRONOUNS = new Set('they them themselves their we us'.split(' '));
export const PERSON_PRONOUNS: ReadonlySet<string> = new Set('he she him her hers himself herself his'.split(' '));
/** Pronouns for what something is done to. */
export const OBJECT_PRONOUNS = /^(?:them|it|him|her)$/u;

/** "Slices carrots and adds them": what an object stands for, which is not the one who acts. */
export function takenUpObject(pronoun: string, actors: readonly Entity[], scene: Scene): Entity | undefined {
  const fitting = scene.entities.filter((entity) => {
    if (actors.includes(entity) || entity.absent || entity.class === 'body_part') return false;
    return pronoun === 'them' ? entity.plural : !entity.plural && (pronoun === 'it') !== (entity.class === 'person');
  });
  // "Steals a banana from a stand, and the vendor chases it": the animal that acts, then what is dealt with.
  const dealtWith = scene.actions.findLast(({ object }) => object !== null && fitting.includes(object));
  // "A bowl with steam rising from it": from the bowl.
  const whole = actors.map(({ possessor }) => possessor).find((entity) => entity !== null && fitting.includes(entity));
  return (
    whole ??
    fitting.findLast((entity) => entity.class === 'animal' && entity.acts > 0) ??
    dealtWith?.object ??
    fitting.findLast((entity) => entity.class !== 'place') ??
    fitting.at(-1)
  );
}

/** What a pronoun stands for otherwise: the latest that acts and fits, else the first that fits. */
export function takenUp(pronoun: string, known: readonly Entity[]): Entity | undefined {
  const fits = (entity: Entity): boolean => {
    if (PERSON_PRONOUNS.has(pronoun)) return entity.class === 'person' && !entity.plural && agrees(pronoun, entity);
    if (PLURAL_PRONOUNS.has(pronoun))
      return (entity.plural || entity.class === 'person') && entity.class !== 'body_part';
    return !entity.plural && entity.class !== 'person' && entity.class !== 'body_part';
  };
  const fitting = known.filter(fits);
  // "Smoke coming out of its chimney": smoke has none.
  const solid = fitting.filter(({ class: kind }) => kind !== 'shapeless' && kind !== 'liquid');
  const candidates = pronoun === 'its' && solid.length > 0 ? solid : fitting;
  const unlike = PERSON_PRONOUNS.has(pronoun)
    ? known.find((entity) => entity.class === 'animal' || entity.proper)
    : // "The head is turned so that it …": a limb, where there is nothing else.
      known.findLast((entity) => pronoun === 'it' && entity.class === 'body_part' && !entity.plural);
  return (
    candidates.findLast((entity) => entity.acts > 0 && entity.possessor === null) ??
    candidates.find((entity) => entity.possessor === null) ??
    candidates[0] ??
    unlike ??
    known[0]
  );
}
