import { describe, expect, test } from 'vitest';
import type { FrameFindings } from '../../../../src/detectors/detection.ts';
import type { DetectorApi } from '../../../../src/detectors/detector-api.ts';
import { LoupeError } from '../../../../src/domain/error.ts';
import type { Picture } from '../../../../src/domain/frame.ts';
import type { Question } from '../../../../src/domain/question.ts';
import type { Verdict } from '../../../../src/domain/verdict.ts';
import { askJudge } from '../../../../src/evaluate/ask-judge.ts';
import { CALIBRATION } from '../../../../src/judges/detected/calibration.ts';
import { makeDetectedJudge } from '../../../../src/judges/detected/detected-judge.ts';
import type { WorkerClient } from '../../../../src/worker-client/worker-client.ts';
import { makeFrame, makeObject, makePose } from '../../detectors/make-findings.ts';
import { makeEvidence, OPEN_OPTIONS } from '../../make-judge.ts';
import { makeQuestion } from '../../make-question.ts';

const TIMES = [0, 0.2, 0.4, 0.6, 0.8];
const forever = new AbortController().signal;

const NO_READER = new LoupeError('model_missing', 'The text reader could not be loaded.', 'Build the app again.');

/** A worker that finds what it is told to, frame by frame. */
function fakeWorker(found: readonly FrameFindings[]) {
  let at = 0;
  const remote: DetectorApi = {
    load: async () => ({ threads: 1, files: [] }),
    detect: async () => found[at++] ?? makeFrame(at, []),
    loadReader: () => Promise.reject(NO_READER),
    read: async () => [],
  };
  // The session uses nothing else of a client.
  const client = {
    call: (task: (remote: DetectorApi) => Promise<unknown>) => task(remote),
    terminate: () => undefined,
  } as unknown as WorkerClient<DetectorApi>;
  return client;
}

const picture = (index: number): Picture => ({
  index,
  timeSeconds: index * 0.2,
  width: 1,
  height: 1,
  rgba: new Uint8ClampedArray(4),
});

async function ask(questions: readonly Question[], found: readonly FrameFindings[], prompt: string | null = null) {
  let started = 0;
  const judge = makeDetectedJudge(() => {
    started++;
    return fakeWorker(found);
  }, CALIBRATION);
  const evidence = makeEvidence({
    prompt,
    frames: { indices: TIMES.map((_, index) => index), timesSeconds: TIMES, runs: [] },
    pictures: async (requests) => requests.map(({ index }) => picture(index)),
  });
  const session = await judge.open(evidence, OPEN_OPTIONS, forever);
  const verdicts: Verdict[] = [];
  for await (const verdict of session.answer(questions, [], forever)) verdicts.push(verdict);
  return { verdicts, started, detections: session.detections?.() ?? null };
}

const asks = (kind: Question['kind'], entity: string, more: Partial<Question> = {}) =>
  makeQuestion(`${kind}.${entity}`, { kind, entity, ...more });
const clip = (score: number) => TIMES.map((_, frame) => makeFrame(frame, [makeObject('horse', score, 5 * frame)]));
const people = (number: number) =>
  TIMES.map((_, frame) => {
    const objects = Array.from({ length: number }, (_, one) => makeObject('person', 0.8, 100 * one));
    return makeFrame(
      frame,
      objects,
      objects.map(({ box }) => makePose(0.6, box)),
    );
  });

describe('the detected judge', () => {
  test('sees what is there, with frames, moments and the track it rests on', async () => {
    const { verdicts, detections } = await ask([asks('entity_present', 'horse')], clip(0.7));
    expect(verdicts[0]).toMatchObject({ status: 'answered', judge: 'detected', tracks: ['horse 1'] });
    const [verdict] = verdicts;
    if (verdict?.status !== 'answered') throw new Error('There is no answer.');
    expect(verdict.pYes).toBeGreaterThan(0.75);
    expect(verdict.reason).toContain('A horse is found in 5 of 5 frames');
    expect(verdict.moments).toHaveLength(1);
    // It moves 20 pixels to the right in a picture of 320 × 180.
    const { x = 1, y = 1, width = 0, height = 0 } = verdict.moments[0]?.box ?? {};
    expect([x * 320, y * 180, width * 320, height * 180].map(Math.round)).toEqual([0, 10, 60, 40]);
    expect(detections?.tracks[0]?.points).toHaveLength(5);
    expect(detections?.frames).toEqual([0, 1, 2, 3, 4]);
  });

  test('says no where nothing looks like it, and nothing in between', async () => {
    const no = (await ask([asks('entity_present', 'horse')], clip(0.02))).verdicts[0];
    expect(no?.status === 'answered' && no.pYes).toBeLessThan(0.25);
    expect(no?.reason).toContain('No horse is found in any of 5 frames');
    const unsure = (await ask([asks('entity_present', 'horse')], clip(0.17))).verdicts[0];
    expect(unsure).toMatchObject({ status: 'unassessed' });
    expect(unsure?.reason).toContain('not sure enough');
  });

  test('does not deny what is small', async () => {
    const { verdicts } = await ask([asks('entity_present', 'spoon')], clip(0.7));
    expect(verdicts[0]).toMatchObject({ status: 'unassessed' });
    expect(verdicts[0]?.reason).toContain('small');
  });

  test('denies a person only where the prompt names one', async () => {
    const asked = [asks('entity_present', 'person')];
    const [named] = (await ask(asked, clip(0.7), 'A person toasts with beer')).verdicts;
    expect(named?.status === 'answered' && named.pYes).toBeLessThan(0.25);
    const [implied] = (await ask(asked, clip(0.7), 'Toasting with beer')).verdicts;
    expect(implied).toMatchObject({ status: 'unassessed' });
    expect(implied?.reason).toContain('hands');
  });

  test('says what it did not look at when a prompt names a kind of thing', async () => {
    const { verdicts } = await ask([asks('entity_present', 'girl')], people(1));
    expect(verdicts[0]).toMatchObject({ status: 'answered' });
    expect(verdicts[0]?.reason).toContain('“girl”');
  });

  test('counts people', async () => {
    const pYes = async (asked: number, number: number) => {
      const [verdict] = (await ask([asks('count', 'girls', { count: asked })], people(number))).verdicts;
      return verdict?.status === 'answered' ? verdict.pYes : null;
    };
    expect(await pYes(2, 2)).toBeGreaterThan(0.75);
    expect(await pYes(2, 4)).toBeLessThan(0.25);
    expect(await pYes(9, 2)).toBeNull();
    const several = (await ask([asks('count', 'girls')], people(2))).verdicts[0];
    expect(several).toMatchObject({ status: 'unassessed' });
    const dogs = (await ask([asks('count', 'dogs', { count: 2 })], people(2))).verdicts[0];
    expect(dogs).toMatchObject({ status: 'unassessed' });
  });

  test('is not even loaded for what it does not know', async () => {
    const { verdicts, started, detections } = await ask(
      [
        asks('entity_present', 'waterfall'),
        asks('action', 'horse'),
        makeQuestion('whole'),
        asks('rendered_text', 'sign', { quote: 'Привет' }),
      ],
      clip(0.7),
    );
    expect(verdicts.map(({ status }) => status)).toEqual(Array(4).fill('unassessed'));
    expect(verdicts[0]?.reason).toContain('“waterfall”');
    expect(started).toBe(0);
    expect(detections).toBeNull();
  });

  test('says what failed when the text reader cannot be loaded, after what the detectors found', async () => {
    const judge = makeDetectedJudge(() => fakeWorker(clip(0.7)), CALIBRATION);
    const evidence = makeEvidence({
      frames: { indices: [0], timesSeconds: [0], runs: [] },
      pictures: async (requests) => requests.map(({ index }) => picture(index)),
    });
    const questions = [
      asks('rendered_text', 'sign', { text: 'Does the sign say “OPEN”?', quote: 'OPEN' }),
      asks('entity_present', 'horse'),
    ];
    const verdicts: Verdict[] = [];
    const { failure } = await askJudge(judge, evidence, questions, {
      ...OPEN_OPTIONS,
      said: [],
      signal: forever,
      onVerdict: (verdict) => verdicts.push(verdict),
      addQuestions: () => questions,
    });
    expect(failure?.code).toBe('model_missing');
    expect(verdicts.map(({ questionId, status }) => [questionId, status])).toEqual([
      ['entity_present.horse', 'answered'],
      ['rendered_text.sign', 'unassessed'],
    ]);
    expect(verdicts[1]?.reason).toBe(NO_READER.message);
  });

  test('ships with what it was validated to', () => {
    expect(CALIBRATION.presence.validation.accuracy).toBeGreaterThan(0.9);
    expect(CALIBRATION.count.pSame[0]).toBeGreaterThan(0.75);
    expect(CALIBRATION.presence.person.object).toBeGreaterThan(0);
    expect(CALIBRATION.presence.thing.object).toBeGreaterThan(0);
  });
});

describe('what follows from following', () => {
  const walking = TIMES.map((_, frame) => makeFrame(frame, [makeObject('horse', 0.9, 20 + 25 * frame, 60)]));
  const standing = TIMES.map((_, frame) => makeFrame(frame, [makeObject('horse', 0.9, 60, 60)]));
  const vanishing = TIMES.map((_, frame) => makeFrame(frame, frame === 2 ? [] : [makeObject('horse', 0.9, 60, 60)]));
  const vanishes = makeQuestion('clip.permanence', { kind: 'permanence', entity: null, polarity: 'negative' });

  test('a thing that goes through the picture moves, one that stands does not', async () => {
    const question = asks('motion_present', 'horse');
    const [moves] = (await ask([question], walking)).verdicts;
    const [stands] = (await ask([question], standing)).verdicts;
    expect(moves).toMatchObject({ status: 'answered', tracks: ['horse 1'] });
    if (moves?.status !== 'answered' || stands?.status !== 'answered') throw new Error('There is no answer.');
    expect(moves.pYes).toBeGreaterThan(0.7);
    expect(stands.pYes).toBeLessThan(0.3);
    expect(moves.reason).toMatch(/horse 1 goes \d+ % of the picture’s long edge per second/);
  });

  test('what is gone between two frames has vanished, at that moment', async () => {
    const { verdicts } = await ask([asks('entity_present', 'horse'), vanishes], vanishing);
    const verdict = verdicts.find(({ questionId }) => questionId === vanishes.id);
    if (verdict?.status !== 'answered') throw new Error('There is no answer.');
    expect(verdict.pYes).toBeGreaterThan(0.5);
    expect(verdict.moments[0]?.startSeconds).toBeCloseTo(0.3);
    expect(verdict.moments[0]?.endSeconds).toBeCloseTo(0.5);
  });

  test('what stays is told by name', async () => {
    const { verdicts } = await ask([asks('entity_present', 'horse'), vanishes], standing);
    const verdict = verdicts.find(({ questionId }) => questionId === vanishes.id);
    expect(verdict).toMatchObject({ status: 'answered', tracks: ['horse 1'] });
    expect(verdict?.reason).toMatch(/stays in sight/);
  });

  test('the detectors are not loaded for it alone', async () => {
    const { verdicts, started } = await ask([vanishes], standing);
    expect(started).toBe(0);
    expect(verdicts[0]).toMatchObject({ status: 'unassessed' });
  });
});

describe('where things are to each other', () => {
  const side = (x: (frame: number) => number) =>
    TIMES.map((_, frame) =>
      makeFrame(frame, [makeObject('horse', 0.9, 120, 60), makeObject('dog', 0.9, x(frame), 60)]),
    );
  const question = asks('relation', 'dog', { text: 'Is the dog to the right of a horse?' });

  test('is told where both are seen, with both tracks', async () => {
    const { verdicts, detections } = await ask(
      [question, asks('relation', 'dog', { text: 'Is the dog to the left of a horse?', id: 'left' })],
      side(() => 250),
    );
    const [right, left] = verdicts;
    if (right?.status !== 'answered' || left?.status !== 'answered') throw new Error('There is no answer.');
    expect(right.pYes).toBeGreaterThan(0.7);
    expect(left.pYes).toBeLessThan(0.3);
    expect(right.tracks).toEqual(['dog 1', 'horse 1']);
    expect(right.reason).toBe('Where both are found, a dog is to the right of a horse, in 5 of 5 frames.');
    expect(detections?.tracks.map(({ label }) => label).sort()).toEqual(['dog', 'horse']);
  });

  test('is not told where it changes, where one covers the other, and where one is missing', async () => {
    for (const found of [side((frame) => (frame % 2 === 0 ? 250 : 10)), side(() => 130), clip(0.9)])
      expect((await ask([question], found)).verdicts[0]?.status).toBe('unassessed');
  });

  test('is not asked of the detectors where boxes cannot tell', async () => {
    const { verdicts, started } = await ask([asks('relation', 'dog', { text: 'Is the dog behind a horse?' })], []);
    expect(verdicts[0]?.reason).toContain('The detectors tell what is left of');
    expect(started).toBe(0);
  });
});

describe('how large things are in the picture', () => {
  const horse = asks('entity_present', 'horse');
  const camera = (text: string) => makeQuestion('camera', { kind: 'camera', entity: null, text });
  // The clip is 320 × 180.
  const sized = (size: number) => TIMES.map((_, frame) => makeFrame(frame, [makeObject('horse', 0.9, 20, size)]));

  test.each<[string, number, boolean | null]>([
    ['Is this a close-up?', 200, true],
    ['Is this a close up of a horse?', 50, false],
    ['Is this a close-up?', 150, null],
    ['Is this a wide shot?', 50, true],
    ['Is this an extreme wide shot?', 200, false],
    ['Is this a wide shot?', 150, null],
    ['Is this a studio shot?', 200, null],
  ])('%s Of a thing of %d pixels: %s', async (text, size, expected) => {
    const { verdicts } = await ask([horse, camera(text)], sized(size));
    const verdict = verdicts.find(({ questionId }) => questionId === 'camera');
    expect(verdict?.status === 'answered' ? verdict.pYes > 0.5 : null).toBe(expected);
  });

  test('is not asked where the prompt names nothing to look for', async () => {
    const { verdicts, started } = await ask([camera('Is this a close-up?')], []);
    expect(verdicts[0]?.status).toBe('unassessed');
    expect(started).toBe(0);
  });
});
