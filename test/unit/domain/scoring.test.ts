import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIMENSIONS } from '../../../src/domain/dimension.ts';
import { EQUAL_PROFILE } from '../../../src/domain/profile.ts';
import { answerScore, computeScores, notApplicable } from '../../../src/domain/scoring.ts';
import { makeAnswer, makeQuestion, makeUnassessed } from '../make-question.ts';

const OPTIONS = { profile: EQUAL_PROFILE, gateByParents: false };

const arbitraryQuestion = fc.record({
  dimension: fc.constantFrom(...DIMENSIONS),
  polarity: fc.constantFrom('positive' as const, 'negative' as const),
  weight: fc.double({ min: 0, max: 10, noNaN: true }),
  muted: fc.boolean(),
  /** null: not assessed. */
  pYes: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null }),
});

/** A set of questions with their verdicts, each question with a parent among those before it or none. */
const arbitraryRun = fc.array(arbitraryQuestion, { maxLength: 30 }).map((items) => ({
  questions: items.map(({ dimension, polarity, weight, muted }, index) =>
    makeQuestion(`q${index}`, {
      dimension,
      polarity,
      weight,
      muted,
      parents: index % 3 === 2 ? [`q${index - 1}`] : [],
    }),
  ),
  verdicts: items.map(({ pYes }, index) =>
    pYes === null ? makeUnassessed(`q${index}`) : makeAnswer(`q${index}`, pYes),
  ),
}));

describe('computeScores', () => {
  it('takes the weighted mean of the good answers', () => {
    const questions = [makeQuestion('a', { weight: 3 }), makeQuestion('b', { polarity: 'negative' })];
    const { dimensions } = computeScores(questions, [makeAnswer('a', 0.8), makeAnswer('b', 0.8)], OPTIONS);
    expect(dimensions.visual_quality).toEqual({
      score: expect.closeTo(0.65, 12),
      asked: 2,
      assessed: 2,
      coverage: 1,
      reason: null,
    });
  });

  it('gives null and a reason, never a number, to what was not assessed', () => {
    const { dimensions, overall } = computeScores([makeQuestion('a')], [makeUnassessed('a')], OPTIONS);
    expect(dimensions.visual_quality.score).toBeNull();
    expect(dimensions.visual_quality).toMatchObject({ asked: 1, assessed: 0, coverage: 0 });
    expect(dimensions.visual_quality.reason).toMatch(/could be answered/);
    expect(overall.score).toBeNull();
    expect(dimensions.dynamic_degree.reason).toMatch(/No question/);
  });

  it('weighs dimensions by the profile and leaves unassessed ones out', () => {
    const questions = [makeQuestion('a'), makeQuestion('b', { dimension: 'dynamic_degree' })];
    const profile = {
      name: 'motion',
      weights: { ...EQUAL_PROFILE.weights, dynamic_degree: 3, factual_consistency: 100 },
    };
    const { overall } = computeScores(questions, [makeAnswer('a', 1), makeAnswer('b', 0)], { ...OPTIONS, profile });
    expect(overall.score).toBeCloseTo(0.25, 12);
  });

  it('counts the first verdict of several', () => {
    const { overall } = computeScores([makeQuestion('a')], [makeAnswer('a', 0.9), makeAnswer('a', 0.1)], OPTIONS);
    expect(overall).toMatchObject({ score: 0.9, assessed: 1 });
  });

  it('leaves out children of a denied parent only when told to', () => {
    const questions = [
      makeQuestion('hat'),
      makeQuestion('white', { parents: ['hat'] }),
      makeQuestion('wide', { parents: ['white'] }),
    ];
    const verdicts = [makeAnswer('hat', 0.1), makeAnswer('white', 0.9), makeAnswer('wide', 0.9)];
    expect([...notApplicable(questions, verdicts)]).toEqual(['white', 'wide']);
    expect(computeScores(questions, verdicts, OPTIONS).overall.asked).toBe(3);
    expect(computeScores(questions, verdicts, { ...OPTIONS, gateByParents: true }).overall).toMatchObject({
      asked: 1,
      score: 0.1,
    });
  });

  it('survives cycles of parents', () => {
    const questions = [makeQuestion('a', { parents: ['b'] }), makeQuestion('b', { parents: ['a'] })];
    expect(notApplicable(questions, [makeAnswer('a', 0.9)]).size).toBe(0);
  });

  it('keeps scores within 0..1 and coverage true to the counts', () => {
    fc.assert(
      fc.property(arbitraryRun, fc.boolean(), ({ questions, verdicts }, gateByParents) => {
        const { overall, dimensions } = computeScores(questions, verdicts, { ...OPTIONS, gateByParents });
        for (const score of [overall, ...Object.values(dimensions)]) {
          if (score.score !== null) expect(score.score >= 0 && score.score <= 1).toBe(true);
          expect(score.score === null).toBe(score.reason !== null);
          expect(score.assessed).toBeLessThanOrEqual(score.asked);
          expect(score.coverage).toBe(score.asked === 0 ? 0 : score.assessed / score.asked);
        }
      }),
    );
  });

  it('does not depend on the order of questions', () => {
    fc.assert(
      fc.property(arbitraryRun, ({ questions, verdicts }) => {
        const forward = computeScores(questions, verdicts, OPTIONS).overall.score;
        const backward = computeScores([...questions].reverse(), verdicts, OPTIONS).overall.score;
        if (forward === null) expect(backward).toBeNull();
        else expect(backward).toBeCloseTo(forward, 9);
      }),
    );
  });

  it('never falls when one answer gets better', () => {
    fc.assert(
      fc.property(
        arbitraryRun,
        fc.nat(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        ({ questions, verdicts }, pick, better) => {
          const chosen = questions[pick % Math.max(1, questions.length)];
          const old = verdicts.find((verdict) => verdict.questionId === chosen?.id);
          if (chosen === undefined || old?.status !== 'answered') return;
          if (answerScore(chosen.polarity, better) < answerScore(chosen.polarity, old.pYes)) return;
          const improved = verdicts.map((verdict) => (verdict === old ? { ...old, pYes: better } : verdict));
          const before = computeScores(questions, verdicts, OPTIONS).dimensions[chosen.dimension].score ?? 0;
          const after = computeScores(questions, improved, OPTIONS).dimensions[chosen.dimension].score ?? 0;
          expect(after).toBeGreaterThanOrEqual(before - 1e-12);
        },
      ),
    );
  });

  it('mirrors a question and its negation', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (pYes) => {
        expect(answerScore('positive', pYes)).toBeCloseTo(answerScore('negative', 1 - pYes), 12);
      }),
    );
  });
});
