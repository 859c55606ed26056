import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../src/domain/random.ts';
import { citedMoments } from '../../../src/judges/vision-language/cited-times.ts';
import { CLIP_QUESTIONS } from '../../../src/questions/clip-questions.ts';
import { DAMAGES, type DamagedClip } from '../../../training/data/triples/damage.ts';
import { triplesOf } from '../../../training/data/triples/labels.ts';
import { reasonFor } from '../../../training/data/triples/reasons.ts';
import { detailsOf, momentOf, overviewOf } from '../../../training/data/triples/views.ts';
import { TAUGHT_KINDS, wordingsOf } from '../../../training/data/triples/wordings.ts';

const clip = { width: 200, height: 120, rate: 10, frames: Array.from({ length: 30 }, () => new Uint8Array(36_000)) };
const facts = { cameraSpeed: 0, thingSpeed: 0.3 };
const defectOf = (id: string) => {
  const found = DAMAGES.find(({ defect }) => defect.id === id);
  if (found === undefined) throw new Error(`There is no ${id}.`);
  return found.defect;
};
const damaged = (id: string | null, shows: DamagedClip['shows'] = []): DamagedClip => ({
  clip,
  defect: id === null ? null : defectOf(id),
  scope: id === null ? null : shows.length > 0 ? 'window' : 'whole',
  amount: 1,
  shows,
});
const answers = (view: ReturnType<typeof overviewOf>, one: DamagedClip) =>
  new Map(triplesOf(view, one, facts, seededRandom(3)).map((triple) => [triple.kind, triple]));

describe('wordings', () => {
  it('ask every kind in the product’s own words, and in both polarities', () => {
    for (const kind of TAUGHT_KINDS) {
      const own = CLIP_QUESTIONS.find((question) => question.kind === kind);
      const wordings = wordingsOf(kind);
      if (own !== undefined) expect(wordings[0]?.text).toBe(own.text);
      expect(new Set(wordings.map(({ polarity }) => polarity)).size).toBe(2);
    }
  });
});

describe('triples', () => {
  it('call a clean clip good wherever the view shows the kind', () => {
    for (const view of [overviewOf(clip, 96), momentOf(clip, [1, 2], 96), detailsOf(clip, [8], 96)]) {
      const found = answers(view, damaged(null));
      expect(found.size).toBeGreaterThan(2);
      for (const { good } of found.values()) expect(good).toBe(true);
    }
  });

  it('answer yes to a question exactly when its polarity and the truth say so', () => {
    for (const { kind, question, good, yes } of answers(overviewOf(clip, 96), damaged('over-exposure')).values()) {
      const positive = wordingsOf(kind).find(({ text }) => text === question)?.polarity === 'positive';
      expect(yes).toBe(positive === good);
    }
  });

  it('ask about detail in close-ups alone', () => {
    expect(answers(overviewOf(clip, 96), damaged('blur')).has('clarity')).toBe(false);
    expect(answers(detailsOf(clip, [8], 96), damaged('blur')).get('clarity')?.good).toBe(false);
  });

  it('call a moment bad only where the view shows it, and cite frames within it', () => {
    const one = damaged('flicker', [[1, 1.8]]);
    const shown = momentOf(clip, [1, 1.8], 96);
    const triple = answers(shown, one).get('flicker');
    expect(triple?.good).toBe(false);
    const seen = shown.timesSeconds.map((timeSeconds, index) => ({ index, timeSeconds }));
    const [moment] = citedMoments(triple?.reason ?? '', seen, 3);
    expect(moment?.startSeconds).toBeGreaterThanOrEqual(1);
    expect(moment?.endSeconds).toBeLessThan(1.8);
    expect(answers(momentOf(clip, [2.3, 2.8], 96), one).has('flicker')).toBe(false);
  });

  it('see a cut between two frames wherever both its sides are shown', () => {
    const overview = overviewOf(clip, 96);
    const triple = answers(overview, damaged('cut', [[1.7, 1.8]])).get('cut');
    const seen = overview.timesSeconds.map((timeSeconds, index) => ({ index, timeSeconds }));
    const [moment] = citedMoments(triple?.reason ?? '', seen, 3);
    const after = overview.timesSeconds.find((time) => time >= 1.7);
    expect(moment?.startSeconds).toBe(after);
    expect(triple?.window?.[0]).toBe(after);
    expect(answers(overview, damaged('cut', [[0, 0.1]])).has('cut')).toBe(false);
  });

  it('leave open what a defect leaves open', () => {
    expect(answers(overviewOf(clip, 96), damaged('under-exposure')).has('colour')).toBe(false);
  });
});

describe('reasons', () => {
  it('name frames, a frame, or none', () => {
    const random = seededRandom(1);
    expect(reasonFor('cut', false, [2, 3, 4], random)).toMatch(/ in frames 2 to 4\.$/);
    expect(reasonFor('cut', false, [5], random)).toMatch(/ in frame 5\.$/);
    expect(reasonFor('cut', true, [], random)).not.toMatch(/\d/);
  });
});
