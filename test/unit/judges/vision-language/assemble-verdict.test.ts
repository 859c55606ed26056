import { describe, expect, it } from 'vitest';
import { assembleVerdict, type VerdictParts } from '../../../../src/judges/vision-language/assemble-verdict.ts';
import type { WrittenRationale } from '../../../../src/judges/vision-language/judge-api.ts';

const seen = [0, 1, 2, 3].map((i) => ({ index: 10 * i, timeSeconds: i }));

function written(text: string, pYes: number | null, ended: WrittenRationale['ended'] = 'finished'): WrittenRationale {
  return { text, ended, after: pYes === null ? null : { pYes, mass: 0.9 } };
}

function parts(rationales: WrittenRationale[]): VerdictParts {
  const before = { pYes: 0.3, mass: 0.8 };
  const calibrated = (pYes: number) => pYes;
  return { questionId: 'q', judge: 'j', view: 'overview', seen, durationSeconds: 4, calibrated, before, rationales };
}

describe('assembleVerdict', () => {
  it('keeps what the model said beside what is made of it', () => {
    const verdict = assembleVerdict({ ...parts([written('It is.</think>', 0.8)]), calibrated: (pYes) => pYes / 2 });
    expect(verdict).toMatchObject({ pYes: 0.4, rationale: { before: { pYes: 0.3 }, after: { pYes: 0.8 } } });
  });

  it('stands on the answer at once where no rationale was asked for', () => {
    const verdict = assembleVerdict(parts([]));
    expect(verdict).toMatchObject({ pYes: 0.3, mass: 0.8, rationale: { after: null, votes: null, ended: 'skipped' } });
    expect(verdict.reason).toContain('answers no from 4 pictures');
  });

  it('lets the answer after the rationale count, and keeps both', () => {
    const verdict = assembleVerdict(parts([written('The dog blurs at 2.0 s.</think>', 0.8)]));
    expect(verdict).toMatchObject({ pYes: 0.8, mass: 0.9, reason: 'The dog blurs at 2.0 s.' });
    expect(verdict.rationale).toMatchObject({ before: { pYes: 0.3 }, after: { pYes: 0.8 }, frames: [0, 10, 20, 30] });
    expect(verdict.moments).toMatchObject([{ startSeconds: 2, frames: [20], outsideClip: false }]);
  });

  it('flags a moment that the clip does not have', () => {
    const { moments } = assembleVerdict(parts([written('It melts at 9.5 s.</think>', 0.8)]));
    expect(moments).toMatchObject([{ outsideClip: true, frames: [] }]);
  });

  it('falls back on the first answer when the rationale ended in a loop', () => {
    const verdict = assembleVerdict(parts([written('red red red red', null, 'loop')]));
    expect(verdict).toMatchObject({ pYes: 0.3, rationale: { after: null, ended: 'loop' } });
  });

  it('takes the mean of sampled answers, counts them, and tells a reason of the majority', () => {
    const votes = [
      written('No dog.</think>', 0.1),
      written('A dog runs.</think>', 0.9),
      written('A dog.</think>', 0.8),
    ];
    const verdict = assembleVerdict(parts(votes));
    expect(verdict.pYes).toBeCloseTo(0.6, 6);
    expect(verdict).toMatchObject({ reason: 'A dog runs.', rationale: { votes: { yes: 2, no: 1 } } });
  });
});
