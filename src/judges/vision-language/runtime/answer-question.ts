import type { AnswerEvent, AskedQuestion, AskRequest, WrittenRationale } from '../judge-api.ts';
import { endsInLoop } from '../loops.ts';
import { readAnswer } from './answer-tokens.ts';
import { Branch } from './branch.ts';
import { tokenize } from './chat.ts';
import type { LoadedParts } from './loaded-model.ts';
import { greedy, type PickToken, sampler, seedOf } from './pick-token.ts';
import type { ViewPrefix } from './view-prefix.ts';
import { writeText } from './write-text.ts';

/** The protocol of FingER (arXiv 2504.10358): a rationale, then the answer, each in its tag. */
const RATIONALE_STARTS = '<think>';
const RATIONALE_ENDS = '</think>';
const ANSWER_STARTS = '<answer>';

/** Answers one question on branches of its view: the verdict at once, then rationales, each with the verdict after it. */
export async function answerQuestion(
  parts: LoadedParts,
  view: ViewPrefix,
  question: AskedQuestion,
  { votes, seed, maxReasonTokens }: Omit<AskRequest, 'view' | 'questions'>,
  onEvent: (event: AnswerEvent) => void | Promise<void>,
): Promise<void> {
  const questionId = question.id;
  const reading = await verdictAtOnce(parts, view, question.verdictText);
  await onEvent({ type: 'before', questionId, reading });
  if (question.rationaleText === null) return;
  for (let vote = 0; vote < votes; vote++) {
    const pick = votes === 1 ? greedy : sampler(seedOf(seed, questionId, vote));
    const rationale = await writeRationale(
      parts,
      view,
      question.rationaleText,
      pick,
      maxReasonTokens,
      (text) => void onEvent({ type: 'text', questionId, text }),
    );
    await onEvent({ type: 'rationale', questionId, rationale });
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

async function writeRationale(
  parts: LoadedParts,
  view: ViewPrefix,
  question: string,
  pick: PickToken,
  maxTokens: number,
  onText: (text: string) => void,
): Promise<WrittenRationale> {
  const { tokenizer, answerTokens, contextTokens } = parts;
  const branch = new Branch(parts, view.read);
  try {
    const closing = tokenize(tokenizer, RATIONALE_ENDS + ANSWER_STARTS);
    const logits = await branch.read(tokenize(tokenizer, question + view.tail + RATIONALE_STARTS));
    const room = Math.max(0, contextTokens - branch.count - closing.length);
    const limits = { maxTokens: Math.min(maxTokens, room), endsWith: RATIONALE_ENDS, endsInLoop };
    const { text, ended, unread } = await writeText(parts, branch, logits, pick, limits, onText);
    // What a loop would answer says nothing.
    if (ended === 'loop') return { text, ended, after: null };
    const rest = text.includes(RATIONALE_ENDS) ? tokenize(tokenizer, ANSWER_STARTS) : closing;
    return { text, ended, after: readAnswer(await branch.read([...unread, ...rest]), answerTokens) };
  } finally {
    await branch.close();
  }
}
