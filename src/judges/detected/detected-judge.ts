import type { DetectorApi } from '../../detectors/detector-api.ts';
import type { WorkerClient } from '../../worker-client/worker-client.ts';
import type { Judge, JudgeCard } from '../judge.ts';
import { CALIBRATION, type Calibration, validatedKinds } from './calibration.ts';
import { DetectedSession } from './detected-session.ts';

/**
 * Builds a judge that looks for people and everyday things with pretrained detectors, follows them through the clip, and answers
 * what follows from that; and that reads the text that a question quotes. Each is loaded only when a question is about something it knows.
 */
export function makeDetectedJudge(startWorker: () => WorkerClient<DetectorApi>, calibration: Calibration): Judge {
  const card: JudgeCard = {
    id: 'detected',
    name: 'Detected',
    version: calibration.version,
    description:
      'Finds and follows people and 79 kinds of everyday things in the frames, and reads what is written there; downloads nothing.',
    kinds: validatedKinds(calibration),
    calibrationVersion: calibration.version,
    needs: [],
    sizeBytes: 0,
    licence: 'Apache-2.0',
    backend: 'wasm',
    reasons: false,
    fallback: false,
    quick: false,
  };
  return {
    card,
    open: async (evidence, options) => new DetectedSession(card, startWorker, calibration, evidence, options),
  };
}

/** The detected judge with the calibration it ships with. */
export const detectedJudge = (startWorker: () => WorkerClient<DetectorApi>): Judge =>
  makeDetectedJudge(startWorker, CALIBRATION);
