import { LoupeError } from '../../domain/error.ts';
import { evenlySpread } from '../../domain/evenly-spread.ts';
import type { Picture } from '../../domain/frame.ts';
import { describeView, type PlannedView } from '../vision-language/plan-views.ts';
import { sharedText } from '../vision-language/prompt-text.ts';
import {
  type LanguageModelApi,
  type LanguageModelSession,
  type Message,
  type MessageContent,
  NEEDS,
} from './language-model.ts';

/** Tokens that are kept free for a question, the form of its answer and the answer. */
const ROOM_TOKENS = 700;

const INSTRUCTION =
  'You look at frames of a video and answer questions about them truthfully, from what can be seen and nothing else.';

export interface FrameSession {
  /** To be cloned for each question. */
  base: LanguageModelSession;
  /** The pictures that it was shown, in order. */
  seen: readonly Picture[];
}

export interface ShownView {
  view: PlannedView;
  pictures: readonly Picture[];
  durationSeconds: number;
  notes: string;
  samplingMode: 'most-predictable' | 'balanced';
}

/**
 * Opens a session that has been shown pictures, once for all questions. Where they leave no room for questions, half of them
 * are shown, spread evenly, and so on.
 * @throws LoupeError `quota_exceeded` when not even one fits; DOMException as the browser gives it
 */
export async function showFrames(api: LanguageModelApi, view: ShownView, signal: AbortSignal): Promise<FrameSession> {
  for (let wanted = view.pictures.length; wanted > 0; wanted >>= 1) {
    const seen = evenlySpread(view.pictures.length, wanted).flatMap((at) => view.pictures[at] ?? []);
    const initialPrompts: Message[] = [{ role: 'system', content: INSTRUCTION }];
    const base = await api.create({ ...NEEDS, initialPrompts, samplingMode: view.samplingMode, signal });
    try {
      if (await fits(base, [{ role: 'user', content: contentOf(view, seen) }], signal)) return { base, seen };
    } catch (reason) {
      base.destroy();
      throw reason;
    }
    base.destroy();
  }
  throw new LoupeError(
    'quota_exceeded',
    'The browser’s model has no room for a single frame.',
    'Choose another judge.',
  );
}

/** Whether the session forgets what it was told first during some work. */
export async function remembers(session: LanguageModelSession, work: () => Promise<unknown>): Promise<boolean> {
  let overflowed = false;
  const listen = () => {
    overflowed = true;
  };
  session.addEventListener('contextoverflow', listen);
  try {
    await work();
  } finally {
    session.removeEventListener('contextoverflow', listen);
  }
  return !overflowed;
}

async function fits(base: LanguageModelSession, messages: Message[], signal: AbortSignal): Promise<boolean> {
  try {
    const whole = await remembers(base, () => base.append(messages, { signal }));
    // Not every browser tells its window; the comparison is then false.
    return whole && !(base.contextWindow - base.contextUsage < ROOM_TOKENS);
  } catch (reason) {
    if (reason instanceof DOMException && reason.name === 'QuotaExceededError') return false;
    throw reason;
  }
}

function contentOf({ view, durationSeconds, notes }: ShownView, seen: readonly Picture[]): MessageContent[] {
  const { introduction, captions, ...shared } = sharedText({ ...describeView(view, seen), durationSeconds, notes });
  const text = (value: string): MessageContent[] => (value === '' ? [] : [{ type: 'text', value }]);
  return [
    ...text(introduction),
    ...seen.flatMap(({ rgba, width, height }, i): MessageContent[] => [
      ...text(captions[i] ?? ''),
      { type: 'image', value: new ImageData(rgba, width, height) },
    ]),
    ...text(shared.notes),
  ];
}
