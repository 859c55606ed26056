import { describe, expect, test } from 'vitest';
import { LoupeError } from '../../../src/domain/error.ts';
import { DEFAULT_REASONING, type ModelRun, type Rung } from '../../../src/domain/reasoning.ts';
import type { Verdict } from '../../../src/domain/verdict.ts';
import type { EvaluationEvent } from '../../../src/evaluate/evaluation.ts';
import { judgeClip } from '../../../src/evaluate/judge-clip.ts';
import type { Judge } from '../../../src/judges/judge.ts';
import { makeEvidence, makeJudge } from '../make-judge.ts';
import { makeAnswer, makeQuestion } from '../make-question.ts';

const questions = ['a', 'b', 'c', 'd'].map((id) => makeQuestion(id));
const rung: Rung = { device: 'wasm', dtype: 'q8' };
const reasoning = { card: { reasons: true } };

interface RunOptions {
  controller?: AbortController;
  prompt?: string | null;
  writeQuestions?: boolean;
  onEvent?: (event: EvaluationEvent) => void;
}

async function run(
  judges: readonly Judge[],
  { controller = new AbortController(), prompt = null, writeQuestions = false, onEvent }: RunOptions = {},
) {
  const events: EvaluationEvent[] = [];
  const judged = await judgeClip(
    judges,
    makeEvidence({ prompt }),
    questions,
    { ...DEFAULT_REASONING, writeQuestions },
    {
      signal: controller.signal,
      onEvent: (event) => {
        events.push(event);
        onEvent?.(event);
      },
    },
  );
  const told = events.flatMap((event) => (event.type === 'verdict' ? [event.verdict] : []));
  const progress = events.flatMap((event) =>
    event.type === 'progress' ? [{ ...event.progress, remainingSeconds: event.remainingSeconds }] : [],
  );
  return { judged, events, told, progress };
}

const inShort = ({ judge, questionId, status }: Verdict) => `${judge}.${questionId} ${status}`;
const never = () => new Promise<never>(() => undefined);

describe('several judges', () => {
  test('are asked everything one after the other, and told what was said before', async () => {
    const closed: string[] = [];
    const heard: string[][] = [];
    const listener = makeJudge('second', {
      ...reasoning,
      session: {
        async *answer(asked, said) {
          heard.push(said.map(inShort));
          for (const { id } of asked) yield makeAnswer(id, 0, { judge: 'second' });
        },
        close: () => closed.push('second'),
      },
    });
    const { judged, told, progress } = await run([
      makeJudge('first', { session: { close: () => closed.push('first') } }),
      listener,
    ]);
    const first = questions.map(({ id }) => `first.${id} answered`);
    expect(told.map(inShort)).toEqual([...first, ...questions.map(({ id }) => `second.${id} answered`)]);
    expect(heard).toEqual([first]);
    expect(closed).toEqual(['first', 'second']);
    expect(judged.judges.map(({ card, model }) => [card.id, model])).toEqual([
      ['first', null],
      ['second', null],
    ]);
    expect(judged.notices).toEqual([]);
    expect(judged.stopped).toBeNull();
    expect(progress.at(-1)).toMatchObject({ stage: 'judge', done: 8, total: 8, remainingSeconds: 0 });
  });

  test('only the pace of the last one gives the time that is left', async () => {
    const slow = makeJudge('slow', {
      ...reasoning,
      beforeAnswer: () => new Promise((resolve) => setTimeout(resolve, 30)),
    });
    const { progress } = await run([makeJudge('fast'), slow]);
    expect(progress[0]).toMatchObject({ stage: 'judge', done: 0, total: 8 });
    expect(progress.slice(0, 5).map(({ remainingSeconds }) => remainingSeconds)).toEqual(Array(5).fill(null));
    expect(progress[5]?.remainingSeconds).toBeGreaterThan(0.06);
    expect(progress[8]?.remainingSeconds).toBe(0);
  });

  test('tell what they do and what made their answers', async () => {
    const model: ModelRun = {
      family: 'tiny',
      licence: 'MIT',
      rung,
      adapter: null,
      threads: 1,
      files: [],
      frameSize: null,
      checkDeviation: null,
      abandoned: [],
      settings: DEFAULT_REASONING,
    };
    const talker = makeJudge('talker', {
      ...reasoning,
      beforeAnswer: (done, { onEvent }) => onEvent({ type: 'answering', rung, done, total: 4 }),
      session: { modelRun: () => model },
    });
    const { judged, events } = await run([talker]);
    expect(events.filter(({ type }) => type === 'judge')).toHaveLength(4);
    expect(events.find(({ type }) => type === 'judge')).toEqual({
      type: 'judge',
      judge: 'talker',
      event: { type: 'answering', rung, done: 0, total: 4 },
    });
    expect(judged.judges[0]?.model).toEqual(model);
  });
});

describe('questions of a model', () => {
  const PROMPT = 'a brown dog';
  const OWN = 'attribute | dog | yes | Is the dog brown?';
  // What makes no question is left out.
  const NOISE = 'Sure! Here are some questions:';
  const writer = (writeText: (instruction: string) => Promise<string>) =>
    makeJudge('writer', { ...reasoning, session: { writeText } });

  test('are announced with the others, asked and counted', async () => {
    const instructions: string[] = [];
    const writing = writer(async (instruction) => {
      instructions.push(instruction);
      return `${NOISE}\n${OWN}`;
    });
    const { judged, events, told, progress } = await run([makeJudge('first'), writing], {
      prompt: PROMPT,
      writeQuestions: true,
    });
    expect(instructions).toEqual([expect.stringContaining(PROMPT)]);
    const announced = events.find((event) => event.type === 'questions');
    expect(announced?.questions.map(({ text }) => text).slice(4)).toEqual(['Is the dog brown?']);
    expect(announced?.questions[4]?.source).toBe('model');
    expect(judged.questions).toEqual(announced?.questions);
    expect(events.filter(({ type }) => type === 'questions')).toHaveLength(1);
    expect(told.at(-1)).toMatchObject({ judge: 'writer', questionId: announced?.questions[4]?.id, status: 'answered' });
    expect(progress.at(-1)).toMatchObject({ done: 9, total: 9 });
  });

  test.each([
    ['they are not wanted', { prompt: PROMPT, writeQuestions: false }],
    ['there is no prompt', { prompt: null, writeQuestions: true }],
  ])('are not written where %s', async (_, options) => {
    const { judged } = await run([writer(async () => OWN)], options);
    expect(judged.questions).toHaveLength(4);
  });

  test('that come to nothing are not announced', async () => {
    const { judged, events } = await run([writer(async () => NOISE)], { prompt: PROMPT, writeQuestions: true });
    expect(judged.questions).toHaveLength(4);
    expect(events.some(({ type }) => type === 'questions')).toBe(false);
  });

  test('that cannot be written leave the others, with a notice', async () => {
    const failing = writer(async () => {
      throw new LoupeError('timeout', 'It took too long.');
    });
    const { judged, told } = await run([failing], { prompt: PROMPT, writeQuestions: true });
    expect(told.map(({ status }) => status)).toEqual(Array(4).fill('answered'));
    expect(judged.notices).toEqual([
      { code: 'timeout', message: 'writer added no questions of its own. It took too long.' },
    ]);
  });
});

describe('a judge that fails', () => {
  const failure = new LoupeError('out_of_memory', 'The memory is used up.', 'Choose a smaller model.');

  test('on the way keeps what it has answered and says why of the rest', async () => {
    const failing = makeJudge('failing', {
      ...reasoning,
      beforeAnswer: (number) => {
        if (number === 2) throw failure;
      },
    });
    const { judged, told } = await run([makeJudge('first', { card: { kinds: {} } }), failing]);
    expect(told.slice(4).map(inShort)).toEqual([
      'failing.a answered',
      'failing.b answered',
      'failing.c unassessed',
      'failing.d unassessed',
    ]);
    expect(told.at(-1)).toMatchObject({ reason: failure.message, remedy: failure.remedy });
    expect(judged.notices).toEqual([
      { code: 'out_of_memory', message: 'failing did not answer every question. The memory is used up.' },
    ]);
    expect(judged.verdicts).toHaveLength(6);
  });

  test('to open says why of every question', async () => {
    const closedDoor: Judge = { ...makeJudge('failing', reasoning), open: () => Promise.reject(failure) };
    const { judged, told } = await run([closedDoor]);
    expect(told.map(({ reason }) => reason)).toEqual(Array(4).fill(failure.message));
    expect(judged.notices).toHaveLength(1);
  });

  test('to answer some of the questions leaves none without a verdict', async () => {
    const forgetful = makeJudge('forgetful', {
      ...reasoning,
      session: {
        async *answer() {
          yield makeAnswer('c', 1, { judge: 'forgetful' });
        },
      },
    });
    const { told } = await run([forgetful]);
    expect(told.map(inShort).sort()).toEqual([
      'forgetful.a unassessed',
      'forgetful.b unassessed',
      'forgetful.c answered',
      'forgetful.d unassessed',
    ]);
  });
});

describe('an abort', () => {
  const stoppedSentence = 'You stopped the run before this was answered.';

  test('keeps what a judge has answered, without waiting for one that does not stop', async () => {
    const controller = new AbortController();
    const closed: string[] = [];
    const stubborn = makeJudge('stubborn', {
      ...reasoning,
      beforeAnswer: (number) => (number === 1 ? never() : undefined),
      session: { close: () => closed.push('stubborn') },
    });
    const start = performance.now();
    const { judged, told } = await run([makeJudge('first'), stubborn], {
      controller,
      onEvent: (event) => {
        if (event.type === 'verdict' && event.verdict.judge === 'stubborn') setTimeout(() => controller.abort(), 10);
      },
    });
    expect(performance.now() - start).toBeLessThan(1000);
    expect(told.slice(4).map(inShort)).toEqual([
      'stubborn.a answered',
      'stubborn.b unassessed',
      'stubborn.c unassessed',
      'stubborn.d unassessed',
    ]);
    expect(told.slice(5).map(({ reason }) => reason)).toEqual(Array(3).fill(stoppedSentence));
    expect(closed).toEqual(['stubborn']);
    expect(judged.stopped).toEqual({ done: 5, total: 8 });
    expect(judged.notices).toEqual([]);
  });

  test('while a judge opens closes it once it is open', async () => {
    const controller = new AbortController();
    let noteClosed: () => void = () => undefined;
    const closed = new Promise<void>((resolve) => {
      noteClosed = resolve;
    });
    const fast = makeJudge('slow door', { ...reasoning, session: { close: () => noteClosed() } });
    const slowDoor: Judge = {
      ...fast,
      open: async (...inputs) => {
        controller.abort();
        await new Promise((resolve) => setTimeout(resolve, 20));
        return fast.open(...inputs);
      },
    };
    const { told } = await run([slowDoor], { controller });
    expect(told.map(({ reason }) => reason)).toEqual(Array(4).fill(stoppedSentence));
    await closed;
  });

  test('while a model writes questions is no failure of the model', async () => {
    const controller = new AbortController();
    const writer = makeJudge('writer', {
      ...reasoning,
      session: {
        writeText: () => {
          controller.abort();
          return never();
        },
      },
    });
    const { judged } = await run([writer], { controller, prompt: 'a dog', writeQuestions: true });
    expect(judged.notices).toEqual([]);
    expect(judged.stopped).toEqual({ done: 0, total: 4 });
  });

  test('before the judges leaves those that reason unasked', async () => {
    const controller = new AbortController();
    controller.abort();
    const unasked: Judge = { ...makeJudge('unasked', reasoning), open: never };
    const { judged, told } = await run([makeJudge('measures'), unasked], { controller });
    expect(told.slice(0, 4).map(({ status }) => status)).toEqual(Array(4).fill('answered'));
    expect(told.slice(4).map(({ reason }) => reason)).toEqual(Array(4).fill(stoppedSentence));
    expect(judged.judges.map(({ card }) => card.id)).toEqual(['measures', 'unasked']);
    expect(judged.stopped).toEqual({ done: 4, total: 8 });
  });
});
