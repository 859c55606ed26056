import { parseArgs } from 'node:util';
import { describe, expect, it } from 'vitest';
import { chosenJudges, JUDGING_OPTIONS, judgingSettings } from '../../../cli/judging-options.ts';
import { UsageError } from '../../../cli/usage.ts';
import { DEFAULT_REASONING } from '../../../src/domain/reasoning.ts';
import type { JudgeOffer } from '../../../src/judges/judge.ts';
import { makeCard } from '../make-judge.ts';

const settingsOf = (...args: string[]) => judgingSettings(parseArgs({ args, options: JUDGING_OPTIONS }).values);

describe('judgingSettings', () => {
  it('are the defaults where nothing is said', () => {
    expect(settingsOf()).toMatchObject({ judge: 'auto', reasoning: DEFAULT_REASONING });
  });

  it('take every option', () => {
    const settings = settingsOf(
      ...[
        '--judge',
        'tiny',
        '--depth',
        'quick',
        '--votes',
        '5',
        '--seed',
        '42',
        '--measurements',
        '--write-questions',
        '--device',
        'wasm',
      ],
    );
    expect(settings).toMatchObject({
      judge: 'tiny',
      reasoning: { depth: 'quick', votes: 5, seed: 42, giveMeasurements: true, writeQuestions: true, device: 'wasm' },
    });
  });

  it.each([
    ['--depth', 'deep', '--depth is quick or reasoned.'],
    ['--votes', '0', '--votes is a whole number from 1 to 9.'],
    ['--votes', '10', '--votes is a whole number from 1 to 9.'],
    ['--votes', '', '--votes is a whole number from 1 to 9.'],
    ['--device', 'npu', '--device is best, webgpu or wasm.'],
    ['--seed', '1.5', '--seed is a whole number from 0 on.'],
  ])('refuse %s %s', (option, value, message) => {
    expect(() => settingsOf(option, value)).toThrow(new UsageError(message));
  });
});

const offers: JudgeOffer[] = [
  { card: makeCard('measured', { name: 'Measured', description: 'Measures.' }), unavailable: null },
  {
    card: makeCard('tiny', { name: 'Tiny', description: 'Looks.', backend: 'webgpu' }),
    unavailable: { reason: 'A file is missing.', remedy: 'Get the model again.' },
  },
];

describe('chosenJudges', () => {
  it('tells a judge that there is not, or that cannot be asked here, as a wrong call', () => {
    expect(chosenJudges('auto', offers)).toEqual([offers[0]]);
    expect(() => chosenJudges('oracle', offers)).toThrow(
      new UsageError('There is no judge called "oracle" here. Choose one of: auto, measured, tiny.'),
    );
    expect(() => chosenJudges('tiny', offers)).toThrow(
      new UsageError('Tiny cannot be asked here. A file is missing. Get the model again.'),
    );
  });
});
