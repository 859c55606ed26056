import type { Still } from '../domain/frame.ts';
import type { Verdict } from '../domain/verdict.ts';
import { askJudges, rankVerdicts } from '../judges/ask.ts';
import { chooseJudges } from '../judges/catalogue.ts';
import { buildReport } from './build-report.ts';
import { within } from './deadline.ts';
import type { Evaluate, EvaluationOptions } from './evaluation.ts';
import { measureClip } from './measure-clip.ts';
import { Stopwatch } from './stopwatch.ts';
import { startDecoder, startMeter } from './workers.ts';
import { writeQuestions } from './write-questions.ts';

/** How long fetching the evidence pictures may take before the report goes without them. */
const STILLS_SECONDS = 10;
/** The same after an abort: a cancelled run ends within a second. */
const STILLS_AFTER_ABORT_SECONDS = 0.5;

/**
 * Judges one clip: probe and questions side by side, then one pass over the frames, then the judges, then the report.
 * @throws LoupeError coded, see domain/error.ts
 */
export const evaluate: Evaluate = async (request, options) => {
  const { file, settings } = request;
  const { signal, onEvent } = options;
  const judges = chooseJudges(settings.judge);
  const prompt = request.prompt?.trim() ? request.prompt : null;
  const stopwatch = new Stopwatch();
  const decoder = startDecoder();
  const meter = startMeter();
  try {
    progress(options, 'probe', 0, 1);
    const [{ clip, notices }, [questions = []]] = await Promise.all([
      stopwatch.time('probe', () => decoder.call((remote) => remote.open(file), signal)),
      stopwatch.time('questions', () => writeQuestions([prompt], signal)),
    ]);
    onEvent({ type: 'clip', clip, notices });
    onEvent({ type: 'questions', questions });
    progress(options, 'questions', questions.length, questions.length);

    const plan = await decoder.call((remote) => remote.start(), signal);
    const measured = await stopwatch.time('frames', () => measureClip(decoder, meter, plan.frameCount, options));

    const evidence = { clip, prompt, signals: measured.signals };
    const verdicts: Verdict[] = [];
    await stopwatch.time('judge', async () => {
      // Measured judging takes milliseconds; after an abort it still runs, so that what is done is kept.
      const judging = measured.stoppedEarly ? new AbortController().signal : signal;
      for await (const verdict of askJudges(judges, evidence, questions, judging)) {
        verdicts.push(verdict);
        onEvent({ type: 'verdict', verdict });
        progress(options, 'judge', verdicts.length, questions.length * judges.length);
      }
    });
    const ranked = rankVerdicts(questions, verdicts, judges);

    progress(options, 'report', 0, 1);
    const wanted = framesOfMoments(ranked, measured.stills);
    const limit = measured.stoppedEarly ? STILLS_AFTER_ABORT_SECONDS : STILLS_SECONDS;
    const evidenceStills = await stopwatch.time('stills', () =>
      within(
        limit,
        decoder.call((remote) => remote.stills(wanted), new AbortController().signal),
        [] as Still[],
      ),
    );
    const report = buildReport({
      clip,
      prompt,
      settings,
      questions,
      verdicts: ranked,
      signals: measured.signals,
      frames: measured.frames,
      judges: judges.map(({ card }) => card),
      notices: [
        ...notices,
        ...measured.notices,
        ...(measured.stoppedEarly ? [stoppedNotice(measured.frames.indices.length, plan.frameCount)] : []),
      ],
      timingsSeconds: stopwatch.timingsSeconds,
    });
    progress(options, 'report', 1, 1);
    return { report, stills: [...measured.stills, ...evidenceStills].sort((a, b) => a.index - b.index) };
  } finally {
    decoder.terminate();
    meter.terminate();
  }
};

function framesOfMoments(verdicts: readonly Verdict[], have: readonly Still[]): number[] {
  const known = new Set(have.map(({ index }) => index));
  const wanted = new Set<number>();
  for (const verdict of verdicts) {
    if (verdict.status !== 'answered') continue;
    for (const moment of verdict.moments) for (const frame of moment.frames) if (!known.has(frame)) wanted.add(frame);
  }
  return [...wanted].sort((a, b) => a - b);
}

function stoppedNotice(done: number, total: number) {
  return { code: 'stopped_early', message: `You stopped the run: ${done} of ${total} planned frames were looked at.` };
}

function progress(
  { onEvent }: EvaluationOptions,
  stage: 'probe' | 'questions' | 'judge' | 'report',
  done: number,
  total: number,
): void {
  onEvent({ type: 'progress', progress: { stage, done, total }, remainingSeconds: null });
}
