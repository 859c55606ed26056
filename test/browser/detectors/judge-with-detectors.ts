import { EQUAL_PROFILE } from '../../../src/domain/profile.ts';
import { DEFAULT_REASONING } from '../../../src/domain/reasoning.ts';
import { evaluateWith } from '../../../src/evaluate/evaluate.ts';
import type { EvaluationEvent } from '../../../src/evaluate/evaluation.ts';
import { startDetector } from '../../../src/evaluate/workers.ts';
import { detectedJudge } from '../../../src/judges/detected/detected-judge.ts';
import { measuredJudge } from '../../../src/judges/measured/measured-judge.ts';

/** As `auto` does where there is no model that reasons. */
const evaluate = evaluateWith(async () => [measuredJudge, detectedJudge(startDetector)]);

interface Options {
  /** Stops the run when the judge has looked at so many frames; never by default. */
  stopAfter?: number;
}

/** Judges a clip with what measures and what detects. */
export async function judgeWithDetectors(file: File, prompt: string | null, { stopAfter }: Options = {}) {
  const controller = new AbortController();
  const events: EvaluationEvent[] = [];
  const settings = { judge: 'auto', gateByParents: false, profile: EQUAL_PROFILE, reasoning: DEFAULT_REASONING };
  const { report } = await evaluate(
    { file, prompt, settings },
    {
      signal: controller.signal,
      onEvent: (event) => {
        events.push(event);
        if (event.type === 'judge' && event.event.type === 'looking' && event.event.done === stopAfter)
          controller.abort();
      },
    },
  );
  return { report, events };
}
