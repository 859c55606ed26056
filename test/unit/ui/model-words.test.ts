import { describe, expect, it } from 'vitest';
import { DEFAULT_REASONING, type Rationale } from '../../../src/domain/reasoning.ts';
import { endWords, settingsWords, viewWords } from '../../../src/ui/report/rationale-words.ts';
import { rungWords } from '../../../src/ui/rung-words.ts';
import { workShare, workWords } from '../../../src/ui/running/judge-words.ts';
import { judgeFacts } from '../../../src/ui/start/judge-facts.ts';
import { judgedDimensions } from '../../../src/ui/start/judged-dimensions.ts';
import { checkedWords, errorWords, trustWords } from '../../../src/ui/validation-words.ts';
import { validated } from '../make-judge.ts';
import { makeOffer } from './make-offer.ts';

const rationale: Rationale = {
  view: 'moment',
  frames: [3],
  before: { pYes: 0.4, mass: 1 },
  after: { pYes: 0.7, mass: 1 },
  votes: null,
  ended: 'finished',
};

describe('words about a model', () => {
  it('say where it runs', () => {
    expect(rungWords({ device: 'webgpu', dtype: 'q4f16' })).toBe('the GPU (WebGPU, q4f16)');
    expect(rungWords({ device: 'wasm', dtype: 'q8' })).toBe('the processor (wasm, q8)');
    expect(rungWords({ device: 'browser', dtype: '' })).toBe('the browser');
  });

  it('say how far it is, as far as that is known', () => {
    const rung = { device: 'wasm', dtype: 'q8' } as const;
    const half = { type: 'loading', rung, loadedBytes: 50e6, totalBytes: 100e6 } as const;
    expect(workWords(half).count).toBe('50.0 MB of 100.0 MB');
    expect(workShare(half)).toBe(0.5);
    const unknown = { ...half, totalBytes: 0 };
    expect(workWords(unknown).count).toBe('');
    expect(workShare(unknown)).toBe(0);
    expect(workWords({ type: 'looking', rung, done: 3, total: 8 }).count).toBe('3 of 8');
  });

  it('say how a reason ended where it did not end well', () => {
    expect(endWords(rationale)).toBeNull();
    expect(endWords({ ...rationale, ended: 'length' })).toContain('length limit');
    expect(endWords({ ...rationale, ended: 'loop' })).toContain('repeat itself');
    expect(endWords({ ...rationale, after: null })).toContain('no clear answer');
    expect(endWords({ ...rationale, after: null, ended: 'skipped' })).toBeNull();
    expect(endWords({ ...rationale, after: null, votes: { yes: 2, no: 1 } })).toBeNull();
  });

  it('say what it saw', () => {
    expect(viewWords(rationale)).toBe('where something looked wrong, frame by frame, 1 frame');
  });

  it('say how it was to answer', () => {
    expect(settingsWords(DEFAULT_REASONING)).toBe('With reasons, the most likely one each, not told what was measured');
    expect(
      settingsWords({ ...DEFAULT_REASONING, votes: 3, seed: 7, giveMeasurements: true, writeQuestions: true }),
    ).toBe('With reasons, 3 sampled votes, seed 7, told what was measured, adding questions of its own');
    expect(settingsWords({ ...DEFAULT_REASONING, device: 'webgpu' })).toContain('on the GPU alone');
    expect(settingsWords({ ...DEFAULT_REASONING, depth: 'quick', votes: 3 })).not.toContain('votes');
  });

  it('say what a judge takes and gives', () => {
    const { card } = makeOffer('model', { sizeBytes: 289e6, backend: 'webgpu', needs: ['webgpu'], reasons: true });
    expect(judgeFacts(card)).toEqual(['289.0 MB', 'MIT', 'on the GPU', 'needs WebGPU', 'writes reasons']);
    expect(judgeFacts({ ...card, sizeBytes: 0, backend: 'browser' })[0]).toBe('part of the browser');
  });

  it('say how often a judge was right, and how many kinds of question that leaves open', () => {
    expect(checkedWords({ clarity: null })).toBe('How often it is right has not been checked.');
    expect(checkedWords({ clarity: validated(0.8), noise: validated(0.994), cut: null })).toBe(
      'Right on 80–99 % of clips with known answers, by kind of question; 1 of 3 kinds not checked.',
    );
    expect(checkedWords({ clarity: validated(0.8) })).toBe(
      'Right on 80 % of clips with known answers, by kind of question.',
    );
  });

  it('say how far to trust an answer', () => {
    expect(trustWords({ accuracy: 0.8, calibrationError: 0.077, clips: 120 }, 'Measured')).toBe(
      'On 120 clips whose right answer to this kind of question was known, Measured was right on 80 %. ' +
        'The percentages it gives were off by 8 points on average.',
    );
    expect(trustWords(validated(0.8), 'A')).toBe(
      'On clips whose right answer to this kind of question was known, A was right on 80 %.',
    );
    expect(trustWords(null, 'A')).toMatch(/^Not known: A has not been checked/);
    expect(errorWords({ calibrationError: 0.001 })).toBe('less than 1 point');
  });

  it('name what a judge judges, the match with the prompt included', () => {
    const { card } = makeOffer('model', { kinds: { clarity: validated(0.8), entity_present: null } });
    expect(judgedDimensions(card)).toBe('Judges visual quality, match with the prompt.');
  });
});
