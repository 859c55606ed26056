import { z } from 'zod';
import { QUESTION_KINDS } from '../../domain/question.ts';
import type { Judge, JudgeCard, JudgeOffer } from '../judge.ts';
import { BuiltInSession } from './built-in-session.ts';
import { browserLanguageModel, type LanguageModelApi, NEEDS } from './language-model.ts';

const REQUIREMENTS = 'Chrome 148 or later on a desktop computer, with 22 GB of free disk space and a capable GPU';

/** Why the judge cannot be asked, and what would help, by what the browser says of its model. */
const UNAVAILABLE = {
  absent: {
    reason: 'This browser has no built-in model.',
    remedy: `Use ${REQUIREMENTS}, or choose another judge.`,
  },
  unavailable: {
    reason: 'This browser has no built-in model that can look at pictures on this machine.',
    remedy: `It takes ${REQUIREMENTS}. Choose another judge.`,
  },
  // Creating a session would start it; several gigabytes are not to be downloaded because somebody looked at a list.
  downloadable: {
    reason: 'This browser has not downloaded its built-in model, and Loupe does not make it do so.',
    remedy:
      'In Chrome, open chrome://components, choose “Check for update” at “Optimization Guide On Device Model”, and reload this page when it is there.',
  },
  downloading: {
    reason: 'This browser is still downloading its built-in model.',
    remedy: 'Reload this page when it has ended.',
  },
  unknown: {
    reason: 'This browser does not say whether its built-in model can be used.',
    remedy: 'Restart the browser, or choose another judge.',
  },
} satisfies Record<string, JudgeOffer['unavailable']>;

/** What the browser says of its model; whatever else it may say some day counts as nothing said. */
const availabilitySchema = z
  .enum(['unavailable', 'downloadable', 'downloading', 'available', 'unknown'])
  .catch('unknown');

/**
 * Offers the browser's own model as a judge, where there is one that is downloaded and can look at pictures. Never throws, and
 * never starts a download.
 */
export async function offerBuiltIn(
  api: LanguageModelApi | null = browserLanguageModel(),
): Promise<{ offer: JudgeOffer; judge: Judge | null }> {
  const card = builtInCard();
  if (api === null) return { offer: { card, unavailable: UNAVAILABLE.absent }, judge: null };
  const availability = availabilitySchema.parse(await api.availability(NEEDS).catch(() => 'unknown'));
  if (availability !== 'available') return { offer: { card, unavailable: UNAVAILABLE[availability] }, judge: null };
  const judge: Judge = {
    card,
    // The model is loaded when it is shown the first frames.
    open: async (evidence, options) => new BuiltInSession(card, api, evidence, options),
  };
  return { offer: { card, unavailable: null }, judge };
}

function builtInCard(): JudgeCard {
  return {
    id: 'built-in',
    name: 'Built-in model',
    // The browser does not name its model; it comes and goes with the browser's version.
    version: /(?:Edg|Chrome)\/[\d.]+/.exec(navigator.userAgent)?.[0] ?? '',
    description: 'The model that comes with the browser: nothing to download here, answers without probabilities.',
    kinds: Object.fromEntries(QUESTION_KINDS.map((kind) => [kind, null])),
    calibrationVersion: null,
    needs: ['Prompt API'],
    sizeBytes: 0,
    licence: '',
    backend: 'browser',
    reasons: true,
    fallback: false,
    quick: false,
  };
}
