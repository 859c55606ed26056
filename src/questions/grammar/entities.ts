import { isKindOf } from './hypernyms.ts';
import { listOf, singular } from './inflect.ts';
import { ORDER_ADJECTIVES } from './lexicon/adjectives.ts';
import { BODY_PARTS, TEXT_NOUNS, THING_PARTS } from './lexicon/nouns.ts';
import { classOf, compatible, isLoosePart, isPartOfName, isWithin, newEntity } from './new-entity.ts';
import { isContainer, type Modifier, type NounPhrase } from './noun-phrase.ts';
import { OBJECT_PRONOUNS, PERSON_PRONOUNS, takenUp, takenUpObject } from './pronouns.ts';
import type { Entity, Scene } from './scene.ts';

/** Adjectives that ask for quality rather than tell one thing from another. */
const LOOKS = /(?:detailed|beautiful|stunning|realistic|gorgeous|perfect|intricate)$/u;
/** A name with what follows "of" has no more words than this. */
const MOST_NAME_WORDS = 3;
/** What a possessive without a named owner belongs to when the prompt only lists limbs. */
const IMPLIED_PERSON = 'person';

/** The entities of a scene: adds what a noun phrase names, or finds what it takes up again. */
export class EntityRegistry {
  readonly #scene: Scene;
  /** The latest list of several, which "they" takes up. */
  #group: readonly Entity[] = [];

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  /** Notes a list of subjects for "they". */
  noteGroup(entities: readonly Entity[]): void {
    this.#group = entities;
    for (const entity of entities)
      if (entity.peers.length === 0) entity.peers = entities.filter((other) => other !== entity);
  }

  /** The entities of a noun phrase: one, or one per side for "left and right arm", or what a pronoun stands for. */
  resolve(phrase: NounPhrase, actors: readonly Entity[] = []): Entity[] {
    if (phrase.pronoun === 'one' || phrase.pronoun === 'other') {
      const member = this.#memberOf(phrase.pronoun);
      if (member !== null) return [member];
    }
    if (phrase.pronoun !== null) {
      const known = this.antecedent(phrase.pronoun, actors);
      for (const entity of known) entity.mentions++;
      return known;
    }
    const sides = phrase.modifiers.filter((modifier) => modifier.each && !modifier.text.includes(' '));
    if (sides.length > 1 && !phrase.plural) {
      const rest = phrase.modifiers.filter((modifier) => !sides.includes(modifier));
      return sides.map((side) => this.#add({ ...phrase, modifiers: [{ ...side, each: false }, ...rest] }));
    }
    return [this.#add(phrase)];
  }

  /** Several that make one place, as "the vase and the book" after "between". */
  together(entities: readonly Entity[]): Entity {
    const names = entities.map(
      ({ name, proper, of }) => `${proper ? '' : 'the '}${name}${of === null ? '' : ` of ${of.name}`}`,
    );
    const all = newEntity(listOf(names), entities.at(-1)?.head ?? '', this.#scene.entities.length);
    // A name of its own, that is said as it is; whether they are there is asked for each.
    Object.assign(all, { proper: true, plural: true, within: entities[0] ?? null, mentions: 1 });
    this.#scene.entities.push(all);
    return all;
  }

  /** "Two hands, one holding …, the other …": one of those of which there are two. */
  #memberOf(which: 'one' | 'other'): Entity | null {
    const all = this.#scene.entities.findLast((entity) => entity.plural && entity.count?.value === 2);
    if (all === undefined) return null;
    const name = which === 'one' ? `one of the ${all.name}` : `the other ${singular(all.name)}`;
    const known = this.#scene.entities.find((entity) => entity.name === name);
    if (known !== undefined) return known;
    const member = newEntity(name, all.head, this.#scene.entities.length);
    // A name of its own, that is said as it is; whether it is there, the two have been asked for.
    Object.assign(member, { class: all.class, proper: true, within: all, mentions: 1, determiner: null });
    this.#scene.entities.push(member);
    return member;
  }

  /** What "it", "they", "he", "his" stand for: the latest fitting entity, subjects of actions first. */
  antecedent(pronoun: string, actors: readonly Entity[] = []): Entity[] {
    if (actors.length > 0 && OBJECT_PRONOUNS.test(pronoun)) {
      const object = takenUpObject(pronoun, actors, this.#scene);
      if (object !== undefined) return [object];
      if (pronoun === 'it') return [];
    }
    const known = this.#scene.entities.filter((entity) => entity.within === null && !entity.absent);
    if (/^(?:they|them|their|themselves)$/u.test(pronoun) && this.#group.length > 1) return [...this.#group];
    if (pronoun === 'one' || pronoun === 'other')
      return this.#group.length > 0 ? [...this.#group] : this.#scene.entities.slice(0, 1);
    if (/^(?:this|that|these|those)$/u.test(pronoun)) return this.#scene.entities.slice(-1);
    if (pronoun === 'your' || pronoun === 'my') return [this.impliedPerson()];
    const person = PERSON_PRONOUNS.has(pronoun);
    if (person && known.every((entity) => entity.class === 'body_part')) return [this.impliedPerson()];
    const best = takenUp(pronoun, known);
    return best === undefined ? [] : [best];
  }

  /** The person that a prompt of bare limbs and postures means; made on first need. */
  impliedPerson(): Entity {
    const living = this.#mainLiving();
    if (living !== undefined) return living;
    const entity = newEntity(IMPLIED_PERSON, IMPLIED_PERSON, -1);
    entity.determiner = 'a';
    entity.implied = true;
    for (const part of this.#scene.entities) if (isLoosePart(part)) this.own(part, entity, 'possessive');
    this.#scene.entities.unshift(entity);
    return entity;
  }

  /** A prompt of several limbs and nothing else means a person. */
  meanPerson(): void {
    const { entities } = this.#scene;
    const limbs = entities.every(({ class: kind }) => kind === 'body_part');
    if (entities.length > 1 && limbs && entities.some(isLoosePart)) this.impliedPerson();
  }

  /** Gives limbs that no phrase gave an owner to the one the prompt is about. */
  adoptLooseParts(): void {
    const living = this.#mainLiving();
    if (living === undefined) return;
    for (const part of this.#scene.entities) if (isLoosePart(part)) this.own(part, living, 'possessive');
  }

  #mainLiving(): Entity | undefined {
    const living = this.#scene.entities.filter(
      (entity) =>
        (entity.class === 'person' || entity.class === 'animal') && entity.possessor === null && !entity.absent,
    );
    return living.findLast((entity) => entity.acts > 0) ?? living[0];
  }

  own(part: Entity, owner: Entity, how: NonNullable<Entity['owned']>): void {
    // The foot of a leg is the person's foot.
    if (part.class === 'body_part' && owner.class === 'body_part' && owner.possessor !== null) {
      this.own(part, owner.possessor, how);
      return;
    }
    // "… arm down across chest with hand near …": limbs in a row all belong to the one who has them.
    if (part.class === 'body_part' && isLoosePart(owner)) return;
    if (part === owner || part.possessor !== null || isWithin(owner, part)) return;
    part.possessor = owner;
    part.owned = how;
  }

  #add(phrase: NounPhrase): Entity {
    const owner = this.#ownerOf(phrase);
    const marks = phrase.modifiers.map((modifier) => modifier.text);
    const known = this.#find(phrase, owner, marks);
    const entity = known ?? this.#create(phrase, owner, marks);
    entity.mentions++;
    if (phrase.count !== null && entity.count === null) entity.count = phrase.count;
    if (phrase.determiner === 'no') entity.absent = true;
    for (const modifier of phrase.modifiers) this.describe(entity, modifier, phrase);
    for (const modifier of phrase.groupModifiers) this.describe(entity, modifier, phrase);
    if (phrase.of !== null && known === undefined) this.#addInner(entity, phrase, phrase.of);
    return entity;
  }

  describe(entity: Entity, modifier: Modifier, phrase: NounPhrase): void {
    const text = modifier.text.toLowerCase();
    if (ORDER_ADJECTIVES.has(text) || isPartOfName(text)) return;
    const many = phrase.plural || entity.plural;
    const texts = modifier.each && many ? modifier.text.split(' and ') : [modifier.text];
    for (const each of texts) {
      const repeated = this.#scene.attributes.some(
        (attribute) => attribute.entity === entity && attribute.text === each,
      );
      if (!repeated) this.#scene.attributes.push({ entity, text: each, some: texts.length > 1, negated: false });
    }
  }

  #ownerOf(phrase: NounPhrase): Entity | null {
    if (phrase.possessor === null) return null;
    if (typeof phrase.possessor !== 'string') return this.resolve(phrase.possessor)[0] ?? null;
    const owner = this.antecedent(phrase.possessor)[0] ?? (BODY_PARTS.has(phrase.head) ? this.impliedPerson() : null);
    if (owner !== null && /^(?:his|her|their|its)$/u.test(phrase.possessor)) owner.pronoun ??= phrase.possessor;
    return owner;
  }

  #find(phrase: NounPhrase, owner: Entity | null, marks: readonly string[]): Entity | undefined {
    // "Halloween banners, set of four vertical halloween banners": the same banners.
    const titled = this.#scene.entities.find(
      ({ name, count, determiner, marks: own }) =>
        name.toLowerCase() === phrase.name.toLowerCase() && count === null && determiner === null && own.length === 0,
    );
    if (phrase.group === 'set' && titled !== undefined) return titled;
    const fresh = phrase.determiner === 'a' || phrase.count !== null || phrase.determiner === 'another';
    if (phrase.determiner === 'another' || marks.includes('other') || marks.includes('second')) return undefined;
    const same = this.#scene.entities.filter(
      (entity) =>
        entity.head === phrase.head &&
        (entity.plural === phrase.plural || phrase.determiner === 'the') &&
        (owner === null || entity.possessor === null || entity.possessor === owner) &&
        (compatible(entity.name, phrase.name) || phrase.name.toLowerCase() === phrase.head),
    );
    // "…, extremely detailed woman": a look of the one that has been named.
    const named = same.filter(({ plural, absent }) => !plural && !absent);
    if (phrase.determiner === null && named.length === 1 && marks.length > 0 && marks.every((mark) => LOOKS.test(mark)))
      return named[0];
    if (same.length === 0 && phrase.determiner === 'the' && !phrase.plural && marks.length === 0 && owner === null) {
      const kinds = this.#scene.entities.filter((entity) => isKindOf(entity, phrase.head));
      const [kind] = kinds;
      // "Someone … the person": so they may be called.
      if (kind !== undefined && kinds.length === 1 && phrase.head === 'person' && /^(?:some|any)/u.test(kind.head))
        Object.assign(kind, { name: phrase.name, head: phrase.head, determiner: 'a' });
      return kinds.length === 1 ? kind : undefined;
    }
    const sides = marks.filter((mark) => /^(?:left|right|front|back|rear|upper|lower)$/u.test(mark));
    const matching = same.filter(
      (entity) =>
        sides.every((side) => entity.marks.includes(side)) &&
        (sides.length > 0 || !entity.marks.some((mark) => mark === 'left' || mark === 'right')),
    );
    if (!fresh)
      return (
        matching.findLast((entity) => marks.every((mark) => entity.marks.includes(mark))) ??
        (marks.length === 0 || sides.length > 0
          ? matching.at(-1)
          : matching.findLast((entity) => entity.marks.length === 0))
      );
    // "A red car and a blue car" are two; "a car … a car" in a list of facts is one.
    return matching.findLast((entity) => entity.marks.join(' ') === marks.join(' ') && phrase.determiner !== 'another');
  }

  #create(phrase: NounPhrase, owner: Entity | null, marks: readonly string[]): Entity {
    const entity = newEntity(phrase.name, phrase.head, this.#scene.entities.length);
    const kind = classOf(phrase.head, phrase.name, phrase.proper);
    entity.class = phrase.placeName && (kind === 'thing' || kind === 'person') ? 'place' : kind;
    entity.plural = phrase.plural;
    entity.proper = phrase.proper;
    entity.determiner = phrase.determiner;
    entity.group = phrase.group;
    entity.marks = [...marks];
    const whole = owner ?? this.#wholeOf(entity);
    this.#scene.entities.push(entity);
    if (whole !== null) this.own(entity, whole, 'possessive');
    else if (isLoosePart(entity) && marks.some(isPartOfName)) {
      this.own(entity, this.impliedPerson(), 'possessive');
    }
    return entity;
  }

  /** Who wears "the shorts", where there is only one to wear them. */
  #onlyWearer(part: Entity): Entity | null {
    const people = this.#scene.entities.filter((entity) => entity.class === 'person' && !entity.absent);
    const [only] = people;
    return people.length === 1 && only !== undefined && !part.proper ? only : null;
  }

  /** The vehicle or device whose wheel "the wheel" is. */
  #wholeOf(part: Entity): Entity | null {
    if (part.determiner !== 'the') return null;
    if (part.class === 'clothing') return this.#onlyWearer(part);
    if (!THING_PARTS.has(part.head)) return null;
    const things = this.#scene.entities.filter(
      (entity) => !entity.plural && !entity.absent && entity.possessor === null && !THING_PARTS.has(entity.head),
    );
    const vehicle = things.find((entity) => entity.class === 'vehicle');
    const device = things.findLast((entity) => entity.class === 'thing' && !TEXT_NOUNS.has(entity.head));
    return vehicle ?? device ?? null;
  }

  /** "the head of a lion" is the lion's; "a cup of coffee" has coffee within. */
  #addInner(entity: Entity, phrase: NounPhrase, inner: NounPhrase): void {
    const [content] = this.resolve(inner);
    if (content === undefined || content === entity) return;
    if (entity.class === 'body_part' && !isContainer(phrase)) {
      this.own(entity, content, 'possessive');
      return;
    }
    // "The skyline of New York City" asks for too much at once: both are asked for by themselves.
    if (`${entity.name} ${content.name}`.split(' ').length > MOST_NAME_WORDS) return;
    entity.of = content;
    if (content.mentions === 1 && content.within === null) content.within = entity;
  }
}

/** "The text" of a sign, which is asked for together with what it says. */
export function isLettering(entity: Entity): boolean {
  return TEXT_NOUNS.has(entity.head);
}
