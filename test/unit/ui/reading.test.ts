import { describe, expect, it } from 'vitest';
import { compareReadings, readQuestions, whyLine } from '../../../src/ui/report/reading.ts';
import { makeAnswer, makeQuestion, makeUnassessed } from '../make-question.ts';

const order = (questions: Parameters<typeof readQuestions>[0], verdicts: Parameters<typeof readQuestions>[1]) =>
  readQuestions(questions, verdicts)
    .visual_quality.toSorted(compareReadings)
    .map(({ question, standing }) => `${question.id} ${standing}`);

describe('reading of questions', () => {
  it('puts the worst answer first, whichever way its question is put, and what was not answered last', () => {
    const questions = [
      makeQuestion('open'),
      makeQuestion('fine'),
      makeQuestion('left-out', { muted: true }),
      makeQuestion('bad', { polarity: 'negative' }),
      makeQuestion('even'),
    ];
    const verdicts = [
      makeUnassessed('open'),
      makeAnswer('fine', 0.9),
      makeAnswer('left-out', 0),
      makeAnswer('bad', 0.95),
      makeAnswer('even', 0.52),
    ];
    expect(order(questions, verdicts)).toEqual([
      'bad problem',
      'even unsure',
      'fine good',
      'open unassessed',
      'left-out muted',
    ]);
  });

  it('calls an answer uncertain when the judge held neither yes nor no', () => {
    expect(order([makeQuestion('a')], [makeAnswer('a', 0.99, { mass: 0.3 })])).toEqual(['a unsure']);
  });

  it('names the question whose no rules another one out, over one that was not answered', () => {
    const questions = [
      makeQuestion('hat'),
      makeQuestion('brim', { parents: ['hat'] }),
      makeQuestion('white', { parents: ['brim'] }),
    ];
    const { visual_quality } = readQuestions(questions, [makeAnswer('hat', 0.1), makeUnassessed('brim')]);
    expect(visual_quality.map(({ standing, ruledOutBy }) => [standing, ruledOutBy?.id ?? null])).toEqual([
      ['problem', null],
      ['not_applicable', 'hat'],
      ['not_applicable', 'hat'],
    ]);
  });

  it('keeps the first verdict as the one that counts and the others beside it', () => {
    const verdicts = [makeAnswer('a', 0.9, { judge: 'one' }), makeAnswer('a', 0.1, { judge: 'two' })];
    const [reading] = readQuestions([makeQuestion('a')], verdicts).visual_quality;
    expect(reading?.standing).toBe('good');
    expect(reading?.others.map(({ judge }) => judge)).toEqual(['two']);
  });

  it('explains a dimension by its worst answer, and says when nothing is wrong', () => {
    const questions = [makeQuestion('a'), makeQuestion('b')];
    const bad = readQuestions(questions, [makeAnswer('a', 0.9), makeAnswer('b', 0.1, { reason: 'It is blurred.' })]);
    expect(whyLine(bad.visual_quality)).toBe('It is blurred.');
    const good = readQuestions(questions, [makeAnswer('a', 0.9), makeAnswer('b', 0.9)]);
    expect(whyLine(good.visual_quality)).toBe('Nothing wrong was found.');
  });
});
