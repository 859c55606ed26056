import { FEMALE, MALE } from './lexicon/nouns.ts';
import { wordSet } from './lexicon/word-set.ts';
import type { Entity } from './scene.ts';

const DOGS = wordSet(
  'puppy, pup, corgi, poodle, retriever, husky, bulldog, terrier, dachshund, labrador, shepherd, collie, beagle, pug, chihuahua, dalmatian, spaniel, hound',
);
const CATS = wordSet('kitten, kitty, tabby, siamese');
const BIRDS = wordSet(
  'eagle, hawk, falcon, owl, parrot, crow, raven, pigeon, dove, sparrow, robin, hummingbird, flamingo, swan, duck, goose, hen, rooster, peacock, ostrich, penguin, pelican, seagull, gull, stork, heron, crane',
);
const CHILDREN = wordSet('child, kid, baby, infant, toddler, boy, girl, teenager, teen');
const SOMEBODY = /^(?:someone|somebody|anyone|anybody|person)$/u;

/** Whether "the …" with this head may take up the entity: "a labrador … the dog", "a surfer … the man". */
export function isKindOf(entity: Entity, head: string): boolean {
  if (entity.absent || entity.plural || entity.proper) return false;
  const named = MALE.has(entity.head) || FEMALE.has(entity.head) || CHILDREN.has(entity.head);
  switch (head) {
    case 'dog':
      return DOGS.has(entity.head);
    case 'cat':
      return CATS.has(entity.head);
    case 'bird':
      return BIRDS.has(entity.head);
    case 'animal':
    case 'creature':
      return entity.class === 'animal';
    case 'vehicle':
      return entity.class === 'vehicle';
    case 'person':
      return entity.class === 'person' && entity.head !== 'person';
    case 'man':
    case 'woman':
      return entity.class === 'person' && !named && !SOMEBODY.test(entity.head);
    default:
      return false;
  }
}
