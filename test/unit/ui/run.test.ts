import { describe, expect, it } from 'vitest';
import type { Stage } from '../../../src/domain/progress.ts';
import type { Rung } from '../../../src/domain/reasoning.ts';
import type { EvaluationEvent } from '../../../src/evaluate/evaluation.ts';
import type { JudgeEvent } from '../../../src/judges/judge.ts';
import { newRun, reduceRun } from '../../../src/ui/state/run.ts';
import { makeAnswer, makeUnassessed } from '../make-question.ts';

const GPU: Rung = { device: 'webgpu', dtype: 'q4f16' };
const CPU: Rung = { device: 'wasm', dtype: 'q8' };
const error = { code: 'check_failed', message: 'The answers were wrong.', remedy: '' } as const;

const tells = (event: JudgeEvent, judge = 'model'): EvaluationEvent => ({ type: 'judge', judge, event });
const writes = (questionId: string, text: string, judge = 'model') =>
  tells({ type: 'rationale', questionId, text }, judge);
const runAfter = (...events: EvaluationEvent[]) =>
  events.reduce(reduceRun, newRun({ file: new File(['x'], 'clip.mp4'), prompt: '', judge: 'auto' }));

describe('the stage of a run', () => {
  const at = (stage: Stage, done: number, remainingSeconds: number | null): EvaluationEvent => ({
    type: 'progress',
    progress: { stage, done, total: 9 },
    remainingSeconds,
  });

  it('is the last one begun: questions that are ready among the frames are only counted', () => {
    const run = runAfter(at('probe', 0, null), at('frames', 4, 2), at('questions', 9, null));
    expect(run).toMatchObject({ stage: 'frames', remainingSeconds: 2 });
    expect(run.stages.questions).toEqual({ stage: 'questions', done: 9, total: 9 });
    expect(reduceRun(run, at('judge', 0, null))).toMatchObject({ stage: 'judge', remainingSeconds: null });
  });
});

describe('what judges tell during a run', () => {
  it('shows what each judge does last, in the order in which they began', () => {
    const run = runAfter(
      tells({ type: 'checking', rung: GPU }, 'a'),
      tells({ type: 'checking', rung: CPU }, 'b'),
      tells({ type: 'answering', rung: GPU, done: 1, total: 9 }, 'a'),
    );
    expect(run.judges.map(({ id, work }) => [id, work?.type])).toEqual([
      ['a', 'answering'],
      ['b', 'checking'],
    ]);
  });

  it('keeps every rung that was given up, and runs nothing until the next begins', () => {
    const given = runAfter(tells({ type: 'checking', rung: GPU }), tells({ type: 'abandoned', rung: GPU, error }));
    expect(given.judges).toEqual([{ id: 'model', work: null, abandoned: [{ rung: GPU, error }] }]);
    const next = reduceRun(given, tells({ type: 'looking', rung: CPU, done: 0, total: 8 }));
    expect(next.judges[0]).toMatchObject({ work: { rung: CPU }, abandoned: [{ rung: GPU }] });
  });

  it('shows the rationale so far, until its judge has answered', () => {
    const writing = runAfter(writes('q', 'The'), writes('q', 'The fox'), writes('r', 'A'));
    expect(writing.writing.get('q')).toEqual({ judge: 'model', text: 'The fox' });
    const answered = reduceRun(writing, { type: 'verdict', verdict: makeAnswer('q', 0.9, { judge: 'model' }) });
    expect([...answered.writing.keys()]).toEqual(['r']);
  });

  it('lets another judge’s answer stop nothing that is being written', () => {
    const run = runAfter(writes('q', 'The fox'), {
      type: 'verdict',
      verdict: makeAnswer('q', 0.9, { judge: 'other' }),
    });
    expect(run.writing.get('q')?.text).toBe('The fox');
    expect(run.verdicts.get('q')?.judge).toBe('other');
  });

  it('drops what a given-up rung was writing, and no other judge’s', () => {
    const run = runAfter(
      writes('q', 'Half a'),
      writes('r', 'Whole', 'other'),
      tells({ type: 'abandoned', rung: GPU, error }),
    );
    expect([...run.writing.keys()]).toEqual(['r']);
  });

  it('keeps the first answer of several judges', () => {
    const run = runAfter(
      { type: 'verdict', verdict: makeUnassessed('q', 'measured') },
      { type: 'verdict', verdict: makeAnswer('q', 0.9, { judge: 'model' }) },
      { type: 'verdict', verdict: makeAnswer('q', 0.1, { judge: 'other' }) },
      { type: 'verdict', verdict: makeUnassessed('q', 'last') },
    );
    expect(run.verdicts.get('q')).toMatchObject({ judge: 'model', pYes: 0.9 });
  });
});
