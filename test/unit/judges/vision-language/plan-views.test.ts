import { describe, expect, it } from 'vitest';
import type { Box } from '../../../../src/domain/box.ts';
import type { PictureRequest } from '../../../../src/domain/frame.ts';
import type { Moment } from '../../../../src/domain/moment.ts';
import type { QuestionKind } from '../../../../src/domain/question.ts';
import {
  describeView,
  type PlannedView,
  planViews,
  type ViewPlanInput,
} from '../../../../src/judges/vision-language/plan-views.ts';
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

const moment = (startSeconds: number, endSeconds: number): Moment => ({
  startSeconds,
  endSeconds,
  frames: [Math.round(startSeconds * 25)],
  label: '',
  outsideClip: false,
});
const bad = (id: string, moments: Moment[], pYes = 0.9) => makeAnswer(id, pYes, { moments });
const clip = (id: string, kind: QuestionKind) => makeQuestion(id, { kind, polarity: 'negative' });
const byMoment = ({ name }: PlannedView) => name === 'moment';
const spanOf = (requests: PictureRequest[]) => [requests[0]?.index, requests.at(-1)?.index];

function input(changes: Partial<ViewPlanInput> = {}): ViewPlanInput {
  return {
    questions,
    askedBefore: questions,
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

  it('shows such a moment from the frame before to the frame after, the worst one among them, however long it is', () => {
    const long = { ...moment(1, 3), frames: [61] };
    const indices = viewsByName({ said: [bad('flicker', [long])] })
      .get('moment')
      ?.requests.map(({ index }) => index);
    expect(indices).toHaveLength(8);
    expect([indices?.[0], indices?.at(-1)]).toEqual([24, 76]);
    expect(indices).toContain(61);
    const steps = indices?.slice(2, -1).map((index, i) => index - (indices[i + 1] ?? 0));
    expect(new Set(steps).size).toBe(1);
  });

  it('looks closely at several moments, each for the questions whose answers point at it', () => {
    const said = [
      bad('flicker', [moment(2, 2.2)], 0.9),
      bad('warp', [moment(0.5, 0.7)], 0.95),
      bad('cut', [moment(2, 2.1)], 0.8),
    ];
    const asked = [...questions, clip('warp', 'deformation'), clip('cut', 'cut'), clip('same', 'identity_stable')];
    const views = planViews(input({ questions: asked, askedBefore: asked, said })).filter(byMoment);
    // The cut is where the flicker is; what nothing was found about goes to the worst moment.
    expect(views.map((view) => view.questions.map(({ id }) => id))).toEqual([
      ['warp', 'same'],
      ['flicker', 'cut'],
    ]);
    expect(views.map(({ requests }) => spanOf(requests))).toEqual([
      [11, 18],
      [49, 56],
    ]);
  });

  it('shows further moments of one defect beside the worst one', () => {
    const said = [bad('flicker', [moment(2, 2), moment(3, 3), moment(1, 1)])];
    const few = viewsByName({ said }).get('moment');
    expect(few?.requests.map(({ index }) => index)).toEqual([48, 49, 50, 51, 52, 74, 75, 76]);
    expect(few?.moments).toBe(2);
    const more = viewsByName({ said, device: 'webgpu' }).get('moment');
    expect(more?.requests.map(({ index }) => index)).toEqual([24, 25, 26, 47, 48, 49, 50, 51, 52, 74, 75, 76]);
    expect(more?.moments).toBe(3);
  });

  it('looks at no more than three moments', () => {
    const asked = (['flicker', 'cut', 'freeze', 'deformation', 'smoothness'] as const).map((kind) => clip(kind, kind));
    const said = asked.map(({ id }, i) => bad(id, [moment(i * 0.9, i * 0.9)], 0.9 - i / 20));
    const views = planViews(input({ questions: asked, askedBefore: asked, said }));
    expect(views.map((view) => view.questions.length)).toEqual([3, 1, 1]);
  });

  it('takes the guidance of answers to questions that this judge is not asked', () => {
    const asked = [clip('same', 'identity_stable')];
    const views = planViews(input({ questions: asked, said: [flickers] }));
    expect(views.map(({ name }) => name)).toEqual(['moment']);
  });

  it('shows the place of a defect in close-up, and questions about other things in whole frames', () => {
    const box = { x: 0.9, y: 0.4, width: 0.1, height: 0.1 };
    const asked = [clip('warp', 'deformation'), { ...clip('dog', 'identity_stable'), entity: 'dog' }];
    const said = [bad('warp', [{ ...moment(2, 2.2), box }])];
    const views = planViews(input({ questions: asked, askedBefore: asked, said })).filter(byMoment);
    const [whole, close] = views;
    expect(views.map((view) => view.questions.map(({ id }) => id))).toEqual([['dog'], ['warp']]);
    expect(whole?.requests.every(({ crop }) => crop === null)).toBe(true);
    expect(close?.requests.map(({ crop }) => crop !== null)).toEqual([false, ...Array(7).fill(true)]);
    // At the clip's own size, about the middle of the box, as far as the frame reaches.
    expect(close?.requests.at(-1)?.crop).toEqual({ x: 1920 - 512, y: 230, width: 512, height: 512 });
    const text = describeView(
      close ?? { name: 'moment', requests: [], questions: [], moments: 0 },
      [49, 52].map((index) => ({ index, timeSeconds: index / 25 })),
    );
    expect(text).toMatchObject({ closeUps: [false, true], timesSeconds: [1.96, 2.08] });
  });

  it('keeps whole frames where a close-up would show nothing new', () => {
    const large = { x: 0.1, y: 0.1, width: 0.7, height: 0.8 };
    const small = { x: 0.4, y: 0.4, width: 0.1, height: 0.1 };
    const { evidence } = input();
    const asked = [clip('warp', 'deformation')];
    const plan = (box: Box, clip: { width: number; height: number }) =>
      planViews(
        input({
          questions: asked,
          askedBefore: asked,
          said: [bad('warp', [{ ...moment(2, 2.2), box }])],
          evidence: { ...evidence, clip: { ...evidence.clip, ...clip } },
        }),
      ).flatMap(({ requests }) => requests.filter(({ crop }) => crop !== null));
    expect(plan(large, { width: 1920, height: 1080 })).toEqual([]);
    expect(plan(small, { width: 512, height: 288 })).toEqual([]);
    expect(plan(small, { width: 1920, height: 1080 })).toHaveLength(7);
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
    const times = new Set(details?.requests.map(({ index }) => index));
    expect(times).toEqual(new Set([25, 75]));
    const small = { ...input().evidence, clip: { ...input().evidence.clip, width: 512, height: 288 } };
    expect(viewsByName({ evidence: small }).has('details')).toBe(false);
  });

  it('shows details of the frame where the picture was found bad, and of the places of defects', () => {
    const box = { x: 0, y: 0, width: 0.1, height: 0.1 };
    const asked = [...questions, clip('warp', 'deformation')];
    const said = [makeAnswer('sharp', 0.1, { moments: [moment(3.2, 3.6)] }), bad('warp', [{ ...moment(1, 1.2), box }])];
    const details = viewsByName({ questions: asked, askedBefore: asked, said }).get('details');
    expect(details?.requests.map(({ index }) => index)).toEqual([25, 25, 25, 25, 80, 80, 80]);
    expect(details?.requests.some(({ crop }) => crop?.x === 0 && crop.y === 0)).toBe(true);
  });

  it('keeps to what the card and the context allow', () => {
    const count = (changes: Partial<ViewPlanInput>) => viewsByName(changes).get('overview')?.requests.length;
    expect(count({ framesPerView: 5 })).toBe(5);
    expect(count({ framesPerView: 64 })).toBe(20);
    expect(count({ device: 'webgpu' })).toBe(12);
  });
});
