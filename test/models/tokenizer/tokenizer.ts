import { readFileSync } from 'node:fs';
import { LoupeError } from '../../../src/domain/error.ts';
import { countWords } from './corpus.ts';
import { byteCharacters, trainBpe } from './train-bpe.ts';

/** The parts of a tokenizer.json that are read here. */
interface TokenizerJson {
  added_tokens: AddedToken[];
  model: { type: string; vocab: Record<string, number>; merges: unknown[] };
}

interface AddedToken {
  id: number;
  content: string;
  single_word: boolean;
  lstrip: boolean;
  rstrip: boolean;
  normalized: boolean;
  special: boolean;
}

export interface Tokenizer {
  /** Contents of tokenizer.json. */
  json: TokenizerJson;
  /** @throws LoupeError `model_invalid` for a token that is not there */
  id(token: string): number;
}

export interface TokenizerPlan {
  /** A tokenizer.json to begin with; null: train one. */
  path: string | null;
  /** Every id below has a token. */
  vocabulary: number;
  /** Special tokens with the lowest ids; an existing tokenizer has its own. */
  head: readonly string[];
  /** Special tokens with the highest ids. */
  tail: readonly string[];
  /** Added tokens before `tail` that are ordinary text to a reader. */
  tags?: readonly string[];
  /** Cuts text into pieces for training, as `preTokenizer` does. */
  cut: RegExp;
  preTokenizer: object;
  normalizer: object | null;
}

const BYTE_LEVEL = { type: 'ByteLevel', add_prefix_space: true, trim_offsets: true, use_regex: true };

/**
 * A byte-level BPE tokenizer with exactly `vocabulary` tokens.
 * @throws LoupeError `model_invalid` for a file of another kind and for more tokens than that
 */
export function makeTokenizer(plan: TokenizerPlan): Tokenizer {
  const json = plan.path === null ? trained(plan) : read(plan.path);
  const { vocab } = json.model;
  const ids = idsOf(json);
  const add = (content: string, special: boolean): void => {
    const id = ids.size;
    ids.set(content, id);
    json.added_tokens.push(addedToken(content, id, special));
  };
  const { tags = [], tail, vocabulary } = plan;
  const missingTags = tags.filter((tag) => !ids.has(tag));
  const missingTail = tail.filter((token) => !ids.has(token));
  const fillers = vocabulary - ids.size - missingTags.length - missingTail.length;
  if (fillers < 0) {
    throw new LoupeError(
      'model_invalid',
      `A vocabulary of ${vocabulary} is too small.`,
      `Take ${vocabulary - fillers}.`,
    );
  }
  for (let index = 0; index < fillers; index++) {
    // An ordinary word that no text is cut into: what a random model writes stays visible when it is decoded.
    const id = ids.size;
    vocab[`Ġfiller${id}`] = id;
    ids.set(`Ġfiller${id}`, id);
  }
  for (const tag of missingTags) add(tag, false);
  for (const token of missingTail) add(token, true);
  return {
    json,
    id: (token) => {
      const id = ids.get(token);
      if (id === undefined) throw new LoupeError('model_invalid', `The tokenizer has no token ${token}.`);
      return id;
    },
  };
}

function read(path: string): TokenizerJson {
  const json: TokenizerJson = JSON.parse(readFileSync(path, 'utf8'));
  if (json.model?.type !== 'BPE') throw new LoupeError('model_invalid', `${path} is not the file of a BPE tokenizer.`);
  return json;
}

/** Every token's id. New tokens get the next ids, so none below may be free. */
function idsOf({ added_tokens, model }: TokenizerJson): Map<string, number> {
  const ids = new Map(Object.entries(model.vocab));
  for (const { content, id } of added_tokens) ids.set(content, id);
  if (new Set(ids.values()).size !== ids.size || [...ids.values()].some((id) => id >= ids.size)) {
    throw new LoupeError('model_invalid', 'The ids of the tokenizer do not run from 0 without a gap.');
  }
  return ids;
}

function trained({ cut, head, normalizer, preTokenizer, tags = [], tail, vocabulary }: TokenizerPlan): TokenizerJson {
  const letters = byteCharacters();
  const room = vocabulary - head.length - letters.length - tags.length - tail.length;
  const merges = trainBpe(countWords(cut), room);
  const tokens = new Set([...head, ...letters, ...merges.map(([left, right]) => left + right)]);
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: head.map((token, id) => addedToken(token, id, true)),
    normalizer,
    pre_tokenizer: preTokenizer,
    post_processor: null,
    decoder: BYTE_LEVEL,
    model: {
      type: 'BPE',
      dropout: null,
      unk_token: null,
      continuing_subword_prefix: null,
      end_of_word_suffix: null,
      fuse_unk: false,
      byte_fallback: false,
      ignore_merges: false,
      vocab: Object.fromEntries([...tokens].map((token, id) => [token, id])),
      merges: merges.map(([left, right]) => `${left} ${right}`),
    },
  } as TokenizerJson;
}

function addedToken(content: string, id: number, special: boolean): AddedToken {
  return { id, content, single_word: false, lstrip: false, rstrip: false, normalized: false, special };
}
