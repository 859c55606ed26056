import type { Notice } from '../domain/clip.ts';
import type { Still } from '../domain/frame.ts';
import type { Question } from '../domain/question.ts';
import type { Verdict } from '../domain/verdict.ts';
import { buildReport } from './build-report.ts';
import { clipPictures } from './clip-pictures.ts';
import { within } from './deadline.ts';
import type { Evaluate, EvaluationOptions } from './evaluation.ts';
import { type JudgedClip, judgeClip } from './judge-clip.ts';
import { findJudges } from './judges.ts';
import { type MeasuredClip, measureClip } from './measure-clip.ts';
import { Stopwatch } from './stopwatch.ts';
import { startDecoder, startMeter } from './workers.ts';
import { writeQuestions } from './write-questions.ts';

/** How long fetching the evidence pictures may take before the report goes without them. */
const STILLS_SECONDS = 10;
/** The same after an abort: a cancelled run ends within a second. */
const STILLS_AFTER_ABORT_SECONDS = 0.5;

/**
 * Judges one clip: probe and then one pass over the frames, questions beside them, then the judges, then the report.
 * @throws LoupeError coded, see domain/error.ts
 */
export const evaluate: Evaluate = evaluateWith(findJudges);

/** The pipeline, with the judges that `find` says a setting means. */
export function evaluateWith(find: typeof findJudges): Evaluate {
  return async ({ file, prompt: typed, settings }, options) => {
    const { signal, onEvent } = options;
    const prompt = typed?.trim() ? typed : null;
    const stopwatch = new Stopwatch();
    const decoder = startDecoder();
    const meter = startMeter();
    // Not the caller's signal: an abort among the frames leaves a report over those, which needs the questions.
    const ended = new AbortController();
    try {
      progress(options, 'probe', 0, 1);
      const writing = tellQuestions(prompt, options, ended.signal);
      // Looked at after the frames; until then a failure must not count as unhandled.
      writing.catch(() => undefined);
      const [judges, { clip, notices }] = await Promise.all([
        find(settings.judge, signal),
        stopwatch.time('probe', () => decoder.call((remote) => remote.open(file), signal)),
      ]);
      onEvent({ type: 'clip', clip, notices });

      const plan = await decoder.call((remote) => remote.start(), signal);
      const measured = await stopwatch.time('frames', () => measureClip(decoder, meter, plan.frameCount, options));
      // The time that the run waits for them: written beside the frames, they take none of their own.
      const questions = await stopwatch.time('questions', () => writing);

      const { signals, frames } = measured;
      const evidence = { clip, prompt, signals, frames, pictures: clipPictures(decoder) };
      const judged = await stopwatch.time('judge', () =>
        judgeClip(judges, evidence, questions, settings.reasoning, options),
      );

      progress(options, 'report', 0, 1);
      const wanted = framesOfAnswers(judged.verdicts, measured.stills);
      const evidenceStills = await stopwatch.time('stills', () =>
        within(
          signal.aborted ? STILLS_AFTER_ABORT_SECONDS : STILLS_SECONDS,
          decoder.call((remote) => remote.stills(wanted), new AbortController().signal),
          [] as Still[],
        ),
      );
      const report = buildReport({
        clip,
        prompt,
        settings,
        questions: judged.questions,
        verdicts: judged.verdicts,
        signals,
        frames,
        judges: judged.judges,
        notices: [
          ...notices,
          ...measured.notices,
          ...judged.notices,
          ...stoppedNotices(measured, plan.frameCount, judged),
        ],
        timingsSeconds: stopwatch.timingsSeconds,
      });
      progress(options, 'report', 1, 1);
      return { report, stills: [...measured.stills, ...evidenceStills].sort((a, b) => a.index - b.index) };
    } finally {
      ended.abort();
      decoder.terminate();
      meter.terminate();
    }
  };
}

/** Writes the questions and shows them as soon as they are there. */
async function tellQuestions(
  prompt: string | null,
  options: EvaluationOptions,
  signal: AbortSignal,
): Promise<Question[]> {
  const [questions = []] = await writeQuestions([prompt], signal);
  options.onEvent({ type: 'questions', questions });
  progress(options, 'questions', questions.length, questions.length);
  return questions;
}

/** The frames that answers point at or that a model was shown for them, without those that are there already. */
function framesOfAnswers(verdicts: readonly Verdict[], have: readonly Still[]): number[] {
  const wanted = new Set<number>();
  for (const verdict of verdicts) {
    if (verdict.status !== 'answered') continue;
    for (const { frames } of verdict.moments) for (const frame of frames) wanted.add(frame);
    for (const frame of verdict.rationale?.frames ?? []) wanted.add(frame);
  }
  for (const { index } of have) wanted.delete(index);
  return [...wanted].sort((a, b) => a - b);
}

/** Says what a run was stopped in the middle of; nothing when it came to its end. */
function stoppedNotices({ stoppedEarly, frames }: MeasuredClip, planned: number, { stopped }: JudgedClip): Notice[] {
  const what = stoppedEarly
    ? `${frames.indices.length} of ${planned} planned frames were looked at`
    : stopped && `${stopped.done} of ${stopped.total} answers were given`;
  return what === null ? [] : [{ code: 'stopped_early', message: `You stopped the run: ${what}.` }];
}

function progress(
  { onEvent }: EvaluationOptions,
  stage: 'probe' | 'questions' | 'judge' | 'report',
  done: number,
  total: number,
): void {
  onEvent({ type: 'progress', progress: { stage, done, total }, remainingSeconds: null });
}
