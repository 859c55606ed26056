import { questionText } from '../../../src/judges/vision-language/prompt-text.ts';
import { CLIP_QUESTIONS } from '../../../src/questions/clip-questions.ts';

const ENTITIES = ['dog', 'red ball', 'woman', 'wooden table', 'bird', 'city street', 'sea', 'hat', 'car', 'tree'];
const FORMS = ['Is there a', 'Does the video show a', 'Is there more than one'];

/** Questions as they are put to a model: those of every clip, then some about entities. */
export function someQuestions(count: number): string[] {
  const texts = [
    ...CLIP_QUESTIONS.map(({ text }) => text),
    ...FORMS.flatMap((form) => ENTITIES.map((entity) => `${form} ${entity}?`)),
    ...ENTITIES.map((entity) => `Does the ${entity} keep its shape?`),
  ];
  return texts.slice(0, count).map((text) => questionText({ text }, 'quick'));
}
