import { act } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Rationale } from '../../../src/domain/reasoning.ts';
import type { Report } from '../../../src/domain/report.ts';
import type { Verdict } from '../../../src/domain/verdict.ts';
import { QuestionDetail } from '../../../src/ui/report/question-detail.tsx';
import { readQuestions } from '../../../src/ui/report/reading.ts';
import { makeAnswer, makeQuestion } from '../../unit/make-question.ts';
import { render } from './render.tsx';

const rationale: Rationale = {
  view: 'overview',
  frames: [0, 5, 9],
  before: { pYes: 0.62, mass: 0.9 },
  after: { pYes: 0.81, mass: 0.9 },
  votes: null,
  ended: 'finished',
};
const judges: Report['judges'] = [
  { id: 'model', name: 'A model', version: '1', backend: 'wasm', kinds: { clarity: null } },
  {
    id: 'measured',
    name: 'Measured',
    version: '1',
    backend: 'cpu',
    kinds: { clarity: { accuracy: 0.8, calibrationError: 0.077, clips: 120 } },
  },
  { id: 'old', name: 'An old one', version: '1', backend: 'cpu' },
];

const pictureOf = (width: number, height: number): Promise<Blob> => {
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.fillRect(0, 0, 1, 1);
  return canvas.convertToBlob();
};

describe('an answer in full', () => {
  let page: Awaited<ReturnType<typeof render>>;
  const evidence = { light: vi.fn(), show: vi.fn(), mute: vi.fn() };
  let image = new Blob();

  afterEach(async () => {
    await page.unmount();
    evidence.show.mockClear();
    image = new Blob();
  });

  const show = async (...verdicts: Verdict[]) => {
    const [reading] = readQuestions([makeQuestion('q')], verdicts).visual_quality;
    if (reading === undefined) throw new Error('no reading');
    page = await render(
      <QuestionDetail
        reading={reading}
        stills={[{ index: 5, timeSeconds: 0.5, image }]}
        frames={{ indices: [0, 5], timesSeconds: [0, 0.5], runs: [[0, 5]] }}
        judges={judges}
        evidence={evidence}
      />,
    );
  };
  const text = () => page.element.textContent;
  const fromModel = (changes: Partial<Rationale>) =>
    makeAnswer('q', 0.81, { judge: 'model', rationale: { ...rationale, ...changes } });

  it('says what a model believed before and after its reason', async () => {
    await show(fromModel({}));
    expect(text()).toContain('62 % before the reason');
    expect(text()).toContain('81 % after it');
    expect(text()).not.toContain('Votes');
  });

  it('counts the votes, and says when a reason was cut off', async () => {
    await show(fromModel({ votes: { yes: 4, no: 1 }, ended: 'length' }));
    expect(text()).toContain('4 yes, 1 no');
    expect(text()).toContain('length limit');
  });

  it('shows the frames it saw, as pictures or times, and goes to them', async () => {
    await show(fromModel({}));
    expect(text()).toContain('It saw the whole clip, 3 frames');
    const details = page.element.querySelector('details');
    const buttons = [...(details?.querySelectorAll('button') ?? [])];
    expect(buttons.map((button) => [button.textContent, button.querySelector('img') !== null])).toEqual([
      ['0:00.0', false],
      ['0:00.5', true],
    ]);
    expect(details?.textContent).toContain('frame 9');
    await act(async () => buttons[1]?.click());
    expect(evidence.show).toHaveBeenCalledWith(0.5, 0.5);
  });

  it('shows nothing of a model where none answered', async () => {
    await show(makeAnswer('q', 0.9, { judge: 'measured', reason: 'Sharp.' }));
    expect(text()).not.toContain('Probability');
    expect(page.element.querySelector('details')).toBeNull();
  });

  it('flags a time outside the clip and leads nowhere from it', async () => {
    const outside = { startSeconds: 9, endSeconds: 9, frames: [], label: 'it is gone', outsideClip: true };
    await show(makeAnswer('q', 0.2, { reason: 'Fine at 0:01.0, gone at 0:09.0.', moments: [outside] }));
    expect(text()).toContain('0:09.0: cites a time outside the clip');
    expect([...page.element.querySelectorAll('button')].map((button) => button.textContent)).not.toContain('0:09.0');
    expect([...page.element.querySelectorAll('button')].map((button) => button.textContent)).toContain('0:01.0');
  });

  it('says where in the picture it happens, and outlines the place on a frame of the moment', async () => {
    const box = { x: 0, y: 0.7, width: 0.2, height: 0.3 };
    const moment = {
      startSeconds: 0.4,
      endSeconds: 0.6,
      frames: [5],
      label: 'the hand melts',
      outsideClip: false,
      box,
    };
    image = await pictureOf(64, 36);
    await show(makeAnswer('q', 0.2, { reason: 'It melts.', moments: [moment] }));
    expect(text()).toContain('the hand melts, in the lower left');
    expect(page.element.querySelector('img')?.alt).toBe('Frame at 0:00.5, outlined in the lower left');
    await act(async () => {
      await page.element.querySelector('img')?.decode();
      // The event of its arrival comes with the next frame at the latest.
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    });
    expect(page.element.querySelector('svg[viewBox="0 0 64 36"] rect')).not.toBeNull();
    await act(async () => page.element.querySelector('img')?.closest('button')?.focus());
    expect(evidence.light).toHaveBeenLastCalledWith({ stretches: [moment], signals: [] });
  });

  it('says how far to trust the answer that counts, and the others', async () => {
    await show(makeAnswer('q', 0.9, { judge: 'measured' }), makeAnswer('q', 0.9, { judge: 'model' }));
    const trust = [...page.element.querySelectorAll('p')].find(({ textContent }) =>
      textContent?.startsWith('How far to trust this answer.'),
    );
    expect(trust?.textContent).toContain('On 120 clips');
    expect(trust?.textContent).toContain('off by 8 points');
    const other = page.element.querySelector('[aria-label="Other judges"]');
    expect(other?.textContent).toContain('Not known: A model has not been checked');
  });

  it('says nothing of percentages where an answer has none, and nothing at all where an older report does not tell', async () => {
    await show(makeAnswer('q', 1, { judge: 'measured', hard: true }), makeAnswer('q', 1, { judge: 'old' }));
    expect(text()).toContain('Measured was right on 80 %.');
    expect(text()).not.toContain('points');
    expect(text()).not.toContain('An old one was');
    expect(text()).not.toContain('An old one has');
  });

  it('puts other judges beside it, with what they say in a few lines', async () => {
    const long = makeAnswer('q', 0.1, { judge: 'model', reason: 'It melts and melts. '.repeat(60) });
    await show(makeAnswer('q', 0.9, { judge: 'measured', reason: 'Sharp.' }), long);
    const other = page.element.querySelector('[aria-label="Other judges"]');
    expect(other?.textContent).toContain('A model');
    expect(other?.textContent).toContain('No 90 %');
    const clamped = other?.querySelector('p');
    expect(clamped?.clientHeight).toBeLessThan(70);
    await vi.waitFor(() => expect(other?.textContent).toContain('Show all'));
  });

  it('takes a model’s words as words', async () => {
    await show(makeAnswer('q', 0.9, { judge: 'model', reason: '<img src=x onerror=alert(1)>' }));
    expect(text()).toContain('<img src=x');
    expect(page.element.querySelector('img')).toBeNull();
  });
});
