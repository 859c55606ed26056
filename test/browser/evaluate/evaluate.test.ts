import { describe, expect, test } from 'vitest';
import { LoupeError } from '../../../src/domain/error.ts';
import type { Picture } from '../../../src/domain/frame.ts';
import { EQUAL_PROFILE } from '../../../src/domain/profile.ts';
import { DEFAULT_REASONING, type ModelRun, type Rung } from '../../../src/domain/reasoning.ts';
import { parseReport } from '../../../src/domain/report.ts';
import type { Verdict } from '../../../src/domain/verdict.ts';
import { evaluate, evaluateWith } from '../../../src/evaluate/evaluate.ts';
import type { EvaluationEvent, EvaluationSettings } from '../../../src/evaluate/evaluation.ts';
import type { Evidence, Judge } from '../../../src/judges/judge.ts';
import { measuredJudge } from '../../../src/judges/measured/measured-judge.ts';
import { renderClip } from '../../fixtures/render-clip.ts';
import { readBarcode } from '../../fixtures/scene.ts';
import { makeCard, validated } from '../../unit/make-judge.ts';
import { makeAnswer } from '../../unit/make-question.ts';

const settings: EvaluationSettings = {
  judge: 'auto',
  gateByParents: false,
  profile: EQUAL_PROFILE,
  reasoning: DEFAULT_REASONING,
};
const prompt = 'A red ball circles in front of a blue sky';
const rung: Rung = { device: 'wasm', dtype: 'q8' };
const model: ModelRun = {
  family: 'tiny',
  licence: 'MIT',
  rung,
  adapter: null,
  threads: 1,
  files: [],
  frameSize: { width: 96, height: 48 },
  checkDeviation: null,
  abandoned: [],
  settings: DEFAULT_REASONING,
};

const clip = () =>
  renderClip({
    container: 'mp4',
    codec: 'avc',
    width: 160,
    height: 96,
    frames: 24,
    frameRate: 12,
    keyFrameInterval: 1,
  });

/** A judge that looks at two frames before each answer. */
function looker(beforeAnswer: (evidence: Evidence, number: number) => Promise<void> = async () => undefined): Judge {
  const card = makeCard('looker', { reasons: true, backend: 'webgpu', kinds: { entity_present: validated(0.9) } });
  return {
    card,
    open: async (evidence, { onEvent }) => ({
      async *answer(questions, _, signal): AsyncGenerator<Verdict> {
        const requests = [5, 17].map((index) => ({ index, width: 96, height: 48, crop: null }));
        for (const [number, { id }] of questions.entries()) {
          onEvent({ type: 'answering', rung, done: number, total: questions.length });
          const pictures = await evidence.pictures(requests, signal);
          await beforeAnswer(evidence, number);
          yield makeAnswer(id, 1, {
            judge: card.id,
            reason: `Frames ${pictures.map(frameNumber).join(' and ')}.`,
            rationale: {
              view: 'overview',
              frames: pictures.map(({ index }) => index),
              before: { pYes: 1, mass: 1 },
              after: null,
              votes: null,
              ended: 'skipped',
            },
          });
        }
      },
      modelRun: () => model,
      close: () => undefined,
    }),
  };
}

const frameNumber = ({ width, height, rgba }: Picture) =>
  readBarcode({ width, height, luma: Array.from({ length: width * height }, (_, i) => rgba[4 * i] ?? 0) });

describe('a run with a judge that looks at pictures', () => {
  test('has its answers, its model and stills of the frames it was shown in the report', async () => {
    const events: EvaluationEvent[] = [];
    const { report, stills } = await evaluateWith(async () => [measuredJudge, looker()])(
      { file: await clip(), prompt, settings },
      { signal: new AbortController().signal, onEvent: (event) => events.push(event) },
    );
    expect(parseReport(JSON.parse(JSON.stringify(report)))).toEqual(report);
    expect(report.settings.reasoning).toEqual(DEFAULT_REASONING);
    expect(report.judges).toEqual([
      expect.objectContaining({ id: 'measured', backend: 'cpu' }),
      expect.objectContaining({ id: 'looker', backend: 'wasm', model }),
    ]);
    expect(report.judges[0]).not.toHaveProperty('model');
    const looked = report.verdicts.filter(({ judge }) => judge === 'looker');
    expect(looked.length).toBe(report.questions.length);
    for (const { reason } of looked) expect(reason).toBe('Frames 5 and 17.');
    expect(stills.map(({ index }) => index)).toEqual(expect.arrayContaining([5, 17]));
    expect(events.filter(({ type }) => type === 'judge').length).toBe(report.questions.length);
    expect(report.notices).toEqual([]);
  });

  test('that is stopped between answers ends within a second and keeps them', async () => {
    const controller = new AbortController();
    let stoppedAt = 0;
    const stopping = looker(async (_, number) => {
      if (number !== 2) return;
      stoppedAt = performance.now();
      controller.abort();
      await new Promise(() => undefined);
    });
    const { report, stills } = await evaluateWith(async () => [measuredJudge, stopping])(
      { file: await clip(), prompt, settings },
      { signal: controller.signal, onEvent: () => undefined },
    );
    expect(performance.now() - stoppedAt).toBeLessThan(1000);
    expect(report.verdicts.filter(({ judge, status }) => judge === 'looker' && status === 'answered').length).toBe(2);
    expect(report.notices).toEqual([
      {
        code: 'stopped_early',
        message: expect.stringMatching(/^You stopped the run: \d+ of \d+ answers were given\.$/),
      },
    ]);
    expect(report.verdicts.some(({ judge, status }) => judge === 'measured' && status === 'answered')).toBe(true);
    // The decoder has outlived the abort.
    expect(stills.length).toBeGreaterThan(0);
  });

  test('that is stopped while it waits for pictures keeps the stills of the measured answers', async () => {
    const controller = new AbortController();
    const waiting = looker(async ({ pictures }) => {
      const many = Array.from({ length: 24 }, (_, index) => ({ index, width: 512, height: 512, crop: null }));
      const drawn = pictures(many, controller.signal);
      controller.abort();
      await drawn;
    });
    const { report, stills } = await evaluateWith(async () => [measuredJudge, waiting])(
      { file: await clip(), prompt, settings },
      { signal: controller.signal, onEvent: () => undefined },
    );
    expect(report.notices.map(({ code }) => code)).toEqual(['stopped_early']);
    expect(stills.length).toBeGreaterThan(0);
  });

  test('that fails says so in the report and loses nothing', async () => {
    const failing = looker(async (_, number) => {
      if (number === 1) throw new LoupeError('device_lost', 'The GPU is gone.', 'Try again.');
    });
    const { report } = await evaluateWith(async () => [measuredJudge, failing])(
      { file: await clip(), prompt, settings },
      { signal: new AbortController().signal, onEvent: () => undefined },
    );
    expect(report.notices).toEqual([
      { code: 'device_lost', message: 'looker did not answer every question. The GPU is gone.' },
    ]);
    expect(report.verdicts.filter(({ judge, status }) => judge === 'looker' && status === 'answered').length).toBe(1);
    expect(report.verdicts.filter(({ reason }) => reason === 'The GPU is gone.').length).toBeGreaterThan(0);
    expect(report.overall.score).not.toBeNull();
  });

  test('that is stopped among the frames leaves the judge that reasons unasked', async () => {
    const controller = new AbortController();
    let asked = false;
    const unasked: Judge = {
      ...looker(),
      open: () => {
        asked = true;
        return new Promise(() => undefined);
      },
    };
    const { report } = await evaluateWith(async () => [measuredJudge, unasked])(
      { file: await clip(), prompt, settings },
      {
        signal: controller.signal,
        onEvent: (event) => {
          if (event.type === 'progress' && event.progress.stage === 'frames') controller.abort();
        },
      },
    );
    expect(asked).toBe(false);
    expect(report.notices.at(-1)?.message).toMatch(/^You stopped the run: \d+ of 24 planned frames were looked at\.$/);
    expect(report.notices.filter(({ code }) => code === 'stopped_early').length).toBe(1);
    expect(report.verdicts.some(({ judge, status }) => judge === 'measured' && status === 'answered')).toBe(true);
    const reasons = report.verdicts.flatMap(({ judge, reason }) => (judge === 'looker' ? [reason] : []));
    expect([...new Set(reasons)]).toEqual(['You stopped the run before this was answered.']);
  });
});

test('a judge that there is not ends the run before any frame is decoded', async () => {
  const events: EvaluationEvent[] = [];
  const run = evaluate(
    { file: await clip(), prompt, settings: { ...settings, judge: 'oracle' } },
    { signal: new AbortController().signal, onEvent: (event) => events.push(event) },
  );
  await expect(run).rejects.toMatchObject({ code: 'model_missing' });
  expect(events.filter((event) => event.type === 'progress' && event.progress.stage === 'frames')).toEqual([]);
});
