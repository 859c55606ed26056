import { describe, expect, it } from 'vitest';
import { EQUAL_PROFILE } from '../../../src/domain/profile.ts';
import type { Question } from '../../../src/domain/question.ts';
import { computeScores } from '../../../src/domain/scoring.ts';
import type { Verdict } from '../../../src/domain/verdict.ts';
import { summarize } from '../../../src/evaluate/summary.ts';
import { makeAnswer, makeQuestion, makeUnassessed } from '../make-question.ts';

const OPTIONS = { profile: EQUAL_PROFILE, gateByParents: false };
const MOMENT = {
  startSeconds: 2.1,
  endSeconds: 2.9,
  frames: [50],
  label: 'the brightness flickers',
  outsideClip: false,
};

function summaryOf(questions: Question[], verdicts: Verdict[]): string {
  return summarize(computeScores(questions, verdicts, OPTIONS), questions, verdicts);
}

describe('summarize', () => {
  const questions = [
    makeQuestion('sharp'),
    makeQuestion('flicker', { dimension: 'temporal_consistency', kind: 'flicker', polarity: 'negative' }),
    makeQuestion('moves', { dimension: 'dynamic_degree', kind: 'motion_present' }),
  ];

  it('says how each assessed dimension came out and where the worst moment is', () => {
    const verdicts = [
      makeAnswer('sharp', 0.9),
      makeAnswer('flicker', 0.95, { moments: [MOMENT] }),
      makeAnswer('moves', 0.5),
    ];
    expect(summaryOf(questions, verdicts)).toBe(
      'The clip looks clean, is unsteady over time and has some motion. Look at 0:02.1–0:02.9, where the brightness flickers.',
    );
  });

  it('does not point at moments of good answers', () => {
    const verdicts = [makeAnswer('sharp', 0.9), makeAnswer('flicker', 0.1, { moments: [MOMENT] })];
    expect(summaryOf(questions, verdicts)).toBe(
      'The clip looks clean and holds steady over time. Mostly or wholly not judged: motion.',
    );
  });

  it('does not sum up a dimension of which most was left open', () => {
    const prompt = ['a', 'b', 'c'].map((id) =>
      makeQuestion(id, { dimension: 'text_to_video_alignment', kind: 'entity_present' }),
    );
    const verdicts = [makeAnswer('sharp', 0.2), makeAnswer('a', 1), makeUnassessed('b'), makeUnassessed('c')];
    expect(summaryOf([makeQuestion('sharp'), ...prompt], verdicts)).toBe(
      'The clip looks poor. Mostly or wholly not judged: match with the prompt.',
    );
  });

  it('warns first when most answers came without belief in either', () => {
    const verdicts = [
      makeAnswer('sharp', 0.9, { mass: 0.01 }),
      makeAnswer('moves', 0.9, { mass: 0.4 }),
      makeAnswer('flicker', 0.1),
    ];
    expect(summaryOf(questions, verdicts)).toMatch(/^Most of these answers are not reliable\. The clip looks clean/);
    expect(summaryOf(questions, [...verdicts.slice(1), makeAnswer('sharp', 0.9)])).toMatch(/^The clip/);
  });

  it('says so when nothing could be judged', () => {
    expect(summaryOf(questions, [makeUnassessed('sharp')])).toMatch(/^Too little/);
  });
});
