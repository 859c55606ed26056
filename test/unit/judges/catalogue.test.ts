import { describe, expect, it } from 'vitest';
import { chooseOffers } from '../../../src/judges/catalogue.ts';
import type { JudgeOffer } from '../../../src/judges/judge.ts';
import { makeCard } from '../make-judge.ts';

const offer = (id: string, reasons: boolean): JudgeOffer => ({ card: makeCard(id, { reasons }), unavailable: null });

const missing: JudgeOffer = {
  card: makeCard('missing', { name: 'Big model', reasons: true }),
  unavailable: { reason: 'It needs WebGPU.', remedy: 'Open Loupe in another browser.' },
};

const all = [missing, offer('first', true), offer('measures', false), offer('second', true)];
const ids = (setting: string, offers = all) => chooseOffers(setting, offers).map(({ card }) => card.id);

describe('chooseOffers', () => {
  it('takes for auto what measures, then the first judge that reasons and can be asked', () => {
    expect(ids('auto')).toEqual(['measures', 'first']);
    expect(ids('auto', [offer('measures', false), missing])).toEqual(['measures']);
  });

  it('falls back on a model that is meant for it only where no other reasons', () => {
    const fallback: JudgeOffer = { card: makeCard('small', { reasons: true, fallback: true }), unavailable: null };
    expect(ids('auto', [fallback, ...all])).toEqual(['measures', 'first']);
    expect(ids('auto', [fallback, offer('measures', false), missing])).toEqual(['measures', 'small']);
  });

  it('takes one alone by its id', () => {
    expect(ids('second')).toEqual(['second']);
  });

  it('names the known ones when there is no such judge', () => {
    expect(() => ids('third')).toThrow(
      expect.objectContaining({
        code: 'model_missing',
        message: 'There is no judge called "third" here.',
        remedy: 'Choose one of: auto, missing, first, measures, second.',
      }),
    );
  });

  it('says why a judge cannot be asked', () => {
    expect(() => ids('missing')).toThrow(
      expect.objectContaining({
        code: 'model_missing',
        message: 'Big model cannot be asked here. It needs WebGPU.',
        remedy: 'Open Loupe in another browser.',
      }),
    );
  });
});
