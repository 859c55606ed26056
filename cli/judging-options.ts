import { statSync } from 'node:fs';
import { LoupeError } from '../src/domain/error.ts';
import { EQUAL_PROFILE } from '../src/domain/profile.ts';
import { DEFAULT_REASONING, reasoningSettingsSchema } from '../src/domain/reasoning.ts';
import type { EvaluationSettings } from '../src/evaluate/evaluation.ts';
import { AUTO, chooseOffers } from '../src/judges/catalogue.ts';
import type { JudgeOffer } from '../src/judges/judge.ts';
import { UsageError } from './usage.ts';

/** The options that say who judges and how, for `parseArgs`. */
export const JUDGING_OPTIONS = {
  judge: { type: 'string', default: AUTO },
  depth: { type: 'string', default: DEFAULT_REASONING.depth },
  votes: { type: 'string', default: String(DEFAULT_REASONING.votes) },
  seed: { type: 'string', default: String(DEFAULT_REASONING.seed) },
  measurements: { type: 'boolean', default: DEFAULT_REASONING.giveMeasurements },
  'write-questions': { type: 'boolean', default: DEFAULT_REASONING.writeQuestions },
  device: { type: 'string', default: DEFAULT_REASONING.device },
} as const;

export interface JudgingValues {
  judge: string;
  depth: string;
  votes: string;
  seed: string;
  measurements: boolean;
  'write-questions': boolean;
  device: string;
}

/** What is wrong with each value, by the name of its setting. */
const WRONG: Record<string, string> = {
  depth: '--depth is quick or reasoned.',
  votes: '--votes is a whole number from 1 to 9.',
  seed: '--seed is a whole number from 0 on.',
  device: '--device is best, webgpu or wasm.',
};

/**
 * Settings of a run from the options of a call.
 * @throws UsageError
 */
export function judgingSettings(values: JudgingValues): EvaluationSettings {
  const reasoning = reasoningSettingsSchema.safeParse({
    depth: values.depth,
    votes: wholeNumber(values.votes),
    seed: wholeNumber(values.seed),
    giveMeasurements: values.measurements,
    writeQuestions: values['write-questions'],
    device: values.device,
  });
  if (!reasoning.success) throw new UsageError(WRONG[String(reasoning.error.issues[0]?.path[0])] ?? 'Check the call.');
  return { judge: values.judge, gateByParents: false, profile: EQUAL_PROFILE, reasoning: reasoning.data };
}

/** NaN where a text is not all digits: `Number` alone takes "" for 0 and "1e1" for 10. */
const wholeNumber = (text: string): number => (/^\d+$/.test(text) ? Number(text) : Number.NaN);

/**
 * The judges that a call means, of those on offer.
 * @throws UsageError for one that there is not, or that cannot be asked here
 */
export function chosenJudges(judge: string, offers: readonly JudgeOffer[]): readonly JudgeOffer[] {
  try {
    return chooseOffers(judge, offers);
  } catch (reason) {
    const { message, remedy } = LoupeError.from(reason);
    throw new UsageError(`${message} ${remedy}`);
  }
}

/**
 * Makes sure that models can be read from a folder.
 * @throws UsageError
 */
export function checkModelsFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new UsageError(`There is no folder ${path}.`);
}
