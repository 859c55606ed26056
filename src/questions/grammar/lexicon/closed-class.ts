import { wordSet } from './word-set.ts';

/** Closed-class English words: a tagger trained on prose mistakes them in the telegraphic English of prompts. */

export const DETERMINERS = wordSet(
  'a, an, the, this, that, these, those, some, any, each, every, another, either, neither, both, all, no, various',
);

/** Words for an unstated number. Those that a person can see ("many") become a question of their own. */
export const QUANTIFIERS = wordSet(
  'many, several, few, numerous, multiple, countless, dozens, hundreds, thousands, lots',
);

export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ...[
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
    'thirteen',
    'fourteen',
    'fifteen',
    'sixteen',
    'seventeen',
    'eighteen',
    'nineteen',
    'twenty',
  ].map((word, index): [string, number] => [word, index + 1]),
  ['dozen', 12],
  ['thirty', 30],
  ['forty', 40],
  ['fifty', 50],
  ['hundred', 100],
]);

export const POSSESSIVE_PRONOUNS = wordSet('his, her, its, their, my, your, our');

export const PRONOUNS = wordSet(
  'he, she, it, they, him, them, hers, i, you, we, us, me, himself, herself, itself, themselves, each other, one another',
);

/** Pronouns for the person who describes, never for something in the picture. */
export const VIEWER_PRONOUNS = wordSet('i, you, we, us, me');

export const RELATIVES = wordSet('which, who, whom, whose, that');

export const CONJUNCTIONS = wordSet('and, or, but, &, plus, nor, then, also, vs, versus');

export const SUBORDINATORS = wordSet(
  'while, when, where, because, since, though, although, whereas, so, if, whilst, than, until',
);

export const PREPOSITIONS = wordSet(`
  in, on, at, to, from, of, with, without, by, for, under, over, above, below, beneath, behind, beside, besides, between,
  among, amongst, amid, amidst, around, near, nearby, through, throughout, across, along, alongside, toward, towards,
  onto, into, inside, outside, against, past, off, up, down, upon, within, beyond, underneath, atop, aboard, during,
  before, after, as, like, about, via, per, opposite, out, upside, unto, astride, downhill, uphill
`);

/** Prepositions of several words, longest first where one begins another. */
export const LONG_PREPOSITIONS: readonly string[] = [
  'in the shape of',
  'in the form of',
  'to the left of',
  'to the right of',
  'in front of',
  'on top of',
  'in between',
  'next to',
  'close to',
  'closer to',
  'adjacent to',
  'left to',
  'right to',
  'left of',
  'right of',
  'to left of',
  'to right of',
  'parallel to',
  'parallel with',
  'level with',
  'in line with',
  'up to',
  'far from',
  'away from',
  'out of',
  'up on',
  'up against',
  'out into',
  'out from',
  'down to',
  'down into',
  'down on',
  'up into',
  'up in',
  'up from',
  'out on',
  'out in',
  'off of',
  'inside of',
  'outside of',
  'along with',
  'together with',
  'ahead of',
  'as if',
  'instead of',
  'such as',
  'made of',
  'made from',
  'made out of',
  'made up of',
  'made out',
  'full of',
  'filled with',
  'rife with',
  'teeming with',
  'adorned with',
  'decorated with',
  'lined with',
  'packed with',
  'dotted with',
  'crowded with',
  'littered with',
  'covered in',
  'covered with',
  'covered by',
  'surrounded by',
];

/** Nouns that name a place by its relation to something: "on the left side of", "at the edge of". */
export const RELATIONAL_NOUNS = wordSet(`
  top, front, back, side, left, right, edge, edges, middle, center, centre, bottom, end, corner, foot, base, heart, rear,
  rim, tip, midst, outskirts, surface, sides, mouth, left side, right side, other side, opposite side, far side,
  left hand side, right hand side, far end, lower left, lower right, upper left, upper right, bottom left, bottom right,
  top left, top right, bottom right corner, bottom left corner, top right corner, top left corner, very top, back side
`);

/** Places within the picture: they are where something is, not something that is there. */
export const PICTURE_PLACES = wordSet(`
  foreground, background, distance, middle, center, centre, left, right, corner, top, bottom, front, back, frame, sides,
  left side, right side, far background, middle ground, midground, left corner, right corner, top left, top right,
  left half, right half, upper half, lower half, top half, bottom half, corners, bottom corners, top corners, bottom left, bottom right, upper left, upper right, lower left, lower right, side, rear, left hand side, right hand side
`);

/** Adverbs of place that end a clause and need no noun: "the trees outside", "a bird overhead". */
export const PLACE_ADVERBS = wordSet(
  'outside, inside, nearby, overhead, indoors, outdoors, underwater, upstairs, downstairs, backstage, ashore, midair, everywhere, above, below, around, together, apart, side by side, upside down, alone',
);

/** Where a body part points; these stand alone after a noun: "left leg out straight". */
export const DIRECTION_WORDS = wordSet(`
  forward, forwards, backward, backwards, upward, upwards, downward, downwards, sideways, straight, out, up, down, apart,
  together, back, ahead, outward, outwards, inward, inwards, left, right, away, above, below, behind, over, open, closed,
  overhead, horizontally, vertically, diagonally, halfway, downhill, uphill
`);

/** Adverbs that say nothing a frame could show. */
export const EMPTY_ADVERBS = wordSet(`
  also, too, just, only, even, still, there, here, then, very, quite, so, much, now, already, again, maybe,
  perhaps, probably, possibly, however, suddenly, finally, meanwhile, eventually, currently, simply, actually,
  seemingly, apparently, as well, well, yet, ever, never, always, often, sometimes, most, more, less, rather, pretty, once
`);

export const AUXILIARIES: ReadonlySet<string> = wordSet(
  'is, are, was, were, be, been, being, am, has, have, had, do, does, did, can, could, will, would, shall, should, may, might, must',
);

export const COPULAS = wordSet('is, are, was, were, be, been, being, am');

export const NEGATIONS = wordSet("not, never, n't, nobody, nothing, none, nowhere");

/** Adverbs of degree, which change what a picture must show: "slightly raised", "far apart". */
export const DEGREE_ADVERBS = wordSet(
  'slightly, almost, nearly, partially, partly, fully, completely, entirely, widely, far, mostly, highly, finely, directly, half, extremely, heavily, lightly, tightly, deeply, brightly, softly, barely, totally, perfectly, richly, densely, intricately, beautifully, elegantly, closely, really, incredibly, super, ultra, roughly',
);
