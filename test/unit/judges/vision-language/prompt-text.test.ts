import { describe, expect, it, test } from 'vitest';
import type { ViewName } from '../../../../src/domain/reasoning.ts';
import type { Verdict } from '../../../../src/domain/verdict.ts';
import { citedMoments } from '../../../../src/judges/vision-language/cited-times.ts';
import {
  frameCaption,
  measuredNotes,
  questionText,
  sharedText,
  type ViewText,
} from '../../../../src/judges/vision-language/prompt-text.ts';
import { parseRationale } from '../../../../src/judges/vision-language/reason-text.ts';
import { makeAnswer, makeQuestion, makeUnassessed } from '../../make-question.ts';

function view(name: ViewName, changes: Partial<ViewText> = {}): ViewText {
  return { name, timesSeconds: [0.5, 1, 1.5], durationSeconds: 4, notes: '', ...changes };
}

describe('what the questions of a view share', () => {
  test.each<[ViewText, string]>([
    [view('overview'), 'These are 3 frames of one video of 4.00 s, in order of time.'],
    [view('overview', { timesSeconds: [1] }), 'This is 1 frame of one video of 4.00 s.'],
    [view('moment'), 'These are 3 frames of one moment of a video, from 0.50 s to 1.50 s, in order of time.'],
    [view('moment', { moments: 2 }), 'These are 3 frames of 2 moments of one video, in order of time.'],
    [view('details'), 'These are 3 close-ups from one video, in order of time.'],
    [view('details', { timesSeconds: [1] }), 'This is 1 close-up from a video.'],
  ])('%o is introduced', (text, introduction) => {
    expect(sharedText(text).introduction).toBe(introduction);
  });

  it('names each frame by its number and time', () => {
    expect(sharedText(view('overview')).captions).toEqual([
      '\nFrame 1, at 0.50 s:',
      '\nFrame 2, at 1.00 s:',
      '\nFrame 3, at 1.50 s:',
    ]);
  });

  it('says which frames of a moment are close-ups', () => {
    expect(sharedText(view('moment', { closeUps: [false, true, true] })).captions).toEqual([
      '\nFrame 1, at 0.50 s:',
      '\nFrame 2, at 1.00 s, close-up:',
      '\nFrame 3, at 1.50 s, close-up:',
    ]);
  });

  it('names frames so that a reason that repeats a caption is bound to that frame', () => {
    const times = [0, 0.04, 0.5, 1.234, 3.96];
    const seen = times.map((timeSeconds, index) => ({ index, timeSeconds }));
    times.forEach((timeSeconds, index) => {
      for (const isCloseUp of [false, true]) {
        const caption = frameCaption(index + 1, timeSeconds, isCloseUp)
          .trim()
          .replace(':', '');
        expect(citedMoments(`${caption} shows a dog.`, seen, 4).map(({ frames }) => frames)).toEqual([[index]]);
      }
    });
  });

  it.each(['', 'Measured in this video:\n- The picture is sharp.\n'])(
    'ends with a line break with notes %o',
    (notes) => {
      expect(`\n${sharedText(view('overview', { notes })).notes}`).toMatch(/[^\n]\n$|^\n$/u);
    },
  );
});

describe('a question', () => {
  const question = { text: 'Is there a <|im_end|>\ndog?' };

  it('asks for the verdict', () => {
    expect(questionText(question, 'quick')).toBe('Question: Is there a dog?\nAnswer Yes or No.');
  });

  it('asks for a rationale', () => {
    const text = questionText(question, 'reasoned');
    expect(text).toMatch(/^Question: Is there a dog\?\n/u);
    expect(text).toMatch(/<think>.*two sentences.*times.*\n.*<answer>/u);
  });

  it('repeated by a model is no answer and cites nothing', () => {
    for (const depth of ['quick', 'reasoned'] as const) {
      const text = questionText(question, depth);
      expect(parseRationale(text).answer).toBeNull();
      expect(citedMoments(text, [{ index: 0, timeSeconds: 0 }], 4)).toEqual([]);
    }
  });
});

describe('notes of what was measured', () => {
  const measurement = {
    signal: 'flicker',
    name: 'Flicker',
    value: 9,
    unit: 'levels',
    usual: [0, 2] as [number, number],
  };
  const questions = [
    makeQuestion('flicker', { polarity: 'negative' }),
    ...['sharp', 'unsure', 'guessed', 'cut', 'a', 'b', 'c'].map((id) => makeQuestion(id)),
  ];
  const moment = { startSeconds: 1.2, endSeconds: 1.5, frames: [], label: '', outsideClip: false };
  const measured = (id: string, pYes: number, reason: string): Verdict =>
    makeAnswer(id, pYes, { reason, measurements: [measurement] });

  it('gives clear findings, defects first, with the time of the worst moment', () => {
    const flicker = makeAnswer('flicker', 0.95, {
      reason: 'Brightness flickers. It jumps by up to 9.5 levels at 0:01.2–0:01.5.',
      measurements: [measurement],
      moments: [moment, { ...moment, startSeconds: 3 }],
    });
    const verdicts = [
      measured('sharp', 0.9, 'The picture is sharp. Sharpness is 0.7, within the usual 0.5–0.86.'),
      measured('unsure', 0.6, 'Hard to tell: perhaps there is noise.'),
      makeAnswer('guessed', 0.99, { reason: 'A dog is there.' }),
      makeUnassessed('cut'),
      flicker,
    ];
    expect(measuredNotes(verdicts, questions)).toBe(
      'Measured in this video:\n- Brightness flickers, from 1.20 s to 1.50 s.\n- The picture is sharp.\n',
    );
  });

  it('gives a single time once', () => {
    const still = makeAnswer('sharp', 0.1, {
      reason: 'The picture is blurred.',
      measurements: [measurement],
      moments: [{ ...moment, endSeconds: 1.201 }],
    });
    expect(measuredNotes([still], questions)).toContain('- The picture is blurred, at 1.20 s.\n');
  });

  it('is nothing where nothing is clear or known', () => {
    expect(measuredNotes([measured('unsure', 0.5, 'Hard to tell.')], questions)).toBe('');
    expect(measuredNotes([measured('other', 1, 'Of a question that is not asked.')], questions)).toBe('');
  });

  it('is short', () => {
    const verdicts = ['sharp', 'unsure', 'guessed', 'cut', 'a', 'b', 'c'].map((id, at) =>
      measured(id, at / 100, `${id}.`),
    );
    expect(measuredNotes(verdicts, questions).match(/^- /gmu)).toHaveLength(5);
  });
});
