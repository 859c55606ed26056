import type { Dimension } from '../../../domain/dimension.ts';
import type { Polarity, QuestionKind } from '../../../domain/question.ts';
import type { EntityClass } from '../scene.ts';
import { wordSet } from './word-set.ts';

/**
 * What goes wrong in generated clips, by what a thing is. In `text`, {does} and {is} agree with the thing, {the} names it,
 * {its} is its possessive ("the nurse's"), {they} {moves} "they move" or "it moves", {one} "a real
 * one" or "real ones".
 */
export interface EntityCheck {
  /** Head nouns it is for; any where absent. */
  heads?: ReadonlySet<string>;
  /** Classes it is for; any where absent. "figure" is a thing that acts like a person: a robot, a puppet. */
  classes?: readonly (EntityClass | 'figure')[];
  /** Verbs, in the infinitive, one of which it must do; none is needed where absent. */
  doing?: ReadonlySet<string>;
  dimension: Dimension;
  kind: QuestionKind;
  polarity: Polarity;
  text: string;
}

const HANDLING = wordSet(`
  hold, carry, cut, slice, chop, peel, stir, mix, cook, knead, play, strum, type, write, draw, paint, sew, knit, weave, tie, fold, wrap, pour, pick, grab, grip,
  touch, pet, throw, catch, toss, juggle, open, close, push, pull, lift, use, wield, point, wave, clap, shake, brush, comb, wash, clean, feed, hammer, repair, fix, assemble,
  build, plant, dig, shuffle, press, tap, squeeze, guide, offer, hand, give, eat, drink, massage, sculpt, carve, shape, arrange, light, spray, spray-paint, sprinkle
`);

/** Verbs of touching, at which generated things run into one another. */
export const TOUCHING: ReadonlySet<string> = new Set([
  ...HANDLING,
  ...wordSet(
    'ride, kick, hit, bite, lick, hug, kiss, embrace, strike, carry, drag, tow, climb, wear, lead, chew, reach, swing, sweep, smoke, read',
  ),
]);

const GOING = wordSet(
  'walk, run, jog, sprint, dance, jump, leap, hop, climb, kick, skate, ski, march, stroll, stride, gallop, trot, prance, crawl, swim, skateboard, spin, twirl, lunge',
);

const DRIVING = wordSet(
  'drive, ride, roll, speed, race, travel, cruise, go, move, pass, turn, cross, drift, park, arrive, approach',
);

/** The first that fits is asked: how the thing is built, or how it behaves. */
export const NATURE_CHECKS: readonly EntityCheck[] = [
  {
    classes: ['person'],
    doing: HANDLING,
    dimension: 'factual_consistency',
    kind: 'anatomy',
    polarity: 'negative',
    text: '{does} {its} hands have missing, extra or fused fingers?',
  },
  {
    classes: ['person'],
    doing: GOING,
    dimension: 'factual_consistency',
    kind: 'anatomy',
    polarity: 'negative',
    text: '{does} {the} have missing, extra or distorted limbs, fingers or facial features?',
  },
  {
    classes: ['person'],
    dimension: 'factual_consistency',
    kind: 'anatomy',
    polarity: 'negative',
    text: '{does} {the} have missing, extra or distorted fingers, limbs or facial features?',
  },
  {
    heads: wordSet(
      'bird, eagle, hawk, falcon, owl, parrot, crow, raven, pigeon, dove, sparrow, robin, hummingbird, flamingo, swan, duck, goose, hen, chicken, rooster, turkey, peacock, penguin, pelican, seagull, gull, stork, heron, crane, butterfly, bee, wasp, moth, dragonfly, bat, dragon',
    ),
    dimension: 'factual_consistency',
    kind: 'anatomy',
    polarity: 'negative',
    text: '{does} {the} have missing, extra or distorted wings, legs or other body parts?',
  },
  {
    heads: wordSet(
      'fish, goldfish, shark, whale, dolphin, orca, salmon, koi, jellyfish, octopus, squid, seahorse, snake, worm, snail',
    ),
    dimension: 'factual_consistency',
    kind: 'anatomy',
    polarity: 'negative',
    text: '{does} {the} have missing, extra or distorted body parts?',
  },
  {
    classes: ['animal'],
    dimension: 'factual_consistency',
    kind: 'anatomy',
    polarity: 'negative',
    text: '{does} {the} have missing, extra or distorted legs or other body parts?',
  },
  {
    classes: ['figure'],
    dimension: 'factual_consistency',
    kind: 'anatomy',
    polarity: 'negative',
    text: '{does} {the} have missing, extra or distorted limbs or other parts?',
  },
  {
    classes: ['vehicle'],
    heads: wordSet(
      'car, truck, bus, van, taxi, cab, train, tram, motorcycle, motorbike, bike, bicycle, scooter, tractor, carriage, cart, wagon, ambulance, jeep, suv, sedan, lorry, skateboard, limousine, automobile, racecar',
    ),
    doing: DRIVING,
    dimension: 'factual_consistency',
    kind: 'physics',
    polarity: 'positive',
    text: '{does} {its} wheels turn and stay in place as {they} {moves}?',
  },
  {
    classes: ['vehicle'],
    dimension: 'factual_consistency',
    kind: 'common_sense',
    polarity: 'positive',
    text: '{does} {the} look and behave like {one}?',
  },
  {
    heads: wordSet('fire, flame, candle, torch, campfire, bonfire, fireplace, firework, fireworks, explosion, spark'),
    dimension: 'factual_consistency',
    kind: 'physics',
    polarity: 'positive',
    text: '{does} {the} burn and flicker the way {they} would in reality?',
  },
  {
    heads: wordSet('smoke, steam, fog, mist, cloud, dust, vapor, vapour, haze, gas, aurora'),
    dimension: 'factual_consistency',
    kind: 'physics',
    polarity: 'positive',
    text: '{does} {the} drift and spread the way {they} would in reality?',
  },
  {
    heads: wordSet('snow, rain, confetti, petal, snowflake, raindrop, leaf, feather'),
    dimension: 'factual_consistency',
    kind: 'physics',
    polarity: 'positive',
    text: '{does} {the} fall and settle the way {they} would in reality?',
  },
  {
    heads: wordSet('shadow, reflection, mirror'),
    dimension: 'factual_consistency',
    kind: 'physics',
    polarity: 'positive',
    text: '{does} {the} match what is there to be seen in the scene?',
  },
  {
    heads: wordSet('light, moonlight, sunlight, lightning, lamp'),
    dimension: 'factual_consistency',
    kind: 'physics',
    polarity: 'positive',
    text: '{does} {the} fall on things the way {they} would in reality?',
  },
  {
    heads: wordSet(
      'flag, curtain, cloth, fabric, sail, banner, blanket, sheet, ribbon, scarf, cape, dress, skirt, veil',
    ),
    dimension: 'factual_consistency',
    kind: 'physics',
    polarity: 'positive',
    text: '{does} {the} hang and fold the way cloth would in reality?',
  },
  {
    heads: wordSet('grass, tree, flower, plant, branch, reed, wheat, field, bush, palm'),
    dimension: 'factual_consistency',
    kind: 'common_sense',
    polarity: 'positive',
    text: '{does} {the} look and sway like real plants?',
  },
  {
    heads: wordSet('lake, pond, pool, puddle, ocean, sea'),
    dimension: 'factual_consistency',
    kind: 'physics',
    polarity: 'positive',
    text: '{does} the surface of {the} move and reflect the way water would in reality?',
  },
  {
    classes: ['liquid'],
    dimension: 'factual_consistency',
    kind: 'physics',
    polarity: 'positive',
    text: '{does} {the} flow and spread the way {they} would in reality?',
  },
  {
    classes: ['shapeless'],
    dimension: 'factual_consistency',
    kind: 'physics',
    polarity: 'positive',
    text: '{does} {the} move and spread the way {they} would in reality?',
  },
  {
    heads: wordSet('book, newspaper, letter, sign, poster, billboard, banner, label, page, menu, map'),
    dimension: 'factual_consistency',
    kind: 'common_sense',
    polarity: 'negative',
    text: '{does} {the} show garbled letters or symbols?',
  },
  {
    heads: wordSet(
      'hole, galaxy, nebula, planet, star, comet, meteor, eclipse, rainbow, crack, ripple, pattern, landscape',
    ),
    dimension: 'factual_consistency',
    kind: 'common_sense',
    polarity: 'positive',
    text: '{does} {the} look like {one}?',
  },
  {
    classes: ['thing'],
    dimension: 'factual_consistency',
    kind: 'common_sense',
    polarity: 'positive',
    text: '{does} {the} look right, with all parts where they belong?',
  },
];
