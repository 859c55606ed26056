import { describe, expect, it } from 'vitest';
import type { EvaluationEvent } from '../../../src/evaluate/evaluation.ts';
import { type AppState, INITIAL_STATE, reduceApp } from '../../../src/ui/state/app-state.ts';
import { rescore } from '../../../src/ui/state/rescore.ts';
import { makeAnswer, makeQuestion, makeUnassessed } from '../make-question.ts';
import { makeReport } from '../make-report.ts';

const file = new File(['x'], 'clip.mp4');
const running = reduceApp(INITIAL_STATE, { type: 'run_started', file, prompt: '', judge: 'auto' });

function runAfter(events: EvaluationEvent[], state: AppState = running) {
  const { view } = reduceApp(state, { type: 'run_events', events });
  if (view.name !== 'running') throw new Error('not running');
  return view.run;
}

describe('a run', () => {
  it('keeps stills in the order of the clip, each once', () => {
    const still = (index: number) => ({ index, timeSeconds: index, image: new Blob() });
    const run = runAfter([
      { type: 'stills', stills: [still(4)] },
      { type: 'stills', stills: [still(2), still(4)] },
    ]);
    expect(run.stills.map(({ index }) => index)).toEqual([2, 4]);
  });

  it('lets an answer replace “not assessed”, and keeps the first answer', () => {
    const run = runAfter([
      { type: 'verdict', verdict: makeUnassessed('a') },
      { type: 'verdict', verdict: makeAnswer('a', 0.9) },
      { type: 'verdict', verdict: makeAnswer('a', 0.1) },
    ]);
    expect(run.verdicts.get('a')).toMatchObject({ status: 'answered', pYes: 0.9 });
  });

  it('remembers how far each stage came', () => {
    const progress = (stage: 'probe' | 'frames', done: number): EvaluationEvent => ({
      type: 'progress',
      progress: { stage, done, total: 10 },
      remainingSeconds: 3,
    });
    const run = runAfter([progress('probe', 10), progress('frames', 4)]);
    expect(run.stage).toBe('frames');
    expect(run.stages.probe?.done).toBe(10);
  });

  it('leaves the chosen clip in place when it fails, with the error', () => {
    const chosen = reduceApp(INITIAL_STATE, { type: 'draft', change: { file } });
    const started = reduceApp(chosen, { type: 'run_started', file, prompt: '', judge: 'auto' });
    const error = { code: 'unsupported_codec', message: 'No.', remedy: 'Convert it.' } as const;
    const failed = reduceApp(started, { type: 'failed', error, backToStart: true });
    expect(failed.view.name).toBe('start');
    expect(failed.draft.file).toBe(file);
    expect(failed.error).toEqual(error);
  });

  it.each(['empty_file', 'not_a_video', 'unsupported_container', 'no_video_track'] as const)(
    'takes away a file that is no clip (%s), and keeps the prompt',
    (code) => {
      const chosen = reduceApp(INITIAL_STATE, { type: 'draft', change: { file, prompt: 'A cat' } });
      const started = reduceApp(chosen, { type: 'run_started', file, prompt: 'A cat', judge: 'auto' });
      const failed = reduceApp(started, {
        type: 'failed',
        error: { code, message: 'No.', remedy: '' },
        backToStart: true,
      });
      expect(failed.draft).toMatchObject({ file: null, prompt: 'A cat' });
    },
  );

  it('is deaf to events that come after it', () => {
    const later = reduceApp(INITIAL_STATE, { type: 'run_events', events: [{ type: 'questions', questions: [] }] });
    expect(later).toBe(INITIAL_STATE);
  });
});

describe('scoring a report another way', () => {
  const questions = [makeQuestion('a'), makeQuestion('b'), makeQuestion('c', { dimension: 'dynamic_degree' })];
  const verdicts = [makeAnswer('a', 1), makeAnswer('b', 0), makeAnswer('c', 1)];
  const report = makeReport({ questions, verdicts });

  it('follows the weights and keeps them in the report', () => {
    const weights = { ...report.settings.profile.weights, dynamic_degree: 3 };
    const changed = rescore(report, { settings: { profile: { name: 'own', weights } } });
    expect(report.overall.score).toBeCloseTo(0.75);
    expect(changed.overall.score).toBeCloseTo((0.5 + 3) / 4);
    expect(changed.settings.profile.name).toBe('own');
  });

  it('leaves a muted question out, counts it again, and changes nothing else', () => {
    const muted = rescore(report, { mute: { questionId: 'b', muted: true } });
    expect(muted.dimensions.visual_quality).toMatchObject({ score: 1, asked: 1 });
    const { summary: _, ...again } = rescore(muted, { mute: { questionId: 'b', muted: false } });
    expect(report).toMatchObject(again);
  });
});
