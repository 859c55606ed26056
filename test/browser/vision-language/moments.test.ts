import { expect, it } from 'vitest';
import type { PictureRequest } from '../../../src/domain/frame.ts';
import type { Evidence } from '../../../src/judges/judge.ts';
import { makeAnswer, makeQuestion } from '../../unit/make-question.ts';
import { EVIDENCE, runJudge, tinyModel, WASM_Q8 } from './faults/judge-run.ts';

const indices = Array.from({ length: 20 }, (_, index) => index);

it('shows one moment after the other, each before the questions that were found bad there', async () => {
  const requested: PictureRequest[][] = [];
  const evidence: Evidence = {
    ...EVIDENCE,
    frames: { indices, timesSeconds: indices.map((index) => index / 4), runs: [[0, 19]] },
    pictures: async (requests, signal) => {
      requested.push([...requests]);
      return EVIDENCE.pictures(requests, signal);
    },
  };
  const questions = [
    makeQuestion('dog', { kind: 'entity_present' }),
    makeQuestion('flicker', { kind: 'flicker', polarity: 'negative' }),
    makeQuestion('warp', { kind: 'deformation', polarity: 'negative' }),
  ];
  const at = (frame: number) => ({
    startSeconds: frame / 4,
    endSeconds: frame / 4,
    frames: [frame],
    label: '',
    outsideClip: false,
  });
  const box = { x: 0.8, y: 0.8, width: 0.1, height: 0.1 };
  const said = [
    makeAnswer('flicker', 0.9, { moments: [at(4)] }),
    makeAnswer('warp', 0.8, { moments: [{ ...at(15), box }] }),
  ];
  const model = await tinyModel();
  const run = await runJudge({
    rungs: [WASM_Q8],
    model: { ...model, card: { ...model.card, framesPerView: 4 } },
    evidence,
    questions,
    said,
    settings: { depth: 'reasoned' },
  });
  expect(run.error).toBeNull();
  expect(run.verdicts.map(({ questionId, rationale }) => [questionId, rationale?.view, rationale?.frames])).toEqual([
    ['dog', 'overview', [0, 6, 13, 19]],
    ['flicker', 'moment', [3, 4, 5]],
    ['warp', 'moment', [14, 15, 16]],
  ]);
  // What lies about the box in the clip's own pixels, as far as the frame reaches.
  const { width, height } = run.model?.frameSize ?? { width: 0, height: 0 };
  const crop = { x: Math.round(0.85 * 320 - width / 2), y: 180 - height, width, height };
  expect(requested.at(-1)?.map((request) => request.crop)).toEqual([null, crop, crop]);
});
