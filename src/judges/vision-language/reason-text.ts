/** What a reasoning model wrote, as far as it could be read. */
export interface ParsedRationale {
  /** Plain words for a person: no tags, one line, of limited length; "" where there are none. */
  reason: string;
  answer: 'yes' | 'no' | null;
  /** True once the tag around the answer is closed: nothing that follows changes the answer. */
  complete: boolean;
}

/** The longest reason that is kept, in characters. */
export const MAX_REASON_LENGTH = 600;

/** Longer text is not read to its end: this is called for every token written. */
const MAX_TEXT_LENGTH = 8000;

/** A tag of the protocol, however sloppily written; the last ">" may be missing before another tag. */
const TAG = /<\s{0,4}(\/?)\s{0,4}(think(?:ing)?|answer)\s*(?:\/?\s{0,4}>|(?=<))/giu;
/** Marks of chat templates that a tokenizer may let through: `<end_of_utterance>`, `<|im_end|>`, `</s>`, `[/INST]`. */
const SPECIAL_TOKEN =
  /<\|[^<>|]{0,40}\|>|<\/?[a-z]+(?:_[a-z]+)+>|<\/?(?:s|eos|bos|pad|unk|image|video)>|\[\/?INST\]/giu;
/** The end of a text being written, where it may be growing into one of the above. */
const HALF_TAG = /(?:<\s*\/?\s*[a-z_|]{0,40}|<\|[^<>|]{0,40}\|?|\[\/?(?:I|IN|INS|INST)?)$/iu;

/** What is left of tags that were torn apart. */
const REMNANT = /(?:<[\s/|]{0,8}){1,8}(?:think(?:ing)?|answer|end_of_\w*)\b|<\||\|>/giu;

type Part = 'think' | 'answer' | 'outside';

interface Segment {
  part: Part;
  text: string;
  closed: boolean;
}

/**
 * Reads `<think>…</think><answer>Yes|No</answer>` as small models write it: tags missing, doubled, unclosed or in other
 * spellings, an answer in a sentence ("Answer: yes"), text behind the answer, and text that is still being written.
 * @param text with whatever of the protocol the prompt itself began, such as an opening tag
 */
export function parseRationale(text: string): ParsedRationale {
  const bare = text.slice(0, MAX_TEXT_LENGTH).replace(SPECIAL_TOKEN, ' ').replace(HALF_TAG, '');
  const segments = segmentsOf(bare.replace(/[*`#]+/gu, ' '));
  const tagged = segments.find(({ part, text: said }) => part === 'answer' && readAnswer(said) !== null);
  if (tagged !== undefined) {
    const before = segments.slice(0, segments.indexOf(tagged));
    return {
      reason: firstReason(joined(before, 'think'), joined(before, 'outside'), tagged.text, joined(segments, 'outside')),
      answer: readAnswer(tagged.text),
      complete: tagged.closed,
    };
  }
  const thought = segments.some(({ part }) => part === 'think');
  const outside = joined(segments, 'outside');
  const inside = joined(segments, 'think');
  // A rationale may open with "No"; only text that stands outside of it answers by its first word.
  const answer = readAnswer(outside) ?? statedAnswer(inside)?.answer ?? null;
  return { reason: firstReason(...(thought ? [inside] : []), outside), answer, complete: false };
}

/** The reason in a text that is still being written, never with a tag or the beginning of one. */
export function visibleReason(partial: string): string {
  return parseRationale(partial).reason;
}

/** Cuts at the end of a sentence where that leaves more than half, else at a word, with an ellipsis. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  const sentence = /^[\s\S]*[.!?](?=\s)/u.exec(cut)?.[0] ?? '';
  if (sentence.length > length / 2) return sentence;
  const word = cut.lastIndexOf(' ');
  const kept = (word > length / 2 ? cut.slice(0, word) : cut).replace(/[\s,;:.!?-]+$|[\uD800-\uDBFF]$/gu, '');
  return `${kept}…`;
}

function segmentsOf(text: string): Segment[] {
  const segments: Segment[] = [];
  let open: Part = 'outside';
  let from = 0;
  const end = (to: number, closing: Part | null): void => {
    // A closing tag says what stands before it, where no opening tag did.
    const part = open === 'outside' && closing !== null ? closing : open;
    const piece = text.slice(from, to);
    if (/\S/u.test(piece)) segments.push({ part, text: piece, closed: closing === part });
  };
  for (const match of text.matchAll(TAG)) {
    const name: Part = match[2]?.toLowerCase() === 'answer' ? 'answer' : 'think';
    const closes = match[1] === '/';
    // "…</answer></answer>": what stands behind a closed answer belongs to nothing.
    const behindAnswer = open === 'outside' && name === 'answer' && segments.some(({ part }) => part === 'answer');
    end(match.index, closes && !behindAnswer ? name : null);
    open = closes ? 'outside' : name;
    from = match.index + match[0].length;
  }
  end(text.length, null);
  return segments;
}

function joined(segments: readonly Segment[], part: Part): string {
  return segments.flatMap((segment) => (segment.part === part ? [segment.text] : [])).join(' ');
}

/** The first that holds words besides an answer. */
function firstReason(...candidates: readonly string[]): string {
  for (const candidate of candidates) {
    const reason = cleanReason(candidate);
    if (reason !== '') return reason;
  }
  return '';
}

const LABEL = /^\s*(?:(?:my\s+)?(?:reason(?:ing)?|rationale|explanation|thoughts?|think(?:ing)?)\s*[:=-]\s*)+/iu;

function cleanReason(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(REMNANT, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/\p{C}/gu, '')
    .trim()
    .replace(LABEL, '');
  const stated = statedAnswer(plain);
  const words = (stated === null ? plain : plain.slice(0, stated.index)).replace(/[\s:;,<-]+$/u, '').trim();
  return /\p{L}/u.test(words) && !/^\W*(?:yes|no)\W*$/iu.test(words) ? shorten(words, MAX_REASON_LENGTH) : '';
}

type Answer = 'yes' | 'no';

/** "Answer: yes", "the final answer is no" or a sentence of one word at the end of a text. */
const STATED =
  /(?:(?:\b(?:so|therefore|thus|hence)\b[\s,]*)?(?:\b(?:the|my)\s+)?(?:\bfinal\s+)?\banswer\b\s*(?:is|would be)?\s*[:=-]?|(?<=^|[.!?:;])\s)\s*["'“‘(]*\b(yes|no)\b[\s.!"'”’)]*$/iu;

function statedAnswer(text: string): { answer: Answer; index: number } | null {
  const match = STATED.exec(text);
  return match === null ? null : { answer: toAnswer(match[1]), index: match.index };
}

const LEADING = /^[^\p{L}\p{N}]*(?:(?:the\s+|my\s+)?(?:final\s+)?answer\s*(?:is)?[^\p{L}\p{N}]*)?(yes|no)\b/iu;
/** "Yes or No", "yes/no": the choice repeated, not made. */
const CHOICE = /^[^\p{L}\p{N}]*(?:(?:or|and)\b[^\p{L}\p{N}]*)?(yes|no)\b/iu;

/** The answer that a text gives by its first word or in its last. */
function readAnswer(text: string): Answer | null {
  const first = LEADING.exec(text);
  if (first !== null) {
    const other = CHOICE.exec(text.slice(first[0].length));
    return other === null || toAnswer(other[1]) === toAnswer(first[1]) ? toAnswer(first[1]) : null;
  }
  const last = /\b(?:is|be|a(?:\s+\w+)?|answer\W*)\s+(yes|no)[^\p{L}\p{N}]*$/iu.exec(text);
  return last === null ? (statedAnswer(text)?.answer ?? null) : toAnswer(last[1]);
}

function toAnswer(word: string | undefined): Answer {
  return word?.toLowerCase() === 'yes' ? 'yes' : 'no';
}
