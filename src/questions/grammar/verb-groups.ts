import { gerund } from './inflect.ts';
import { COPULAS, DEGREE_ADVERBS } from './lexicon/closed-class.ts';
import { INTRANSITIVE_VERBS, PAST_ONLY, PHRASAL_VERBS, POSTURE_VERBS, TRANSITIVE_VERBS } from './lexicon/verbs.ts';
import type { Token } from './tokens.ts';

export interface VerbGroup {
  /** Infinitive of the main verb; "be" for a copula. */
  root: string;
  /** What stands after "is" in a question: "riding", "surrounded", "trying to catch". Empty for a copula. */
  phrase: string;
  copula: boolean;
  /** "is surrounded", "parked": something is done to the subject, or it is in a state. */
  passive: boolean;
  negated: boolean;
  /** Has a subject of its own in the sentence: "rides", "is riding"; not "riding" alone. */
  finite: boolean;
  /** "to get onto": a purpose. */
  purpose: boolean;
  /** Its form goes with several: "are dancing", "dance". */
  plural: boolean;
  /** Adverbs of manner: "slowly". */
  manner: string[];
  /** Adverb of degree: "slightly". */
  degree: string;
}

/** Verbs that only begin, end or colour the one after them: "starts to run", "seems to be leaning". */
const CATENATIVES = new Set(
  'begin start continue proceed seem appear keep go come get happen tend manage use look finish stop'.split(' '),
);
/** Intransitive verbs whose participle describes a state. */
const STATES = new Set(
  'park perch gather curl hang melt freeze burn swing lay lie grow travel collapse crash set'.split(' '),
);
/** Verbs whose following infinitive is not yet done. */
const INTENTIONS = new Set('try attempt prepare want wait struggle about ready fight'.split(' '));

/** Reads a verb group that starts at `start`; null when none does. */
export function readVerbGroup(tokens: readonly Token[], start: number): { value: VerbGroup; next: number } | null {
  const group: VerbGroup = {
    root: 'be',
    phrase: '',
    copula: true,
    passive: false,
    negated: false,
    finite: false,
    purpose: false,
    plural: false,
    manner: [],
    degree: '',
  };
  let index = start;
  let sawBe = false;
  let sawAux = false;
  if (tokens[index]?.lower === 'to') {
    const after = tokens[index + 1];
    if (!(after?.pos === 'verb' && after.form === 'base') && after?.lower !== 'be') return null;
    group.purpose = true;
    index++;
  }
  for (; index < tokens.length; index++) {
    const token = tokens[index];
    if (token?.pos === 'aux') {
      if (!sawAux) group.plural = /^(?:are|were|have|do)$/u.test(token.lower);
      sawAux = true;
      if (COPULAS.has(token.lower)) sawBe = true;
    } else if (token?.pos === 'neg') group.negated = true;
    else if (token?.pos === 'adv' && leadsToVerb(tokens, index + 1)) {
      if (DEGREE_ADVERBS.has(token.lower)) group.degree = token.lower;
      else if (token.lower.endsWith('ly')) group.manner.push(token.lower);
    } else break;
  }
  const token = tokens[index];
  if (token?.pos !== 'verb' || (sawBe && token.form === 'base')) {
    return sawAux ? { value: { ...group, finite: !group.purpose }, next: index } : null;
  }
  const active = token.form === 'ed' && !sawAux && isActivePast(token, tokens[index + 1]);
  const passive = token.form === 'ed' && (sawBe || !sawAux) && !active;
  const main: VerbGroup = {
    ...group,
    root: token.root,
    copula: false,
    finite: sawAux || active || token.form === 's' || token.form === 'base',
    plural: group.plural || (!sawAux && token.form === 'base'),
    passive,
    phrase: passive ? token.lower : gerund(token.root),
  };
  if (main.degree !== '') main.phrase = `${main.degree} ${main.phrase}`;
  const particle = tokens[index + 1];
  if (particle !== undefined && PHRASAL_VERBS.has(`${main.root} ${particle.lower}`)) {
    return { value: { ...main, phrase: `${main.phrase} ${particle.lower}` }, next: index + 2 };
  }
  return extend(tokens, index + 1, main);
}

/** "drove", "walked", "kicked a ball" are told; "parked", "surrounded" without object describe. */
function isActivePast(token: Token, next: Token | undefined): boolean {
  if (PAST_ONLY.has(token.lower)) return true;
  const object = next !== undefined && ['det', 'poss', 'num', 'pron'].includes(next.pos);
  if (TRANSITIVE_VERBS.has(token.root)) return object;
  return INTRANSITIVE_VERBS.has(token.root) && !POSTURE_VERBS.has(token.root) && !STATES.has(token.root);
}

function leadsToVerb(tokens: readonly Token[], start: number): boolean {
  const pos = tokens[start]?.pos;
  return pos === 'verb' || pos === 'aux' || (pos === 'adv' && leadsToVerb(tokens, start + 1));
}

/** Takes in the verb that follows: "starts to run", "is seen walking", "trying to catch". */
function extend(tokens: readonly Token[], next: number, group: VerbGroup): { value: VerbGroup; next: number } {
  const token = tokens[next];
  if (token?.lower === 'ready' && group.root === 'get' && tokens[next + 1]?.lower === 'to') {
    const ready = { ...group, root: 'ready', phrase: `${group.phrase} ready` };
    return extend(tokens, next + 1, ready);
  }
  if (token?.lower === 'to') {
    const inner = readVerbGroup(tokens, next);
    if (inner !== null && CATENATIVES.has(group.root)) {
      return {
        value: { ...inner.value, finite: group.finite, negated: group.negated, purpose: group.purpose },
        next: inner.next,
      };
    }
    const main = tokens[next + 1];
    if (inner !== null && INTENTIONS.has(group.root) && main !== undefined && !group.passive) {
      const particle = inner.value.phrase.split(' ').slice(1).join(' ');
      const rest = inner.value.copula ? 'be' : `${inner.value.root} ${particle}`.trimEnd();
      return {
        value: { ...group, root: `${group.root} to ${rest}`, phrase: `${group.phrase} to ${rest}` },
        next: inner.next,
      };
    }
  }
  if (
    token?.pos === 'verb' &&
    token.form === 'ing' &&
    (CATENATIVES.has(group.root) ||
      (group.passive && /^(?:see|show|depict|picture|capture|display)$/u.test(group.root)))
  ) {
    return { value: { ...group, root: token.root, phrase: token.lower, passive: false }, next: next + 1 };
  }
  return { value: group, next };
}
