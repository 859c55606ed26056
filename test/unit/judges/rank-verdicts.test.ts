import { describe, expect, it } from 'vitest';
import { rankVerdicts } from '../../../src/judges/rank-verdicts.ts';
import { makeJudge, validated } from '../make-judge.ts';
import { makeAnswer, makeQuestion, makeUnassessed } from '../make-question.ts';

const judge = (id: string, accuracy: number | null) =>
  makeJudge(id, { card: { kinds: { clarity: accuracy === null ? null : validated(accuracy) } } });

describe('rankVerdicts', () => {
  const judges = [judge('fair', 0.7), judge('good', 0.9), judge('unvalidated', null)];
  const questions = [makeQuestion('b'), makeQuestion('a')];

  it('puts the best validated answer first and keeps the others as corroboration', () => {
    const verdicts = ['unvalidated', 'fair', 'good'].map((id) => makeAnswer('a', 0.5, { judge: id }));
    expect(rankVerdicts(questions, verdicts, judges).map((verdict) => verdict.judge)).toEqual([
      'good',
      'fair',
      'unvalidated',
    ]);
  });

  it('puts a model to fall back on behind what is validated, however good its card', () => {
    const small = makeJudge('small', { card: { kinds: { clarity: validated(0.99) }, fallback: true } });
    const verdicts = ['unvalidated', 'small', 'fair'].map((id) => makeAnswer('a', 0.5, { judge: id }));
    const ranked = rankVerdicts(questions, verdicts, [...judges, small]);
    expect(ranked.map((verdict) => verdict.judge)).toEqual(['fair', 'small', 'unvalidated']);
  });

  it('lets any answer outrank a judge that could not answer', () => {
    const ranked = rankVerdicts(
      questions,
      [makeUnassessed('a', 'good'), makeAnswer('a', 1, { judge: 'fair' })],
      judges,
    );
    expect(ranked).toEqual([expect.objectContaining({ judge: 'fair', status: 'answered' })]);
  });

  it('keeps one reason where nobody could answer, in the order of the questions', () => {
    const verdicts = [makeUnassessed('a', 'fair'), makeUnassessed('a', 'good'), makeUnassessed('b', 'fair')];
    expect(rankVerdicts(questions, verdicts, judges).map(({ questionId }) => questionId)).toEqual(['b', 'a']);
  });

  it('keeps the reason of the last judge that answers such questions as a rule', () => {
    const verdicts = ['fair', 'good', 'elsewhere'].map((id) => makeUnassessed('a', id));
    const others = [...judges, makeJudge('elsewhere', { card: { kinds: { physics: validated(0.9) } } })];
    expect(rankVerdicts(questions, verdicts, others).map((verdict) => verdict.judge)).toEqual(['good']);
    const [none] = rankVerdicts([makeQuestion('a', { kind: 'anatomy' })], verdicts, others);
    expect(none?.judge).toBe('elsewhere');
  });
});
