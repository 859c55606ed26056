import { describe, expect, it } from 'vitest';
import { AUTO } from '../../../src/judges/catalogue.ts';
import { asksFallback, includesReasons, usableJudge } from '../../../src/ui/state/judge-offers.ts';
import { makeOffer } from './make-offer.ts';

const missing = { reason: 'It is not here.', remedy: 'Put it here.' };
const offers = [
  makeOffer('measured'),
  makeOffer('model', { reasons: true }),
  makeOffer('gone', { reasons: true }, missing),
];

describe('judges on offer', () => {
  it.each([
    ['measured', 'measured'],
    [AUTO, AUTO],
    ['gone', AUTO],
    ['never-heard-of', AUTO],
  ])('of “%s” comes %s', (setting, judge) => {
    expect(usableJudge(setting, offers)).toBe(judge);
  });

  it('give reasons where one that is meant does and is usable', () => {
    expect(includesReasons('model', offers)).toBe(true);
    expect(includesReasons(AUTO, offers)).toBe(true);
    expect(includesReasons('measured', offers)).toBe(false);
    expect(includesReasons('gone', offers)).toBe(false);
    expect(includesReasons(AUTO, [makeOffer('measured'), makeOffer('gone', { reasons: true }, missing)])).toBe(false);
  });

  it('come to the small model where no other reasons, or where it is chosen', () => {
    const small = makeOffer('small', { reasons: true, fallback: true });
    expect(asksFallback(AUTO, [makeOffer('measured'), small])).toBe(true);
    expect(asksFallback(AUTO, [...offers, small])).toBe(false);
    expect(asksFallback('small', [...offers, small])).toBe(true);
    expect(asksFallback('never-heard-of', [...offers, small])).toBe(false);
  });
});
