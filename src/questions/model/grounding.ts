import { BODY_PARTS } from '../grammar/lexicon/nouns.ts';
import { wordSet } from '../grammar/lexicon/word-set.ts';
import { ABOUT_CLIP, contentTokens, contentWords, stem } from './content-words.ts';
import { asksForPrompt, type WrittenKind } from './written-kinds.ts';

/** Words that may stand in questions of every kind. */
const FRAMING = new Set([
  ...ABOUT_CLIP,
  ...stems(wordSet('have, contain, thing, object, part, side, front, back, background, foreground')),
]);

/** Words about how well things are done, in questions that ask for that. */
const QUALITY = stems(
  wordSet(`
    keep, same, look, deform, blur, clear, sharp, real, move, vanish, jump, sudden, smooth, flicker, change, shape, size, colour,
    texture, identity, position, place, stay, missing, extra, too, many, few, number, correct, wrong, normal, strange, odd,
    impossible, physically, physics, gravity, float, fall, hover, pass, through, touch, contact, collide, penetrate,
    merge, overlap, reality, time, way, like, would, should, expect, anatomy, body, feature, detail, quality, well, glitch,
    artefact, artifact, noise, inconsistent, unnatural, unrealistic, frozen, freeze, fast, slow, steady, swap, multiply, duplicate,
    grow, shrink, broken, intact, whole, entire, properly, behave, interact, respond, cause, reason, another, other, each,
    above, behind, off, apart, support, air, ground, surface, first, last, start, end, beginning, one, two, five
  `),
  BODY_PARTS,
);

function stems(...sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  return new Set(sets.flatMap((set) => [...set].flatMap((phrase) => [...contentWords(phrase), stem(phrase)])));
}

/** Content words of a question that neither the prompt names nor a question of its kind needs. */
export function foreignWords(question: string, kind: WrittenKind, prompt: ReadonlySet<string>): string[] {
  const allowed = asksForPrompt(kind) ? [prompt, FRAMING] : [prompt, FRAMING, QUALITY];
  return contentTokens(question).flatMap((token) => (allowed.some((set) => set.has(token.stem)) ? [] : [token.word]));
}

/** Whether a text names anything of the prompt. */
export function namesPrompt(text: string, prompt: ReadonlySet<string>): boolean {
  return contentWords(text).some((word) => prompt.has(word));
}
