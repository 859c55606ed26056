/**
 * The part of the Prompt API that is used here (webmachinelearning.github.io/prompt-api; Chrome 148 and later on desktops,
 * window only). It gives text without probabilities.
 */

type Availability = 'unavailable' | 'downloadable' | 'downloading' | 'available';

export type MessageContent = { type: 'text'; value: string } | { type: 'image'; value: ImageData };

export interface Message {
  role: 'system' | 'user';
  content: string | MessageContent[];
}

interface Expected {
  type: 'text' | 'image';
  languages?: string[];
}

/** What a session must be able to do; `availability` answers for these and no others. */
export interface SessionNeeds {
  expectedInputs: Expected[];
  expectedOutputs: Expected[];
}

export interface CreateOptions extends SessionNeeds {
  initialPrompts: Message[];
  /** Browsers that do not know it pass it over. */
  samplingMode: 'most-predictable' | 'balanced';
  signal: AbortSignal;
}

export interface PromptOptions {
  /** JSON Schema that the answer fits. */
  responseConstraint: object;
  signal: AbortSignal;
}

/**
 * A conversation. It forgets its oldest messages where new ones need their room, and fires `contextoverflow`; what cannot be
 * made to fit is refused with a `QuotaExceededError`.
 */
export interface LanguageModelSession extends EventTarget {
  /** Tokens taken, and tokens there are. */
  readonly contextUsage: number;
  readonly contextWindow: number;
  append(messages: Message[], options: { signal: AbortSignal }): Promise<unknown>;
  /** The answer in pieces. */
  promptStreaming(messages: Message[], options: PromptOptions): ReadableStream<string>;
  clone(options: { signal: AbortSignal }): Promise<LanguageModelSession>;
  destroy(): void;
}

export interface LanguageModelApi {
  availability(needs: SessionNeeds): Promise<Availability>;
  /** Downloads the model where it is not there yet: to be called only when it is available. */
  create(options: CreateOptions): Promise<LanguageModelSession>;
}

/** Pictures and English in, English out. */
export const NEEDS: SessionNeeds = {
  expectedInputs: [{ type: 'text', languages: ['en'] }, { type: 'image' }],
  expectedOutputs: [{ type: 'text', languages: ['en'] }],
};

/** This browser's, or null. */
export function browserLanguageModel(): LanguageModelApi | null {
  const api: unknown = Reflect.get(globalThis, 'LanguageModel');
  // A class of that name is the standard's; its static methods are those above.
  return typeof api === 'function' ? (api as unknown as LanguageModelApi) : null;
}
