import type { DecodeApi } from '../../workers/decode.ts';
import type { QuestionsApi } from '../../workers/questions.ts';
import type { SignalsApi } from '../../workers/signals.ts';
import type { DetectorApi } from '../detectors/detector-api.ts';
import type { JudgeApi } from '../judges/vision-language/judge-api.ts';
import { WorkerClient } from '../worker-client/worker-client.ts';

// Each URL is written out because the bundler finds workers by this very form.

export const startDecoder = () =>
  new WorkerClient<DecodeApi>(
    new Worker(new URL('../../workers/decode.ts', import.meta.url), { type: 'module', name: 'decode' }),
  );

export const startMeter = () =>
  new WorkerClient<SignalsApi>(
    new Worker(new URL('../../workers/signals.ts', import.meta.url), { type: 'module', name: 'signals' }),
  );

export const startQuestionWriter = () =>
  new WorkerClient<QuestionsApi>(
    new Worker(new URL('../../workers/questions.ts', import.meta.url), { type: 'module', name: 'questions' }),
  );

export const startJudge = () =>
  new WorkerClient<JudgeApi>(
    new Worker(new URL('../../workers/judge.ts', import.meta.url), { type: 'module', name: 'judge' }),
  );

export const startDetector = () =>
  new WorkerClient<DetectorApi>(
    new Worker(new URL('../../workers/detect.ts', import.meta.url), { type: 'module', name: 'detect' }),
  );
