import type { AnswerEvent, AskedQuestion, AskRequest, WrittenRationale } from '../judge-api.ts';
import { endsInLoop } from '../loops.ts';
import { readAnswer } from './answer-tokens.ts';
import { Branch } from './branch.ts';
import type { CacheLayout } from './branch-group.ts';
import { tokenize } from './chat.ts';
import type { LoadedParts } from './loaded-model.ts';
import { greedy, type PickToken, sampler, seedOf } from './pick-token.ts';
import type { ViewPrefix } from './view-prefix.ts';
import { type BegunText, finishText, TextWriter, type WrittenText } from './write-text.ts';
import { writeTogether } from './write-together.ts';

/** The protocol of FingER (arXiv 2504.10358): a rationale, then the answer, each in its tag. */
const RATIONALE_STARTS = '<think>';
const RATIONALE_ENDS = '</think>';
const ANSWER_STARTS = '<answer>';

/** Questions whose rationales are written together: more take memory and gain little. */
const MOST_TOGETHER = 4;

type Tell = (event: AnswerEvent) => void | Promise<void>;

/**
 * Answers questions on branches of their view: the verdict at once, then rationales, each with the verdict after it.
 * @param layout how branches read together; null: one question after the other
 */
export async function answerQuestions(
  parts: LoadedParts,
  view: ViewPrefix,
  layout: CacheLayout | null,
  { questions, votes, seed, maxReasonTokens }: Omit<AskRequest, 'view'>,
  onEvent: Tell,
): Promise<void> {
  const together = layout === null ? 1 : MOST_TOGETHER;
  for (let first = 0; first < questions.length; first += together) {
    const group = questions.slice(first, first + together);
    for (const { id: questionId, verdictText } of group) {
      const reading = await verdictAtOnce(parts, view, verdictText);
      await onEvent({ type: 'before', questionId, reading });
    }
    for (let vote = 0; vote < votes; vote++) {
      const rationales = group.flatMap((question) => rationaleOf(question, votes, seed, vote));
      await writeRationales(parts, view, layout, rationales, maxReasonTokens, onEvent);
    }
  }
}

async function verdictAtOnce(parts: LoadedParts, view: ViewPrefix, text: string) {
  const branch = new Branch(parts, view.read);
  try {
    return readAnswer(await branch.read(tokenize(parts.tokenizer, text + view.tail)), parts.answerTokens);
  } finally {
    await branch.close();
  }
}

interface AskedRationale {
  questionId: string;
  text: string;
  pick: PickToken;
}

function rationaleOf({ id, rationaleText }: AskedQuestion, votes: number, seed: number, vote: number) {
  if (rationaleText === null) return [];
  const pick = votes === 1 ? greedy : sampler(seedOf(seed, id, vote));
  return [{ questionId: id, text: rationaleText, pick }];
}

async function writeRationales(
  parts: LoadedParts,
  view: ViewPrefix,
  layout: CacheLayout | null,
  asked: readonly AskedRationale[],
  maxTokens: number,
  onEvent: Tell,
): Promise<void> {
  const { tokenizer, contextTokens } = parts;
  const closing = tokenize(tokenizer, RATIONALE_ENDS + ANSWER_STARTS);
  const begun: (BegunText & { questionId: string })[] = [];
  const branches: Branch[] = [];
  try {
    for (const { questionId, text, pick } of asked) {
      const branch = new Branch(parts, view.read);
      branches.push(branch);
      const logits = await branch.read(tokenize(tokenizer, text + view.tail + RATIONALE_STARTS));
      const room = Math.max(0, contextTokens - branch.count - closing.length);
      const limits = { maxTokens: Math.min(maxTokens, room), endsWith: RATIONALE_ENDS, endsInLoop };
      const onText = (text: string) => void onEvent({ type: 'text', questionId, text });
      begun.push({ questionId, branch, logits, writer: new TextWriter(parts, pick, limits, onText) });
    }
    for await (const { questionId, branch, writer } of written(parts, layout, begun)) {
      const rationale = await withAnswer(parts, branch, writer.written, closing);
      await onEvent({ type: 'rationale', questionId, rationale });
    }
  } finally {
    for (const branch of branches) await branch.close();
  }
}

async function* written<Text extends BegunText>(
  parts: LoadedParts,
  layout: CacheLayout | null,
  begun: readonly Text[],
): AsyncGenerator<Text, void, undefined> {
  if (layout !== null && begun.length > 1) {
    yield* writeTogether(parts, layout, begun);
    return;
  }
  for (const text of begun) {
    await finishText(text);
    yield text;
  }
}

async function withAnswer(
  parts: LoadedParts,
  branch: Branch,
  { text, ended, unread }: WrittenText,
  closing: readonly number[],
): Promise<WrittenRationale> {
  // What a loop would answer says nothing.
  if (ended === 'loop') return { text, ended, after: null };
  const rest = text.includes(RATIONALE_ENDS) ? tokenize(parts.tokenizer, ANSWER_STARTS) : closing;
  return { text, ended, after: readAnswer(await branch.read([...unread, ...rest]), parts.answerTokens) };
}
