import { describe, expect, it } from 'vitest';
import { planViews, type ViewPlanInput } from '../../../../src/judges/vision-language/plan-views.ts';
import { makeAnswer, makeQuestion } from '../../make-question.ts';
import { makeReport } from '../../make-report.ts';

const FRAMES = 100;
const questions = [
  makeQuestion('dog', { kind: 'entity_present' }),
  makeQuestion('flicker', { kind: 'flicker', polarity: 'negative' }),
  makeQuestion('sharp', { kind: 'clarity' }),
];
const flickers = makeAnswer('flicker', 0.9, {
  moments: [{ startSeconds: 2, endSeconds: 2.2, frames: [50], label: 'it flickers', outsideClip: false }],
});

function input(changes: Partial<ViewPlanInput> = {}): ViewPlanInput {
  return {
    questions,
    said: [],
    evidence: {
      clip: { ...makeReport().clip, width: 1920, height: 1080, durationSeconds: 4 },
      frames: {
        indices: Array.from({ length: FRAMES }, (_, i) => i),
        timesSeconds: Array.from({ length: FRAMES }, (_, i) => i / 25),
        runs: [[0, FRAMES - 1]],
      },
    },
    layout: { width: 512, height: 512, tokensPerFrame: 80, maxFrames: 20 },
    device: 'wasm',
    settings: { depth: 'reasoned' },
    framesPerView: null,
    ...changes,
  };
}

const viewsByName = (changes: Partial<ViewPlanInput>) =>
  new Map(planViews(input(changes)).map((view) => [view.name, view]));

describe('planViews', () => {
  it('shows a quick run the overview alone, from the first frame to the last', () => {
    const views = planViews(input({ settings: { depth: 'quick' }, said: [flickers] }));
    expect(views.map(({ name }) => name)).toEqual(['overview']);
    const indices = views[0]?.requests.map(({ index }) => index) ?? [];
    expect(indices).toHaveLength(8);
    expect([indices[0], indices.at(-1)]).toEqual([0, FRAMES - 1]);
    expect(views[0]?.questions).toHaveLength(questions.length);
  });

  it('asks each question of exactly one view', () => {
    const views = planViews(input({ said: [flickers] }));
    expect(views.flatMap((view) => view.questions.map(({ id }) => id)).sort()).toEqual(['dog', 'flicker', 'sharp']);
  });

  it('looks closely at the moment of a defect that was found', () => {
    const moment = viewsByName({ said: [flickers] }).get('moment');
    expect(moment?.questions.map(({ id }) => id)).toEqual(['flicker']);
    const times = moment?.requests.map(({ index }) => index / 25) ?? [];
    expect(times.length).toBeGreaterThan(4);
    expect(Math.min(...times)).toBeGreaterThanOrEqual(1.75);
    expect(Math.max(...times)).toBeLessThanOrEqual(2.45);
  });

  it('has no such view where the finding is good, points nowhere, or lies outside the clip', () => {
    const good = { ...flickers, pYes: 0.1 };
    const outside = { ...flickers, moments: flickers.moments.map((moment) => ({ ...moment, outsideClip: true })) };
    for (const said of [[], [good], [{ ...flickers, moments: [] }], [outside]])
      expect(viewsByName({ said }).has('moment')).toBe(false);
  });

  it('shows details in full resolution where the frame is larger than what the model sees', () => {
    const details = viewsByName({}).get('details');
    expect(details?.questions.map(({ id }) => id)).toEqual(['sharp']);
    for (const { crop, width, height } of details?.requests ?? []) {
      expect(crop).toMatchObject({ width, height });
      expect((crop?.x ?? -1) >= 0 && (crop?.x ?? 0) + width <= 1920).toBe(true);
      expect((crop?.y ?? -1) >= 0 && (crop?.y ?? 0) + height <= 1080).toBe(true);
    }
    const small = { ...input().evidence, clip: { ...input().evidence.clip, width: 512, height: 288 } };
    expect(viewsByName({ evidence: small }).has('details')).toBe(false);
  });

  it('keeps to what the card and the context allow', () => {
    const count = (changes: Partial<ViewPlanInput>) => viewsByName(changes).get('overview')?.requests.length;
    expect(count({ framesPerView: 5 })).toBe(5);
    expect(count({ framesPerView: 64 })).toBe(20);
    expect(count({ device: 'webgpu' })).toBe(12);
  });
});
