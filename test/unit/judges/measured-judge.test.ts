import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CAMERA_MOVES, type CameraMove, type Question, type QuestionKind } from '../../../src/domain/question.ts';
import { answerScore } from '../../../src/domain/scoring.ts';
import { type AnsweredVerdict, verdictSchema } from '../../../src/domain/verdict.ts';
import { CALIBRATION } from '../../../src/judges/measured/calibration.ts';
import { measuredJudge } from '../../../src/judges/measured/measured-judge.ts';
import { CLIP_QUESTIONS } from '../../../src/questions/clip-questions.ts';
import { makeEvidence, OPEN_OPTIONS } from '../make-judge.ts';
import { ask, type Changes, clipOf, FRAMES, FRAMES_PER_SECOND } from './measured-evidence.ts';

function clipQuestion(kind: QuestionKind): Question {
  const found = CLIP_QUESTIONS.find((question) => question.kind === kind);
  if (found === undefined) throw new Error(`no clip question of kind ${kind}`);
  return found;
}

async function answer(question: Question, changes: Changes = {}, clip = clipOf()): Promise<AnsweredVerdict> {
  const [verdict] = await ask([question], changes, clip);
  if (verdict?.status !== 'answered') throw new Error(`not answered: ${verdict?.reason}`);
  return verdict;
}

const good = async (kind: QuestionKind, changes: Changes = {}): Promise<number> => {
  const question = clipQuestion(kind);
  return answerScore(question.polarity, (await answer(question, changes)).pYes);
};

/** Frames 50..62 of 25 a second: half a second from 2.0 s. */
const inWindow = (frame: number): boolean => frame >= 50 && frame < 63;
const windowed = (inside: number, outside: number) => (frame: number) =>
  (inWindow(frame) ? inside : outside) * (1 + 0.02 * Math.sin(frame));

describe('a clean clip', () => {
  test('gets good answers without moments, all valid verdicts', async () => {
    for (const verdict of await ask(CLIP_QUESTIONS)) {
      verdictSchema.parse(verdict);
      if (verdict.status === 'unassessed') {
        expect(['clip.physics', 'clip.permanence']).toContain(verdict.questionId);
        continue;
      }
      const question = CLIP_QUESTIONS.find((candidate) => candidate.id === verdict.questionId);
      if (question === undefined || question.dimension === 'dynamic_degree') continue;
      expect(answerScore(question.polarity, verdict.pYes), verdict.questionId).toBeGreaterThan(0.5);
      expect(verdict.moments, verdict.questionId).toEqual([]);
      expect(verdict.reason).not.toMatch(/null|NaN|undefined/);
    }
  });
});

describe('defects turn their own answer', () => {
  test.each<[QuestionKind, Changes]>([
    ['clarity', { fine_detail: 5 }],
    ['clarity', { fine_detail: 12, grain: 3 }],
    ['noise', { noise: 9 }],
    ['compression', { blocking: 1.5 }],
    ['compression', { level_gaps: 0.9 }],
    ['exposure', { brightness: 15, contrast: 20 }],
    ['exposure', { brightness: 235, clipping: 60, contrast: 60 }],
    ['colour', { colour_cast: 45 }],
    ['colour', { colourfulness: 3, contrast: 35 }],
    ['smoothness', { coarse_jitter: 0.85, motion_reversal: 0.9, change_concentration: 12, local_flicker: 20 }],
    ['smoothness', { change_concentration: 20, coarse_jitter: 0.5 }],
    ['flicker', { global_flicker: 9, unmatched: 20, jitter: 0.8 }],
    ['deformation', { change_concentration: 9, subject_motion: 30 }],
    ['freeze', { frame_change: 0.01 }],
    ['cut', { unmatched: 60, order_change: 0.4 }],
    ['motion_present', { layout_change: 0, frame_change: 0.1 }],
  ])('%s %o', async (kind, changes) => {
    const clean = await good(kind);
    const damaged = await good(kind, changes);
    expect(damaged).toBeLessThan(clean);
    if (kind !== 'motion_present') expect(damaged).toBeLessThan(0.5);
  });
});

describe('defects in a window are named with the window', () => {
  const cases: [QuestionKind, Changes][] = [
    ['flicker', { global_flicker: windowed(12, 0.05) }],
    ['clarity', { sharpness: windowed(0.4, 0.7) }],
    ['noise', { noise: windowed(5, 0.4) }],
    ['compression', { blocking: windowed(0.6, 0.05) }],
    ['compression', { level_gaps: windowed(0.9, 0.2) }],
    ['exposure', { clipping: windowed(30, 0.5) }],
    ['colour', { colour_cast: windowed(25, 2) }],
    ['flicker', { local_flicker: windowed(30, 0.4) }],
    ['freeze', { frame_change: windowed(0.05, 12) }],
    [
      'deformation',
      { local_deformation: windowed(90, 20), subject_motion: windowed(25, 5), local_jerk: windowed(3, 0.3) },
    ],
    ['cut', { order_change: (frame) => (frame === 50 ? 0.8 : 0.01), unmatched: (frame) => (frame === 50 ? 80 : 0) }],
  ];
  test.each(cases)('%s', async (kind, changes) => {
    const question = clipQuestion(kind);
    const verdict = await answer(question, changes);
    expect(answerScore(question.polarity, verdict.pYes)).toBeLessThan(0.5);
    const [moment] = verdict.moments;
    expect(moment?.startSeconds).toBeCloseTo(2, 1);
    expect(moment?.endSeconds).toBeLessThan(2.7);
    expect(moment?.frames.length).toBeGreaterThan(0);
    for (const frame of moment?.frames ?? []) expect(inWindow(frame)).toBe(true);
    expect(verdict.reason).toMatch(/0:02\.\d/);
  });

  test('a burst in one place is outlined, and what is beside it is not', async () => {
    const verdict = await answer(clipQuestion('deformation'), { local_burst: (frame) => (frame === 50 ? 40 : 1.1) });
    expect(verdict.pYes).toBeGreaterThan(0.5);
    expect(verdict.moments[0]?.startSeconds).toBeCloseTo(2, 1);
    expect(verdict.moments[0]?.frames).toEqual([50]);
  });

  test('a slow drift, and what goes on to the end, stand out for no while', async () => {
    expect(await good('clarity', { sharpness: (frame) => 0.75 - 0.001 * frame })).toBeGreaterThan(0.5);
    expect(await good('exposure', { clipping: (frame) => 0.5 + 0.04 * frame })).toBeGreaterThan(0.5);
  });

  test('a cut alone is no flicker and no deformation', async () => {
    const at = (high: number, low: number) => (frame: number) => (frame === 50 ? high : low);
    const changes: Changes = {
      order_change: at(0.8, 0.01),
      unmatched: at(80, 0),
      global_flicker: (frame) => (frame === 49 || frame === 50 ? 30 : 0.05),
      local_deformation: at(900, 20),
    };
    expect(await good('cut', changes)).toBeLessThan(0.5);
    expect(await good('flicker', changes)).toBeGreaterThan(0.5);
    expect(await good('deformation', changes)).toBeGreaterThan(0.5);
  });
});

describe('pYes', () => {
  test('is monotone in every signal of the calibration, in the direction of its weight', async () => {
    const lone = Object.entries(CALIBRATION.kinds).flatMap(([kind, model]) =>
      model.terms
        .filter((term) => term.scale.type !== 'outside' && term.signal !== 'contrast')
        .map((term) => ({ kind: kind as QuestionKind, term })),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...lone),
        fc.double({ min: 0, max: 50, noNaN: true }),
        fc.double({ min: 0, max: 50, noNaN: true }),
        async ({ kind, term }, a, b) => {
          const [low, high] = a <= b ? [a, b] : [b, a];
          const question = clipQuestion(kind);
          const less = (await answer(question, { [term.signal]: () => low })).pYes;
          const more = (await answer(question, { [term.signal]: () => high })).pYes;
          expect(Math.sign(term.weight) * (more - less)).toBeGreaterThanOrEqual(-1e-9);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('whatever the values, verdicts are valid and moments lie within the clip on frames it has', async () => {
    const ids = [
      'global_flicker',
      'local_flicker',
      'frame_change',
      'order_change',
      'unmatched',
      'local_deformation',
      'coarse_jitter',
      'change_concentration',
      'motion_residual',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 9, maxLength: 40 }),
        async (noise) => {
          const changes: Changes = Object.fromEntries(
            ids.map((id, k) => [id, (frame: number) => noise[(frame * (k + 1)) % noise.length] ?? 0]),
          );
          for (const verdict of await ask(CLIP_QUESTIONS, changes)) {
            verdictSchema.parse(verdict);
            if (verdict.status !== 'answered') continue;
            for (const moment of verdict.moments) {
              expect(moment.startSeconds).toBeGreaterThanOrEqual(0);
              expect(moment.startSeconds).toBeLessThanOrEqual(moment.endSeconds);
              expect(moment.endSeconds).toBeLessThanOrEqual(FRAMES / FRAMES_PER_SECOND);
              for (const frame of moment.frames) expect(frame).toBeLessThan(FRAMES);
            }
          }
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('what it leaves alone', () => {
  const about = (kind: QuestionKind, entity: string | null, text: string): Question => ({
    ...clipQuestion('clarity'),
    id: 'q',
    kind,
    entity,
    text,
  });

  test('things to recognise, and questions about one thing', async () => {
    const verdicts = await ask([
      about('attribute', 'hat', 'Is the hat red?'),
      about('physics', null, 'Do things fall?'),
      about('clarity', 'man', 'Is the man sharp?'),
    ]);
    expect(verdicts.map((verdict) => verdict.status)).toEqual(['unassessed', 'unassessed', 'unassessed']);
    expect(verdicts[0]?.reason).toContain('recognises');
    expect(verdicts[2]?.reason).toContain('man');
    for (const verdict of verdicts)
      if (verdict.status === 'unassessed') expect(verdict.remedy).toContain('reasoning judge');
  });

  test('signals without a reading', async () => {
    const [verdict] = await ask([clipQuestion('flicker')], { global_flicker: null });
    expect(verdict?.status).toBe('unassessed');
    const [sharp] = await ask([clipQuestion('clarity')], { fine_detail: null });
    expect(sharp?.status).toBe('unassessed');
    expect(sharp?.reason).toContain('could not be measured');
  });

  test('grain of a GIF', async () => {
    const [verdict] = await ask([clipQuestion('noise')], { noise: 9 }, clipOf({ container: 'GIF' }));
    expect(verdict?.status).toBe('unassessed');
    expect(verdict?.reason).toContain('256 colours');
  });

  test('a run without any frame', async () => {
    const { signal } = new AbortController();
    const session = await measuredJudge.open(makeEvidence(), OPEN_OPTIONS, signal);
    for await (const verdict of session.answer(CLIP_QUESTIONS, [], signal)) expect(verdict.status).toBe('unassessed');
  });

  test('everything once it is cancelled', async () => {
    const controller = new AbortController();
    controller.abort();
    const session = await measuredJudge.open(makeEvidence(), OPEN_OPTIONS, controller.signal);
    await expect(
      session.answer(CLIP_QUESTIONS, [], controller.signal)[Symbol.asyncIterator]().next(),
    ).rejects.toMatchObject({
      code: 'cancelled',
    });
  });
});

describe('camera moves', () => {
  const move = (cameraMove: CameraMove): Question => ({
    ...clipQuestion('clarity'),
    id: cameraMove,
    kind: 'camera',
    cameraMove,
  });
  const likely = async (changes: Changes): Promise<string[]> => {
    const verdicts = await ask(CAMERA_MOVES.map(move), changes);
    return verdicts
      .filter((verdict) => verdict.status === 'answered' && verdict.pYes > 0.5)
      .map((verdict) => verdict.questionId);
  };

  test.each<[Changes, string[]]>([
    [{}, ['static']],
    [{ camera_pan: 12 }, ['moving', 'pan_right', 'pan']],
    [{ camera_pan: -12 }, ['moving', 'pan_left', 'pan']],
    [{ camera_tilt: 9 }, ['moving', 'tilt_up', 'tilt']],
    [{ camera_zoom: -8 }, ['moving', 'zoom_out']],
    [{ camera_pan: (frame) => (frame % 2 === 0 ? 9 : -9) }, ['handheld']],
  ])('%o', async (changes, moves) => {
    expect(await likely(changes)).toEqual(moves);
  });

  test('no answer without a camera fit, nor for an orbit', async () => {
    const [none] = await ask([move('pan')], { camera_pan: null });
    expect(none?.status).toBe('unassessed');
    const [orbit] = await ask([move('orbit')]);
    expect(orbit?.status).toBe('unassessed');
  });
});

test('the card lists the kinds it answers with validated accuracy where there are labels', () => {
  const { kinds, calibrationVersion } = measuredJudge.card;
  expect(kinds.flicker?.accuracy).toBeGreaterThan(0.5);
  expect(kinds.flicker?.calibrationError).toBeLessThan(0.3);
  expect(calibrationVersion).toBe(CALIBRATION.version);
  expect(kinds.cut).toBeNull();
  expect(kinds.attribute).toBeUndefined();
});
