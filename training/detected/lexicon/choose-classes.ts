import { DETECTOR_LABELS, type DetectorLabel } from '../../../src/detectors/lexicon/labels.ts';
import { singulars } from '../../../src/detectors/lexicon/singular.ts';
import type { DetectorClass } from '../../../src/detectors/lexicon/vocabulary.ts';
import { MEANINGS } from './classes.ts';
import { NOT_SEEN } from './corrections.ts';
import type { Sense, WordNet } from './wordnet.ts';

/** Topics of what can stand in a picture: things, animals, artefacts, bodies, food, groups, objects, people, plants, substances. */
const VISIBLE_TOPICS = new Set([3, 5, 6, 8, 13, 14, 17, 18, 20, 27]);

/** A prompt describes a picture, so that a meaning nobody can see ("a table of figures") is unlikely. */
const INVISIBLE_WEIGHT = 0.1;

/** Below this share of its meanings a noun is too ambiguous to be answered. */
const LEAST_SHARE = 0.6;

type Membership = ReadonlyMap<number, { label: DetectorLabel; match: 'exact' | 'is_a' }>;

/** The class of every noun of WordNet; null for one that is none of the labels. */
export function chooseClasses(wordNet: WordNet): Map<string, DetectorClass> {
  const membership = findMembers(wordNet);
  const classes = new Map<string, DetectorClass>();
  for (const [lemma, senses] of wordNet.senses) {
    const isName = senses.every(({ synset }) => wordNet.synsets.get(synset)?.isInstance ?? false);
    if (!isName) classes.set(lemma, dominantClass(senses, membership));
  }
  for (const label of DETECTOR_LABELS) {
    const { exact, isA } = MEANINGS[label];
    for (const noun of isA?.split(',') ?? []) classes.set(noun, { label, match: 'is_a' });
    for (const noun of exact?.split(',') ?? []) classes.set(noun, { label, match: 'exact' });
  }
  forgetPlurals(classes);
  for (const noun of NOT_SEEN) classes.set(noun, null);
  return classes;
}

/** Some plurals have an entry of their own, a crew of men or a sect; a prompt means several of the singular. */
function forgetPlurals(classes: Map<string, DetectorClass>): void {
  for (const [noun, found] of classes) {
    if (found !== null) continue;
    const words = noun.split(' ');
    const others = singulars(words.pop() ?? '').map((last) => [...words, last].join(' '));
    if (others.some((other) => other !== noun && classes.get(other) != null)) classes.delete(noun);
  }
}

function findMembers(wordNet: WordNet): Membership {
  const members = new Map<number, { label: DetectorLabel; match: 'exact' | 'is_a' }>();
  for (const label of DETECTOR_LABELS) {
    const { senses, without = [] } = MEANINGS[label];
    const roots = senses.map((key) => wordNet.synsetOf(key));
    const left = new Set(without.map((key) => wordNet.synsetOf(key)));
    const queue = [...roots];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (left.has(next) || members.get(next)?.label === label) continue;
      members.set(next, { label, match: roots.includes(next) ? 'exact' : 'is_a' });
      queue.push(...(wordNet.synsets.get(next)?.hyponyms ?? []));
    }
  }
  return members;
}

/**
 * How likely a sense is meant: how often it was met in tagged text; where that says nothing, its place in the dictionary, which
 * follows frequency as well.
 */
function weightOf({ count, rank, topic }: Sense): number {
  return (count + 0.5 / rank) * (VISIBLE_TOPICS.has(topic) ? 1 : INVISIBLE_WEIGHT);
}

function dominantClass(senses: readonly Sense[], membership: Membership): DetectorClass {
  const shares = new Map<DetectorLabel, { exact: number; is_a: number }>();
  let all = 0;
  for (const sense of senses) {
    const weight = weightOf(sense);
    all += weight;
    const member = membership.get(sense.synset);
    if (member === undefined) continue;
    const share = shares.get(member.label) ?? { exact: 0, is_a: 0 };
    share[member.match] += weight;
    shares.set(member.label, share);
  }
  for (const [label, { exact, is_a }] of shares)
    if (exact + is_a >= LEAST_SHARE * all) return { label, match: exact > is_a ? 'exact' : 'is_a' };
  return null;
}
