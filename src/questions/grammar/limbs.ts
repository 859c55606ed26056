import { BODY_PARTS } from './lexicon/nouns.ts';
import { makeToken, type Token } from './tokens.ts';

/** Parts with which a new statement about a posture begins; "elbow" and "waist" rather say where. */
const LIMBS = /^(?:arms?|forearms?|hands?|legs?|feet|foot|knees?|head|torso|body|upper|lower)$/u;
const SIDES = /^(?:left|right)$/u;

/**
 * Sets a comma where a list of postures goes on to the next limb without one: "legs apart | left arm bent at the elbow |
 * head tilted", so that no limb is read as part of what stands before it.
 */
export function separateLimbs(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token, index) => {
    const before = tokens[index - 1];
    const next = tokens[index + 1];
    if (before === undefined) return [token];
    const sided = SIDES.test(token.lower) && next !== undefined && isLimb(next);
    const bare = isLimb(token) && before.pos === 'noun' && BODY_PARTS.has(before.root) && !before.possessive;
    const ends = (before.pos === 'noun' && !before.possessive) || before.pos === 'adv' || before.pos === 'verb';
    return bare || (sided && ends && !takesObject(before)) ? [makeToken(',', 'punct'), token] : [token];
  });
}

function isLimb(token: Token): boolean {
  return LIMBS.test(token.lower) && token.pos === 'noun';
}

/** "raising right hand", "touches left knee": the limb is what something is done with or to. */
function takesObject(token: Token): boolean {
  return token.pos === 'verb' && token.form !== 'ed';
}
