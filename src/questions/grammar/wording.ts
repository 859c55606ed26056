import { article } from './inflect.ts';
import { ABSTRACT_NOUNS, CONTAINER_NOUNS, MASS_NOUNS, UNIQUE_NOUNS } from './lexicon/nouns.ts';
import { isPartOfName } from './new-entity.ts';
import type { Entity } from './scene.ts';

/** Words that never have an article. */
const INDEFINITE_PERSON = /^(?:some|any|every|no)(?:one|body|thing)$/u;

/** How the questions of one scene name its entities. */
export class Wording {
  readonly #entities: readonly Entity[];

  constructor(entities: readonly Entity[]) {
    this.#entities = entities;
  }

  /** With what tells it from others of the same name, without article: "red car", "left arm". */
  name(entity: Entity): string {
    const others = this.#entities.filter(
      (other) =>
        other !== entity && other.name.toLowerCase() === entity.name.toLowerCase() && other.plural === entity.plural,
    );
    const marks = others.length > 0 ? entity.marks : entity.marks.filter(isPartOfName);
    return [...marks, entity.name].join(' ');
  }

  /** As known: "the corgi", "the man's hat", "Greta Thunberg". */
  the(entity: Entity): string {
    if (entity.possessor !== null && !entity.possessor.implied) return this.held(entity, entity.possessor);
    if ((entity.proper && entity.determiner === null) || INDEFINITE_PERSON.test(entity.head)) return this.name(entity);
    return `the ${entity.determiner === 'another' ? 'other ' : ''}${this.name(entity)}${this.#ofWhat(entity)}`;
  }

  /** What someone holds or rides, by its holder: "the man's frisbee". */
  held(entity: Entity, holder: Entity): string {
    return `${possessive(this.#owner(holder), holder)} ${this.name(entity)}`;
  }

  /** "the nurse's", "the dogs'". */
  whose(entity: Entity): string {
    return possessive(this.#owner(entity), entity);
  }

  /** An owner of a long name is called by its last word where no other entity has it: "the squirrel's". */
  #owner(entity: Entity): string {
    const alone = !this.#entities.some((other) => other !== entity && other.head === entity.head);
    const long = !entity.proper && entity.possessor === null && entity.name.split(' ').length > 2;
    return long && alone ? `the ${entity.name.split(' ').at(-1)}` : this.the(entity);
  }

  /** " of pizza" of a slice: part of its name as long as it is short. */
  #ofWhat(entity: Entity): string {
    const of = entity.of;
    if (of === null || of.possessor !== null || of.of !== null) return '';
    const name = this.#inner(of);
    return name.replace(/^(?:an?|the) /u, '').split(' ').length > (CONTAINER_NOUNS.has(entity.head) ? 2 : 1)
      ? ''
      : ` of ${name}`;
  }

  /** As the prompt brings it in: "a corgi", "dogs", "water", "the sky", "his hat" as "the man's hat". */
  a(entity: Entity): string {
    if (entity.proper || (entity.possessor !== null && entity.owned !== 'worn' && entity.owned !== 'in'))
      return this.the(entity);
    if (
      entity.determiner === 'the' ||
      entity.head === 'background' ||
      entity.head === 'sky' ||
      UNIQUE_NOUNS.has(entity.head)
    ) {
      return `the ${this.name(entity)}${entity.of === null ? '' : ` of ${this.#inner(entity.of)}`}`;
    }
    return this.indefinite(entity);
  }

  /** "a corgi", "dogs", "water", "a group of people", "a cup of coffee". */
  indefinite(entity: Entity, adjectives: readonly string[] = []): string {
    if (entity.proper && entity.determiner !== 'a')
      return entity.determiner === 'the' ? this.the(entity) : this.name(entity);
    const inner = entity.of === null ? '' : ` of ${this.#inner(entity.of)}`;
    if (this.showsGroup(entity))
      return `${article(entity.group ?? '')} ${entity.group} of ${[...adjectives, this.name(entity)].join(' ')}`;
    const name = `${[...adjectives, this.name(entity)].join(' ')}${inner}`;
    if (entity.determiner === 'another') return `another ${name}`;
    return entity.plural || isMass(entity) || INDEFINITE_PERSON.test(entity.head) ? name : `${article(name)} ${name}`;
  }

  /** "a group of people"; but "beginner snow skiers", as the name is long. */
  showsGroup(entity: Entity): boolean {
    return entity.group !== null && this.name(entity).split(' ').length < 3;
  }

  #inner(entity: Entity): string {
    return entity.determiner === null && entity.possessor === null ? this.name(entity) : this.a(entity);
  }

  /** "Is" or "Are". */
  is(entity: Entity): string {
    return entity.plural ? 'Are' : 'Is';
  }

  does(entity: Entity): string {
    return entity.plural ? 'Do' : 'Does';
  }
}

export function isMass(entity: Entity): boolean {
  const name = entity.name.toLowerCase();
  const mass =
    (ABSTRACT_NOUNS.has(entity.head) && name === entity.head) ||
    MASS_NOUNS.has(entity.head) ||
    MASS_NOUNS.has(name) ||
    /(?:ness|ence|ance|[lrtsvdc]ity|ism)$/u.test(entity.head);
  return (
    !entity.plural &&
    entity.determiner !== 'a' &&
    mass &&
    !/^(?:city|community|fence|entrance|audience|ambulance)$/u.test(entity.head)
  );
}

function possessive(owner: string, entity: Entity): string {
  return entity.plural && owner.endsWith('s') ? `${owner}'` : `${owner}'s`;
}
