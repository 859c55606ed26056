import { describe, expect, it } from 'vitest';
import { describeOffers } from '../../../cli/describe-offers.ts';
import { makeCard } from '../make-judge.ts';

describe('describeOffers', () => {
  it('says of each judge what it is, how often it was right, and why it cannot be asked', () => {
    const kinds = {
      flicker: { accuracy: 0.875, calibrationError: 0.09622, clips: 120 },
      clarity: { accuracy: 0.8, calibrationError: null, clips: null },
      cut: null,
      freeze: null,
    };
    const measured = makeCard('measured', {
      name: 'Measured',
      description: 'Measures.',
      kinds,
      calibrationVersion: '2',
    });
    const tiny = makeCard('tiny', { name: 'Tiny', description: 'Looks.', backend: 'webgpu' });
    const missing = { reason: 'A file is missing.', remedy: 'Get the model again.' };
    expect(
      describeOffers([
        { card: measured, unavailable: null },
        { card: tiny, unavailable: missing },
      ]),
    ).toBe(
      [
        'measured  Measured 1 (cpu)',
        '    Measures.',
        '    Checked on clips whose right answers are known, calibration 2:',
        '      kind of question   right  calibration error  clips',
        '      clarity             0.80                  -      -',
        '      flicker             0.88              0.096    120',
        '      not checked: freeze, cut',
        'tiny  Tiny 1 (webgpu)',
        '    Looks.',
        '    Never checked on clips whose right answers are known.',
        '    Not here: A file is missing. Get the model again.',
      ].join('\n'),
    );
  });
});
