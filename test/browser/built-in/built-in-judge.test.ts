import { describe, expect, it } from 'vitest';
import { DEFAULT_REASONING, type ReasoningSettings } from '../../../src/domain/reasoning.ts';
import type { AnsweredVerdict, Verdict } from '../../../src/domain/verdict.ts';
import { offerBuiltIn } from '../../../src/judges/built-in/offer-built-in.ts';
import type { Evidence, JudgeEvent, JudgeSession } from '../../../src/judges/judge.ts';
import { makeQuestion } from '../../unit/make-question.ts';
import { FakeLanguageModel } from './fake-language-model.ts';
import { makeEvidence } from './make-evidence.ts';

const never = new AbortController().signal;
const QUESTIONS = [makeQuestion('ball'), makeQuestion('sky'), makeQuestion('dog')];
const yes = (reason: string) => JSON.stringify({ reason, answer: 'yes' });
const no = (reason: string) => JSON.stringify({ reason, answer: 'no' });

interface Run {
  verdicts: Verdict[];
  events: JudgeEvent[];
  session: JudgeSession;
}

async function open(model: FakeLanguageModel, settings: Partial<ReasoningSettings>, evidence: Partial<Evidence>) {
  const { judge } = await offerBuiltIn(model);
  if (judge === null) throw new Error('the judge is not offered');
  const events: JudgeEvent[] = [];
  const options = {
    settings: { ...DEFAULT_REASONING, ...settings },
    onEvent: (event: JudgeEvent) => events.push(event),
  };
  return { session: await judge.open(makeEvidence(evidence), options, never), events };
}

async function run(
  model: FakeLanguageModel,
  settings: Partial<ReasoningSettings> = {},
  evidence: Partial<Evidence> = {},
): Promise<Run> {
  const { session, events } = await open(model, settings, evidence);
  const verdicts: Verdict[] = [];
  for await (const verdict of session.answer(QUESTIONS, [], never)) verdicts.push(verdict);
  session.close();
  return { verdicts, events, session };
}

function answered(verdict: Verdict | undefined): AnsweredVerdict {
  if (verdict?.status !== 'answered') throw new Error(`unassessed: ${verdict?.reason}`);
  return verdict;
}

describe('the offer', () => {
  it('says that a browser has no built-in model', async () => {
    const { offer, judge } = await offerBuiltIn(null);
    expect(offer.unavailable?.reason).toContain('no built-in model');
    expect(judge).toBeNull();
  });

  it('is understood by this browser, which has no model behind its API', async (context) => {
    const api: unknown = Reflect.get(globalThis, 'LanguageModel');
    if (typeof api !== 'function') return context.skip('this browser is too old for the Prompt API');
    const used = [
      'append',
      'clone',
      'promptStreaming',
      'destroy',
      'contextUsage',
      'contextWindow',
      'oncontextoverflow',
    ];
    expect(Object.getOwnPropertyNames(api.prototype)).toEqual(expect.arrayContaining(used));
    const { offer } = await offerBuiltIn();
    // A misspelt option would be a TypeError, and nothing known.
    if (offer.unavailable !== null) expect(offer.unavailable.reason).not.toContain('does not say');
  });

  it.each([
    ['unavailable', 'can look at pictures'],
    ['downloadable', 'has not downloaded'],
    ['downloading', 'still downloading'],
    ['something-new', 'does not say'],
  ])('gives a reason and a remedy when the model is %s, and starts no download', async (availability, reason) => {
    const model = new FakeLanguageModel({ availability, respond: () => yes('') });
    const { offer, judge } = await offerBuiltIn(model);
    expect(offer.unavailable?.reason).toContain(reason);
    expect(offer.unavailable?.remedy).not.toBe('');
    expect([judge, model.created]).toEqual([null, []]);
  });

  it('gives a reason when the browser fails to say', async () => {
    const model = new FakeLanguageModel({ respond: () => yes('') });
    model.availability = () => Promise.reject(new DOMException('blocked', 'NotAllowedError'));
    expect((await offerBuiltIn(model)).offer.unavailable?.reason).toContain('does not say');
  });
});

describe('the judge', () => {
  it('shows the frames once and asks each question in a branch of its own', async () => {
    const model = new FakeLanguageModel({
      respond: (text, pictures) => (text.includes('dog') ? no('No dog at 1.5 s.') : yes(`I see ${pictures} frames.`)),
    });
    const { verdicts, session } = await run(model);
    expect([model.created.length, model.appended.length, model.asked.length]).toEqual([1, 1, 3]);
    expect(verdicts.map((verdict) => [verdict.questionId, answered(verdict).pYes])).toEqual([
      ['ball', 1],
      ['sky', 1],
      ['dog', 0],
    ]);
    const dog = answered(verdicts[2]);
    expect(dog).toMatchObject({ hard: true, mass: 1, reason: 'No dog at 1.5 s.', judge: 'built-in' });
    expect(dog.rationale).toMatchObject({
      view: 'overview',
      before: null,
      after: null,
      votes: null,
      ended: 'finished',
    });
    expect(answered(verdicts[0]).reason).toBe('I see 8 frames.');
    expect(model.open).toBe(0);
    expect(session.modelRun?.()).toMatchObject({ rung: { device: 'browser' }, frameSize: { width: 320, height: 180 } });
  });

  it('binds the times of a reason to frames it was shown', async () => {
    const model = new FakeLanguageModel({ respond: () => no('It vanishes at 3.90 s, and again at 9 s.') });
    const verdict = answered((await run(model)).verdicts[0]);
    const [inside, outside] = verdict.moments;
    expect(verdict.rationale?.frames).toContain(39);
    expect(inside).toMatchObject({ frames: [39], outsideClip: false });
    expect(outside).toMatchObject({ frames: [], outsideClip: true });
  });

  it('tells the reason while it is written', async () => {
    const model = new FakeLanguageModel({ respond: () => yes('A "red" ball\\lies in the grass.') });
    const { events } = await run(model);
    const texts = events.flatMap((event) =>
      event.type === 'rationale' && event.questionId === 'ball' ? [event.text] : [],
    );
    expect(texts.at(-1)).toBe('A "red" ball\\lies in the grass.');
    expect(texts.every((text) => (texts.at(-1) ?? '').startsWith(text))).toBe(true);
    expect(new Set(texts).size).toBeGreaterThan(2);
    expect(events.filter(({ type }) => type === 'answering')).toHaveLength(3);
  });

  it('asks for the answer alone when there is little time', async () => {
    const model = new FakeLanguageModel({ respond: () => '{"answer":"no"}' });
    const { verdicts } = await run(model, { depth: 'quick', votes: 5 });
    expect(model.asked).toHaveLength(3);
    expect(JSON.stringify(model.asked[0]?.constraint)).not.toContain('reason');
    expect(answered(verdicts[0])).toMatchObject({ pYes: 0, hard: true, rationale: { ended: 'skipped' } });
    expect(model.created[0]?.samplingMode).toBe('most-predictable');
  });

  it('counts votes, and gives the reason of the majority', async () => {
    const model = new FakeLanguageModel({
      respond: (_, __, attempt) => (attempt === 1 ? yes('It is there.') : no('It is not there.')),
    });
    const verdict = answered((await run(model, { votes: 3 })).verdicts[0]);
    expect(verdict.pYes).toBeCloseTo(1 / 3);
    expect(verdict).toMatchObject({ hard: false, reason: 'It is not there.', rationale: { votes: { yes: 1, no: 2 } } });
    expect(model.created[0]?.samplingMode).toBe('balanced');
    expect([model.asked.length, model.open]).toEqual([9, 0]);
  });

  it('leaves a question that fails unassessed, and asks the next', async () => {
    const model = new FakeLanguageModel({
      respond: (text) => {
        if (text.includes('ball')) throw new DOMException('filtered', 'NotReadableError');
        return text.includes('sky') ? '{"reason": "It is' : yes('There.');
      },
    });
    const { verdicts } = await run(model);
    expect(verdicts.map(({ status }) => status)).toEqual(['unassessed', 'unassessed', 'answered']);
    expect(verdicts[0]?.reason).toContain('held back');
    expect(verdicts[1]?.reason).toContain('no answer that can be read');
    expect(model.open).toBe(0);
  });

  it('stops an answer that does not end', async () => {
    const model = new FakeLanguageModel({ respond: () => yes('and '.repeat(5000)) });
    expect((await run(model)).verdicts[0]).toMatchObject({ status: 'unassessed' });
  });

  it('shows fewer frames where they leave no room, and never asks about frames that were forgotten', async () => {
    const respond = (_: string, pictures: number) => yes(`I see ${pictures} frames.`);
    const small = new FakeLanguageModel({ contextWindow: 2000, respond });
    expect(answered((await run(small)).verdicts[0]).reason).toBe('I see 4 frames.');
    expect([small.created.length, small.open]).toEqual([2, 0]);

    const none = new FakeLanguageModel({ contextWindow: 300, respond });
    expect((await run(none)).verdicts[0]?.reason).toContain('no room for a single frame');
    expect(none.asked).toEqual([]);

    const forgetful = new FakeLanguageModel({ contextWindow: 3000, respond });
    const long = [makeQuestion('long', { text: `Is it ${'very '.repeat(2000)} red?` })];
    const { session } = await open(forgetful, {}, {});
    for await (const verdict of session.answer(long, [], never)) {
      expect(verdict).toMatchObject({ status: 'unassessed', reason: expect.stringContaining('did not fit') });
    }
  });

  it('says why when the frames cannot be drawn', async () => {
    const model = new FakeLanguageModel({ respond: () => yes('') });
    const { verdicts } = await run(model, {}, { pictures: async () => [] });
    expect(verdicts.map(({ reason }) => reason)).toEqual(
      Array(3).fill(expect.stringContaining('could not be decoded')),
    );
  });

  it.each(['signal', 'close'])('ends in the middle of an answer on %s, and leaves no session behind', async (how) => {
    const model = new FakeLanguageModel({ respond: () => yes('A long reason.'), delay: 300 });
    const { session } = await open(model, {}, {});
    const abort = new AbortController();
    const next = session.answer(QUESTIONS, [], abort.signal)[Symbol.asyncIterator]().next();
    setTimeout(() => (how === 'signal' ? abort.abort() : session.close()), 400);
    const start = performance.now();
    await expect(next).rejects.toMatchObject({ code: 'cancelled' });
    expect(performance.now() - start).toBeLessThan(1400);
    session.close();
    expect(model.open).toBe(0);
  });
});
