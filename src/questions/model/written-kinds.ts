import type { Dimension } from '../../domain/dimension.ts';
import type { QuestionKind } from '../../domain/question.ts';
import { NUMBER_WORDS } from '../grammar/lexicon/closed-class.ts';

/**
 * The kinds that a model may write, with the dimension that each belongs to. Left out: camera moves, whose questions name
 * the move in a field of its own, and what is only ever asked of the whole picture.
 */
const DIMENSIONS = {
  entity_present: 'text_to_video_alignment',
  entity_absent: 'text_to_video_alignment',
  attribute: 'text_to_video_alignment',
  count: 'text_to_video_alignment',
  action: 'text_to_video_alignment',
  relation: 'text_to_video_alignment',
  scene: 'text_to_video_alignment',
  style: 'text_to_video_alignment',
  rendered_text: 'text_to_video_alignment',
  clarity: 'visual_quality',
  identity_stable: 'temporal_consistency',
  deformation: 'temporal_consistency',
  dislocation: 'temporal_consistency',
  flicker: 'temporal_consistency',
  smoothness: 'temporal_consistency',
  anatomy: 'factual_consistency',
  physics: 'factual_consistency',
  permanence: 'factual_consistency',
  common_sense: 'factual_consistency',
  motion_present: 'dynamic_degree',
  motion_range: 'dynamic_degree',
} as const satisfies Partial<Record<QuestionKind, Dimension>>;

export type WrittenKind = keyof typeof DIMENSIONS;

// Object.keys loses the literal types of the table above.
export const WRITTEN_KINDS = Object.keys(DIMENSIONS) as readonly WrittenKind[];

export function dimensionOf(kind: WrittenKind): Dimension {
  return DIMENSIONS[kind];
}

/** Whether a kind asks for what the prompt says, rather than how well it is done. */
export function asksForPrompt(kind: WrittenKind): boolean {
  return dimensionOf(kind) === 'text_to_video_alignment';
}

/** What small models call them. */
const ALIASES: Readonly<Record<WrittenKind, string>> = {
  entity_present: 'presence present entity object existence exists subject visible visibility',
  entity_absent: 'absent absence missing_object',
  attribute: 'color colour size material appearance look texture property adjective clothing',
  count: 'number counting quantity amount',
  action: 'activity verb event interaction behavior behaviour pose movement_type',
  relation: 'position location spatial spatial_relation relationship placement',
  scene: 'place setting background environment time weather',
  style: 'art_style mood lighting',
  rendered_text: 'text writing words',
  clarity: 'sharpness blur quality visual_quality focus detail',
  identity_stable: 'identity consistency temporal_consistency stability stable temporal identity_stability',
  deformation: 'shape distortion warping morphing melting',
  dislocation: 'teleport jumping displacement',
  flicker: 'flickering',
  smoothness: 'smooth fluidity smooth_motion',
  anatomy: 'body hands limbs fingers anatomical',
  physics: 'physical gravity contact collision',
  permanence: 'disappearance vanishing object_permanence vanish',
  common_sense: 'realism plausibility logic factual factual_consistency commonsense real',
  motion_present: 'motion movement moving dynamic',
  motion_range: 'dynamic_degree motion_amount speed',
};

const BY_NAME: ReadonlyMap<string, WrittenKind> = new Map(
  WRITTEN_KINDS.flatMap((kind) =>
    [kind, ...ALIASES[kind].split(' ')].map((name): [string, WrittenKind] => [name, kind]),
  ),
);

/** The kind that a field names, however it is spelt; null where it names none. */
export function readKind(field: string): WrittenKind | null {
  const name = field
    .toLowerCase()
    .replace(/[^a-z]+/gu, '_')
    .replace(/^_+|_+$/gu, '');
  const known = BY_NAME.get(name);
  if (known !== undefined) return known;
  if (name.length < 5) return null;
  return [...BY_NAME].find(([each]) => each.length >= 5 && isNearly(each, name))?.[1] ?? null;
}

/** Equal but for one letter: changed, left out, added, or two exchanged. */
function isNearly(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  const swapped = restB.length > 1 && restA === `${restB[1]}${restB[0]}${restB.slice(2)}`;
  return swapped || restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1);
}

const PRESENCE =
  /^(?:is|are) (?:there|(?:an?|the|any|some) (?:\S+ ){1,3}(?:visible|present|shown|seen|in the (?:video|clip|scene|picture)))(?!\p{L})/iu;
const NUMBER = new RegExp(
  `(?<!\\p{L})(?:\\d+|${[...NUMBER_WORDS.keys()].filter((word) => word !== 'one').join('|')}|how many)(?!\\p{L})`,
  'iu',
);
const PLACE = /\s(?:on|in|under|behind|above|below|beside|near|between|inside|around|over|next to|in front of)\s/iu;

/** What the words of a question ask about, from the surest sign to the weakest; null where they do not tell. */
const SIGNS: readonly [RegExp, WrittenKind][] = [
  [/(?<!\p{L})(?:fingers?|limbs?|extra|missing) |anatom/iu, 'anatomy'],
  [/(?<!\p{L})(?:melt|warp|deform|distort|morph|change shape|keep (?:its|the|their|his|her) shape)/iu, 'deformation'],
  [/(?<!\p{L})(?:flicker)/iu, 'flicker'],
  [/(?<!\p{L})(?:vanish|disappear|appear from nowhere|pop)/iu, 'permanence'],
  [/(?<!\p{L})(?:pass(?:es)? through|float|gravity|physic)/iu, 'physics'],
  [/(?<!\p{L})(?:same|consistent|identity|stays?|remains?)(?!\p{L})/iu, 'identity_stable'],
  [/(?<!\p{L})(?:sharp|clear|blur)/iu, 'clarity'],
  [/(?<!\p{L})smooth/iu, 'smoothness'],
  [/(?<!\p{L})(?:realistic|natural|real|plausible)/iu, 'common_sense'],
  [/^(?:is|are|does|do) .* (?:visibly )?mov(?:e|ing)\?$/iu, 'motion_present'],
  [/^(?:does|do) .* (?:say|read) |(?<!\p{L})text(?!\p{L})/iu, 'rendered_text'],
];

/**
 * The kind that fits a question: the named one, unless the words rule it out.
 * @param denied whether the prompt says that what is asked for is not there
 */
export function settleKind(named: WrittenKind | null, question: string, denied: boolean): WrittenKind | null {
  const kind = fittingKind(named, question);
  if (kind === 'entity_present' || kind === 'entity_absent') return denied ? 'entity_absent' : 'entity_present';
  return kind;
}

function fittingKind(named: WrittenKind | null, question: string): WrittenKind | null {
  const numbered = NUMBER.test(question);
  switch (named) {
    case 'count':
      return numbered ? named : kindByWords(question);
    case 'entity_present':
    case 'entity_absent':
      return PRESENCE.test(question) && !numbered ? named : kindByWords(question);
    case null:
      return kindByWords(question);
    default:
      return named;
  }
}

function kindByWords(question: string): WrittenKind | null {
  const sign = SIGNS.find(([pattern]) => pattern.test(question))?.[1];
  if (sign !== undefined) return sign;
  if (/^are .*/iu.test(question) && NUMBER.test(question)) return 'count';
  if (PRESENCE.test(question)) return 'entity_present';
  if (/^(?:is|are) .*\p{L}{2,}ing(?!\p{L})/iu.test(question)) return 'action';
  if (PLACE.test(question)) return 'relation';
  if (/^(?:is|are) (?:the|an?) \S+ (?:\S+ )?\S+\?$/iu.test(question)) return 'attribute';
  return null;
}
