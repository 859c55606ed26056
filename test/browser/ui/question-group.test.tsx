import { act } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { QuestionGroup } from '../../../src/ui/report/question-group.tsx';
import { readQuestions } from '../../../src/ui/report/reading.ts';
import { makeAnswer, makeQuestion, makeUnassessed } from '../../unit/make-question.ts';
import { makeReport } from '../../unit/make-report.ts';
import { render } from './render.tsx';

const evidence = { light: () => undefined, show: () => undefined, mute: () => undefined };

describe('the questions of a dimension', () => {
  let page: Awaited<ReturnType<typeof render>>;

  afterEach(() => page.unmount());

  const show = async (answered: number, open: number) => {
    const named = (word: string, count: number) => Array.from({ length: count }, (_, index) => `${word} ${index}`);
    const verdicts = [
      ...named('answered', answered).map((id) => makeAnswer(id, 0.9)),
      ...named('open', open).map((id) => makeUnassessed(id)),
    ];
    const questions = verdicts.map(({ questionId }) => makeQuestion(questionId));
    const readings = readQuestions(questions, verdicts).visual_quality;
    page = await render(
      <QuestionGroup
        dimension="visual_quality"
        readings={readings}
        stills={[]}
        frames={makeReport().frames}
        judges={[]}
        evidence={evidence}
      />,
    );
  };
  const questions = () => page.element.querySelectorAll('li').length;
  const fold = () =>
    [...page.element.querySelectorAll('button')].find(({ textContent }) => textContent?.endsWith('not assessed'));

  it('folds what was not assessed behind a button that says how many', async () => {
    await show(2, 9);
    expect(questions()).toBe(2);
    expect(fold()?.textContent).toBe('9 not assessed');
    expect(fold()?.getAttribute('aria-expanded')).toBe('false');
    await act(async () => fold()?.click());
    expect(fold()?.getAttribute('aria-expanded')).toBe('true');
    expect(questions()).toBe(11);
  });

  it('shows a few open questions where nothing was answered', async () => {
    await show(0, 3);
    expect(questions()).toBe(3);
    expect(fold()?.getAttribute('aria-expanded')).toBe('true');
  });

  it('folds many open questions where nothing was answered', async () => {
    await show(0, 4);
    expect(questions()).toBe(0);
    expect(fold()?.getAttribute('aria-expanded')).toBe('false');
  });

  it('has no button where everything was answered', async () => {
    await show(1, 0);
    expect(fold()).toBeUndefined();
  });
});
