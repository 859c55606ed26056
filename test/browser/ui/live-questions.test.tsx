import { afterEach, describe, expect, it } from 'vitest';
import '../../../src/ui/styles/tokens.css';
import '../../../src/ui/styles/base.css';
import { LiveQuestions } from '../../../src/ui/running/live-questions.tsx';
import { makeQuestion, makeUnassessed } from '../../unit/make-question.ts';
import { render } from './render.tsx';

const questions = [makeQuestion('q'), makeQuestion('r')];

describe('questions while they are being answered', () => {
  let page: Awaited<ReturnType<typeof render>>;

  afterEach(() => page.unmount());

  const show = async (text: string | null, verdicts = [makeUnassessed('q', 'measured')]) => {
    page = await render(
      <LiveQuestions
        questions={questions}
        verdicts={new Map(verdicts.map((verdict) => [verdict.questionId, verdict]))}
        writing={new Map(text === null ? [] : [['q', { judge: 'model', text }]])}
        working="model"
      />,
    );
    return page.element.querySelectorAll('li')[0];
  };

  it('keep their height while a reason is being written, and show its newest words', async () => {
    const before = (await show(null))?.offsetHeight;
    await page.unmount();
    const row = await show(`${'The fox runs. '.repeat(200)}It stops.`);
    expect(row?.offsetHeight).toBe(before);
    const words = row?.querySelector('span:last-child > span');
    const bottom = words?.getBoundingClientRect().bottom ?? 0;
    expect(bottom).toBeCloseTo(words?.parentElement?.getBoundingClientRect().bottom ?? -1);
    expect(words?.textContent?.endsWith('It stops.')).toBe(true);
  });

  it('mark the one being answered, and read nothing out', async () => {
    const row = await show('The fox');
    expect(row?.textContent).toContain('Being answered');
    expect(page.element.querySelector('[aria-live], [role=status], [role=log]')).toBeNull();
  });

  it('wait for the judge at work where another had no answer', async () => {
    const waiting = await show(null);
    expect(waiting?.textContent).not.toContain('Not assessed');
    await page.unmount();
    const given = await show(null, [makeUnassessed('q', 'model')]);
    expect(given?.textContent).toContain('Not assessed');
  });

  it('take a model’s words as words', async () => {
    const row = await show('<b>bold</b>');
    expect(row?.textContent).toContain('<b>bold</b>');
    expect(row?.querySelector('b')).toBeNull();
  });
});
