import nlp from 'compromise/two';

/** Part of speech as the chunker needs it. `verb` has a form; `quote` is a written text; `punct` ends a phrase. */
export type PartOfSpeech =
  | 'det'
  | 'poss'
  | 'num'
  | 'adj'
  | 'noun'
  | 'name'
  | 'verb'
  | 'aux'
  | 'adv'
  | 'prep'
  | 'pron'
  | 'conj'
  | 'sub'
  | 'rel'
  | 'there'
  | 'neg'
  | 'quote'
  | 'punct'
  | 'other';

/** base: "ride"; s: "rides"; ing: "riding"; ed: "rode", "ridden", "parked". */
export type VerbForm = 'base' | 's' | 'ing' | 'ed';

export interface Token {
  /** As written, without surrounding punctuation. */
  text: string;
  lower: string;
  /** What the tagger of the library says. */
  tags: ReadonlySet<string>;
  /** Infinitive of a verb, singular of a noun, as far as the library knows. */
  root: string;
  pos: PartOfSpeech;
  form: VerbForm | null;
  plural: boolean;
  /** Ends in 's. */
  possessive: boolean;
}

interface LibraryTerm {
  text: string;
  post: string;
  normal: string;
  implicit?: string;
  root?: string;
  tags: string[];
}

const END = /[.!?;\n]/u;
const PAUSE = /[,:]|\s[-–]+\s/u;

export function makeToken(text: string, pos: PartOfSpeech, tags: readonly string[] = [], root = ''): Token {
  const lower = text.toLowerCase();
  return {
    text,
    lower,
    tags: new Set(tags),
    root: root === '' ? lower : root,
    pos,
    form: null,
    plural: false,
    possessive: false,
  };
}

/** "A man's tired face": the library takes the mark of the owner for "has" or "is". */
function isOwnersMark(terms: readonly LibraryTerm[], index: number): boolean {
  const owner = terms[index - 1];
  const [look, thing] = [terms[index + 1], terms[index + 2]];
  if (owner === undefined || !/\p{L}'s$/u.test(owner.text) || !/^(?:has|is)$/u.test(terms[index]?.implicit ?? ''))
    return false;
  const named = owner.tags.includes('Noun') && !owner.tags.includes('Pronoun');
  const described = look?.tags.some((tag) => /^(?:PastTense|Participle|Adjective|Gerund)$/u.test(tag)) === true;
  return named && described && thing?.tags.includes('Noun') === true && look?.post === ' ';
}

/** Splits a text into sentences of tokens; commas are tokens, hyphenated words are one token. `pos` is not settled yet. */
export function tokenize(text: string): Token[][] {
  const document = nlp(text);
  document.compute('root');
  const sentences: { terms: LibraryTerm[] }[] = document.json({
    // The published types lack `root`, which the library gives; the whole option is one record of flags.
    terms: { tags: true, normal: true, implicit: true, ...{ root: true } },
  });
  const result: Token[][] = [];
  let current: Token[] = [];
  const finish = () => {
    if (current.length > 0) result.push(current);
    current = [];
  };
  for (const sentence of sentences) {
    let joined: { text: string; terms: LibraryTerm[] } | null = null;
    for (const [index, term] of sentence.terms.entries()) {
      if (isOwnersMark(sentence.terms, index)) continue;
      const word = term.text === '' ? (term.implicit ?? '') : term.text;
      // "4k" comes as a number and a unit; the unit has no text of its own.
      if (term.text === '' && term.tags.includes('Unit')) {
        addBreaks(term.post);
        continue;
      }
      const contracted =
        !isOwnersMark(sentence.terms, index + 1) &&
        term.implicit !== undefined &&
        sentence.terms[index + 1]?.text === '' &&
        term.implicit !== '';
      const own = contracted && !sentence.terms[index + 1]?.tags.includes('Unit') ? (term.implicit ?? word) : word;
      joined =
        joined === null
          ? { text: own, terms: [term] }
          : { text: `${joined.text}-${own}`, terms: [...joined.terms, term] };
      if (term.post === '-') continue;
      push(joined);
      joined = null;
      addBreaks(term.post);
    }
    if (joined !== null) push(joined);
    finish();
  }
  return result;

  function push({ text: word, terms }: { text: string; terms: LibraryTerm[] }): void {
    const last = terms.at(-1);
    const clean = word.replace(/^[^\p{L}\p{N}&]+|[^\p{L}\p{N}]+$/gu, '');
    const number = /^\p{N}{1,4}$/u.test(clean.replace(/,/gu, ''));
    if (
      last === undefined ||
      !(/\p{L}/u.test(clean) || number) ||
      last.tags.includes('Emoji') ||
      last.tags.includes('Url')
    )
      return;
    const tags = terms.length > 1 ? last.tags.filter((tag) => tag !== 'PhrasalVerb') : last.tags;
    const token = makeToken(
      clean,
      'other',
      terms.length > 1 ? [...tags, 'Hyphenated'] : tags,
      terms.length > 1 ? '' : last.root,
    );
    token.possessive = /'s$/iu.test(word) || (/s$/iu.test(word) && last.post.startsWith("'"));
    if (token.possessive) {
      token.text = clean.replace(/'s$/iu, '');
      token.lower = token.text.toLowerCase();
      token.root = token.root.replace(/'s$/iu, '');
    }
    token.plural = last.tags.includes('Plural');
    current.push(token);
  }

  function addBreaks(post: string): void {
    if (END.test(post)) finish();
    else if (PAUSE.test(post) && current.length > 0) current.push(makeToken(',', 'punct'));
  }
}

/** Capitals at the start of a sentence mean nothing; inside a word or an acronym they do. */
export function shownWord(token: Token): string {
  if (/^t-shirts?$/u.test(token.lower)) return `T${token.lower.slice(1)}`;
  if (token.tags.has('Acronym') || /\p{Ll}\p{Lu}|\p{Lu}{2}|\d/u.test(token.text)) return token.text;
  return token.pos === 'name' ? token.text : token.lower;
}
