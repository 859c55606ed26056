import type { Question } from '../../domain/question.ts';
import { actionQuestions } from './action-questions.ts';
import { attributeQuestions } from './attribute-questions.ts';
import type { Draft } from './draft.ts';
import { entityQuestions } from './entity-questions.ts';
import { finishQuestions } from './finish.ts';
import { joinPostures } from './join-postures.ts';
import { looksEnglish, looksLikeCode, promptOfRecord } from './language.ts';
import { layerQuestions } from './layer-questions.ts';
import { hasWords, normalisePrompt, truncate } from './normalise.ts';
import { parsePrompt } from './parse.ts';
import { relationQuestions } from './relation-questions.ts';
import type { Scene } from './scene.ts';
import { budgetFor, chooseDrafts } from './select.ts';
import { sequenceQuestions } from './sequence-questions.ts';
import { subjectQuestions } from './subject-questions.ts';
import { wholeQuestions } from './whole-questions.ts';
import { Wording } from './wording.ts';

/**
 * The questions that a prompt calls for, without those about the clip as a whole. Deterministic and pure.
 * A prompt that is not English, or is code, gets one question that quotes it; one without words gets none.
 */
export function promptQuestions(prompt: string): Question[] {
  const said = promptOfRecord(prompt);
  const text = normalisePrompt(said);
  if (!hasWords(text)) return [];
  const code = looksLikeCode(said);
  const questions = looksEnglish(text) && !code ? grammarQuestions(text) : [];
  return questions.some((question) => question.dimension === 'text_to_video_alignment')
    ? questions
    : [wholePromptQuestion(code ? said.replace(/[^\P{C}\n\t]/gu, '') : text)];
}

function grammarQuestions(text: string): Question[] {
  const scene = parsePrompt(text);
  const wording = new Wording(scene.entities);
  const drafts = joinPostures(allDrafts(scene, wording), scene);
  const words = text.split(/\s+/u).length;
  const chosen = chooseDrafts(drafts, subjectQuestions(scene, wording), budgetFor(words));
  return finishQuestions(chosen, wording);
}

function allDrafts(scene: Scene, wording: Wording): Draft[] {
  return [
    ...entityQuestions(scene, wording),
    ...attributeQuestions(scene, wording),
    ...actionQuestions(scene, wording),
    ...sequenceQuestions(scene, wording),
    ...relationQuestions(scene, wording),
    ...layerQuestions(scene, wording),
    ...wholeQuestions(scene, wording),
  ];
}

function wholePromptQuestion(text: string): Question {
  return {
    id: 'prompt.whole',
    dimension: 'text_to_video_alignment',
    text: `Does the clip show what the prompt describes: “${truncate(text, 200)}”?`,
    polarity: 'positive',
    kind: 'common_sense',
    parents: [],
    entity: null,
    source: 'grammar',
    weight: 1,
    muted: false,
  };
}
