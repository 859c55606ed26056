import { describe, expect, it } from 'vitest';
import { firstTracks, rankSignals } from '../../../src/ui/timeline/track-order.ts';
import { makeSignal } from './make-signal.ts';

const signals = [
  makeSignal([9, 9], { id: 'place', worse: 'neither' }),
  makeSignal([1, 1], { id: 'calm' }),
  makeSignal([1, 9], { id: 'half' }),
  makeSignal([9, 9], { id: 'whole' }),
];
const ids = (ranked: readonly { id: string }[]) => ranked.map(({ id }) => id);

describe('the order of tracks', () => {
  it('puts the longest defects first and what only describes last', () => {
    expect(ids(rankSignals(signals))).toEqual(['whole', 'half', 'calm', 'place']);
  });

  it('puts what a found defect rests on before everything else, but never what only describes', () => {
    expect(ids(rankSignals(signals, new Set(['calm', 'place'])))).toEqual(['calm', 'whole', 'half', 'place']);
  });

  it('begins with tracks that can be worse', () => {
    expect(ids(firstTracks(signals, 2))).toEqual(['calm', 'half']);
    expect(ids(firstTracks(signals, 9))).not.toContain('place');
  });
});
