import { describe, expect, it } from 'vitest';
import { LoupeError } from '../../src/domain/error.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import { askJudges, rankVerdicts } from '../../src/judges/ask.ts';
import { chooseJudges } from '../../src/judges/catalogue.ts';
import type { Judge } from '../../src/judges/judge.ts';
import { makeAnswer, makeQuestion, makeUnassessed } from './make-question.ts';

const CLIP = {
  name: 'a.mp4',
  sizeBytes: 1,
  sha256: null,
  container: 'MP4',
  codec: 'H.264',
  codecString: null,
  width: 16,
  height: 16,
  rotationDegrees: 0 as const,
  durationSeconds: 1,
  frameRate: 1,
  frameCount: 1,
  frameCountExact: true,
  variableFrameRate: false,
  hasAlpha: false,
  hasAudio: false,
};

function judge(id: string, accuracy: number | null, closed: string[] = []): Judge {
  return {
    card: {
      id,
      name: id,
      version: '1',
      description: '',
      kinds: { clarity: accuracy },
      needs: [],
      sizeBytes: 0,
      licence: 'MIT',
      backend: 'cpu',
    },
    open: async () => ({
      async *answer(questions): AsyncGenerator<Verdict> {
        for (const { id: questionId } of questions) yield makeAnswer(questionId, 0.5, { judge: id });
      },
      close: () => closed.push(id),
    }),
  };
}

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
});

describe('askJudges', () => {
  it('asks every judge everything and closes each session, also when the reader stops early', async () => {
    const closed: string[] = [];
    const judges = [judge('one', 0.5, closed), judge('two', 0.5, closed)];
    const evidence = { clip: CLIP, prompt: null, signals: [] };
    const signal = new AbortController().signal;
    const seen: string[] = [];
    for await (const verdict of askJudges(judges, evidence, [makeQuestion('a'), makeQuestion('b')], signal)) {
      seen.push(verdict.judge + verdict.questionId);
    }
    expect(seen).toEqual(['onea', 'oneb', 'twoa', 'twob']);
    expect(closed).toEqual(['one', 'two']);
    for await (const _ of askJudges(judges, evidence, [makeQuestion('a')], signal)) break;
    expect(closed).toEqual(['one', 'two', 'one']);
  });
});

describe('chooseJudges', () => {
  const judges = [judge('one', 0.5), judge('two', 0.5)];

  it('takes all for auto and one by id', () => {
    expect(chooseJudges('auto', judges)).toHaveLength(2);
    expect(chooseJudges('two', judges).map(({ card }) => card.id)).toEqual(['two']);
  });

  it('names the known ones when there is no such judge', () => {
    expect(() => chooseJudges('three', judges)).toThrow(LoupeError);
    expect(() => chooseJudges('three', judges)).toThrow(/no judge called "three"/);
  });
});
