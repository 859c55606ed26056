import { describe, expect, test } from 'vitest';
import type { QuestionKind } from '../../../src/domain/question.ts';
import { answerScore } from '../../../src/domain/scoring.ts';
import type { AnsweredVerdict } from '../../../src/domain/verdict.ts';
import { CALIBRATION } from '../../../src/judges/measured/calibration.ts';
import { plain, withUnit, wordReason } from '../../../src/judges/measured/words.ts';
import { CLIP_QUESTIONS } from '../../../src/questions/clip-questions.ts';
import { ask, type Changes, clipOf, type Description } from './measured-evidence.ts';

/** The signals of the models as the app describes them. */
const DESCRIBED: Readonly<Record<string, Description>> = {
  fine_detail: { usual: [7, 52], worse: 'low' },
  grain: { unit: '', usual: [0.15, 1.1] },
  sharpness: { unit: '', usual: [0.5, 0.86], worse: 'low' },
  noise: { usual: [0, 2] },
  blocking: { usual: [0, 0.25] },
  level_gaps: { unit: '', usual: [0.1, 0.5] },
  edge_detail: { usual: [6, 40], worse: 'low' },
  flat_detail: { usual: [1.5, 20], worse: 'neither' },
  order_change: { unit: '', usual: [0, 0.1] },
  brightness: { usual: [32, 187], worse: 'both' },
  clipping: { unit: '%', usual: [0, 25] },
  contrast: { usual: [77, 225], worse: 'low' },
  colourfulness: { usual: [5.5, 57], worse: 'low' },
  colour_cast: { usual: [0, 8] },
  global_flicker: { usual: [0, 1.5] },
  local_flicker: { usual: [0, 6] },
  frame_change: { usual: [3, 127], worse: 'low' },
  layout_change: { unit: '', usual: [0, 0.05] },
  unmatched: { unit: '%', usual: [0, 10] },
  jitter: { unit: '', usual: [0.18, 0.77] },
  coarse_jitter: { unit: '', usual: [0.2, 0.77] },
  change_concentration: { unit: '×', usual: [2, 10], worse: 'neither' },
  local_deformation: { unit: '%', usual: [0, 150] },
  local_jerk: { unit: '% of long edge', usual: [0, 4] },
  motion_change: { unit: '% of long edge', usual: [0, 1] },
  subject_motion: { unit: '% of long edge/s', usual: [0.5, 60], worse: 'neither' },
  motion_amount: { unit: '% of long edge/s', usual: [0.5, 40], worse: 'neither' },
  motion_residual: { usual: [0, 8] },
  texture_movement: { unit: '‰', usual: [11, 320], worse: 'neither' },
  texture_jumps: { unit: '‰', usual: [0.8, 14] },
  texture_bends: { unit: '', usual: [0.3, 0.7] },
};

async function answers(changes: Changes): Promise<Map<QuestionKind, AnsweredVerdict>> {
  const found = new Map<QuestionKind, AnsweredVerdict>();
  for (const verdict of await ask(CLIP_QUESTIONS, changes, clipOf(), DESCRIBED)) {
    const kind = CLIP_QUESTIONS.find(({ id }) => id === verdict.questionId)?.kind;
    if (verdict.status === 'answered' && kind !== undefined) found.set(kind, verdict);
  }
  return found;
}

async function reason(kind: QuestionKind, changes: Changes): Promise<string> {
  return (await answers(changes)).get(kind)?.reason ?? '';
}

describe('the measurement a reason quotes', () => {
  test.each<[QuestionKind, Changes, RegExp]>([
    ['exposure', { contrast: 12, brightness: 60 }, /^Exposure is off\. contrast is 12 levels, below the usual 77–225 /],
    ['exposure', { clipping: 95, contrast: 90 }, /^Exposure is off\. clipping is 95 %, above the usual 0–25 %\./],
    ['colour', { colour_cast: 45 }, /colour_cast is 45 levels, above the usual 0–8 levels\./],
    ['colour', { contrast: 35 }, /contrast is 35 levels, below the usual 77–225 levels\./],
    ['clarity', { fine_detail: 5 }, /fine_detail is 5 levels, below the usual 7–52 levels\./],
    ['compression', { level_gaps: 0.9 }, /level_gaps is 0\.9, above the usual 0\.1–0\.5\./],
    ['compression', { blocking: 1.5 }, /blocking is 1\.5 levels, above the usual 0–0\.25 levels\./],
    [
      'flicker',
      { texture_jumps: 60, change_concentration: 20, global_flicker: 1 },
      /texture_jumps is 60 ‰, above the usual 0\.8–14 ‰\./,
    ],
    [
      'deformation',
      { texture_bends: 0.9, change_concentration: 6 },
      /texture_bends is 0\.9, above the usual 0\.3–0\.7\./,
    ],
  ])('is beyond its range where the answer is bad: %s %o', async (kind, changes, expected) => {
    expect(await reason(kind, changes)).toMatch(expected);
  });

  test('is said to be beyond its range, but not to count, where the answer is good', async () => {
    expect(await reason('colour', { colour_cast: 12 })).toMatch(
      /^Contrast and colours are lively\. colour_cast is 12 levels, above the usual 0–8 levels, but not enough to count\.$/,
    );
    expect(await reason('noise', { noise: 3 })).toMatch(/noise is 3 levels, above .*, but not enough to count\.$/);
    expect(await reason('cut', { unmatched: 12 })).toMatch(/unmatched is 12 %, above .*, but not enough to count\.$/);
    expect(await reason('flicker', { local_flicker: 8 })).toMatch(/local_flicker is 8 levels, above .*, but not/);
  });

  test('is said to count together with others where none is beyond it', async () => {
    expect(await reason('clarity', { fine_detail: 10, grain: 0.9 })).toMatch(
      /fine_detail (is )?10.*: none of these is worse than usual, but together they count\./,
    );
  });

  test('never contradicts its own range', async () => {
    const levels = [0.02, 0.1, 0.4, 0.7, 1, 1.5, 3, 8, 20, 45, 90, 200];
    let quoted = 0;
    for (const id of Object.keys(DESCRIBED)) {
      for (const level of levels) {
        for (const [kind, verdict] of await answers({ [id]: level })) {
          const said =
            / is ([\d.]+)[^,]*, (above|below|within|at the edge of) the usual (\d+(?:\.\d+)?)–(\d+(?:\.\d+)?)/.exec(
              verdict.reason,
            );
          if (said === null) continue;
          quoted++;
          const [value, low, high] = [Number(said[1]), Number(said[3]), Number(said[4])];
          if (said[2] === 'above') expect(value, verdict.reason).toBeGreaterThan(high);
          if (said[2] === 'below') expect(value, verdict.reason).toBeLessThan(low);
          if (said[2] === 'within') expect(value > low && value < high, verdict.reason).toBe(true);
          const polarity = CLIP_QUESTIONS.find((question) => question.kind === kind)?.polarity ?? 'positive';
          const bad = answerScore(polarity, verdict.pYes) < 0.5;
          if (bad && said[2] === 'within') expect(verdict.reason).toMatch(/enough to count|together they count/);
          if (bad) expect(verdict.reason).not.toContain('not enough to count');
        }
      }
    }
    expect(quoted).toBeGreaterThan(1000);
  });
});

test.each(['flicker', 'smoothness', 'deformation', 'motion_present', 'motion_range'] as const)(
  'the measurements beside an answer are those that it was made from: %s',
  async (kind) => {
    const shown = (await answers({})).get(kind)?.measurements.map(({ signal }) => signal) ?? [];
    const read = CALIBRATION.kinds[kind]?.terms.map(({ signal }) => signal) ?? [];
    expect(read.length).toBeGreaterThan(0);
    expect(shown).toEqual(expect.arrayContaining(read));
  },
);

describe('motion', () => {
  test('is worded by how likely it is, little, some or a lot', async () => {
    const at = async (movement: number, layout: number) =>
      (
        await answers({
          texture_movement: (frame) => (frame % 2) * movement,
          layout_change: () => layout,
        })
      ).get('motion_range');
    const found = [await at(2, 0.001), await at(40, 0.02), await at(600, 0.3)];
    expect(found.map((verdict) => verdict?.reason.split('.')[0])).toEqual([
      'There is little motion',
      'There is some motion, not a lot',
      'There is a lot of motion',
    ]);
    const chances = found.map((verdict) => verdict?.pYes ?? 0);
    expect(chances).toEqual([...chances].sort((a, b) => a - b));
  });

  test('is explained by what the model read, the strongest first', async () => {
    const much = await reason('motion_range', {
      texture_movement: (frame) => (frame % 2) * 700,
      layout_change: () => 0.5,
    });
    expect(much).toMatch(/layout_change reaches 0\.5 in one frame of ten; .*texture_movement varies by 700 ‰/);
    const little = await reason('motion_range', { layout_change: () => 0 });
    expect(little).toMatch(/layout_change reaches 0 in one frame of ten/);
    expect(await reason('motion_present', {})).not.toContain('motion_amount');
  });
});

describe('an answer near ½', () => {
  test('is worded as uncertain in every kind that comes near it, and only there', async () => {
    const unsure = new Set<QuestionKind>();
    const sure = new Set<QuestionKind>();
    const sweeps: Changes[] = Array.from({ length: 60 }, (_, step) => step / 20).flatMap((x) => [
      {
        jitter: x,
        coarse_jitter: x,
        fine_detail: 10 * x,
        noise: 3 * x,
        blocking: x / 2,
        contrast: 40 * x,
        global_flicker: x,
        unmatched: 12 * x,
      },
      { subject_motion: 10 * x, change_concentration: 4 * x, layout_change: x / 50, order_change: x / 10 },
      { layout_change: x / 10, texture_movement: (frame) => 200 * x * (frame % 2) },
      { motion_persistence: x / 3, frame_change: (frame) => 2 + (frame % 2) * x },
      { clipping: 30 * x, colour_cast: 12 * x, frame_change: (frame) => 60 * x * (frame % 2) },
    ]);
    for (const changes of sweeps)
      for (const [kind, { pYes, reason: said }] of await answers(changes)) {
        const near = Math.abs(pYes - 0.5) < 0.1;
        (near ? unsure : sure).add(kind);
        expect(said.startsWith('Hard to tell: perhaps '), `${kind} ${pYes} ${said}`).toBe(near);
      }
    for (const kind of ['clarity', 'noise', 'compression', 'exposure', 'colour', 'flicker', 'smoothness'] as const) {
      expect(unsure, kind).toContain(kind);
      expect(sure, kind).toContain(kind);
    }
    for (const kind of ['deformation', 'cut', 'motion_present', 'motion_range'] as const)
      expect(unsure, kind).toContain(kind);
  });

  test('is so within 0.1', () => {
    expect(wordReason(0.55, 'The picture is sharp.', 'So it is.')).toBe(
      'Hard to tell: perhaps the picture is sharp. So it is.',
    );
    expect(wordReason(0.61, 'The picture is sharp.', '')).toBe('The picture is sharp.');
    expect(wordReason(0.39, 'The picture is sharp.', '')).toBe('The picture is sharp.');
  });
});

test('numbers have as many digits as needed, and a space before their unit', async () => {
  expect([1234.5, 12.34, 1.26, 0.345, 0.0123, 0.00012, 0.00001, -2.55].map(plain)).toEqual([
    '1235',
    '12',
    '1.3',
    '0.34',
    '0.01',
    '0.0001',
    '0',
    '-2.5',
  ]);
  expect(withUnit(110, '%')).toBe('110 %');
  expect(withUnit(0.5, '')).toBe('0.5');
  for (const changes of [{}, { clipping: 60 }, { unmatched: 40 }, { frame_change: 0.1 }])
    for (const { reason: said } of (await answers(changes)).values()) expect(said).not.toMatch(/\d%/);
});
