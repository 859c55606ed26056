import type {
  CreateOptions,
  LanguageModelApi,
  LanguageModelSession,
  Message,
  PromptOptions,
  SessionNeeds,
} from '../../../src/judges/built-in/language-model.ts';

const IMAGE_TOKENS = 256;
const RESPONSE_PIECES = 5;

export interface FakeOptions {
  availability?: string;
  contextWindow?: number;
  /** What it answers to a text, given the pictures it remembers; a throw is a failure of the model. */
  respond: (question: string, pictures: number, attempt: number) => string;
  /** Milliseconds between pieces of an answer. */
  delay?: number;
}

/**
 * A language model that keeps to the Prompt API's contract (webmachinelearning.github.io/prompt-api): sessions with a history
 * of their own, images only where they were announced, eviction of the oldest messages but for the first ones, abort, destroy.
 * It counts what is left open.
 */
export class FakeLanguageModel implements LanguageModelApi {
  readonly options: FakeOptions;
  readonly created: CreateOptions[] = [];
  readonly appended: Message[][] = [];
  readonly asked: { text: string; constraint: object }[] = [];
  open = 0;

  constructor(options: FakeOptions) {
    this.options = options;
  }

  async availability({ expectedInputs }: SessionNeeds): Promise<'available'> {
    if (!expectedInputs.some(({ type }) => type === 'image')) throw new TypeError('asked for something else');
    // A browser may say what no type foresees.
    return (this.options.availability ?? 'available') as 'available';
  }

  async create(options: CreateOptions): Promise<LanguageModelSession> {
    options.signal.throwIfAborted();
    this.created.push(options);
    return new FakeSession(this, options, []);
  }
}

class FakeSession extends EventTarget implements LanguageModelSession {
  readonly #model: FakeLanguageModel;
  readonly #options: CreateOptions;
  #history: Message[];
  readonly #ended = new AbortController();

  constructor(model: FakeLanguageModel, options: CreateOptions, history: Message[]) {
    super();
    this.#model = model;
    this.#options = options;
    this.#history = [...history];
    model.open++;
  }

  get contextWindow(): number {
    return this.#model.options.contextWindow ?? 9216;
  }

  get contextUsage(): number {
    return tokensOf([...this.#options.initialPrompts, ...this.#history]);
  }

  async append(messages: Message[], { signal }: { signal: AbortSignal }): Promise<void> {
    this.#check(signal);
    this.#take(messages);
    this.#model.appended.push(messages);
  }

  async clone({ signal }: { signal: AbortSignal }): Promise<LanguageModelSession> {
    this.#check(signal);
    return new FakeSession(this.#model, this.#options, this.#history);
  }

  promptStreaming(messages: Message[], { responseConstraint, signal }: PromptOptions): ReadableStream<string> {
    const { respond, delay = 0 } = this.#model.options;
    const stop = AbortSignal.any([signal, this.#ended.signal]);
    const text = messages.map(({ content }) => content).join();
    return new ReadableStream<string>({
      start: async (controller) => {
        try {
          this.#check(signal);
          this.#take(messages);
          const attempt = this.#model.asked.filter((earlier) => earlier.text === text).length;
          this.#model.asked.push({ text, constraint: responseConstraint });
          const answer = respond(text, picturesOf(this.#history), attempt);
          const size = Math.max(1, Math.ceil(answer.length / RESPONSE_PIECES));
          for (let at = 0; at < answer.length; at += size) {
            await new Promise((resolve) => setTimeout(resolve, delay));
            stop.throwIfAborted();
            controller.enqueue(answer.slice(at, at + size));
          }
          controller.close();
        } catch (reason) {
          controller.error(reason);
        }
      },
    });
  }

  destroy(): void {
    if (this.#ended.signal.aborted) return;
    this.#ended.abort();
    this.#model.open--;
  }

  #check(signal: AbortSignal): void {
    signal.throwIfAborted();
    if (this.#ended.signal.aborted) throw new DOMException('The session was destroyed.', 'InvalidStateError');
  }

  #take(messages: Message[]): void {
    const images = this.#options.expectedInputs.some(({ type }) => type === 'image');
    if (!images && picturesOf(messages) > 0) throw new DOMException('No images were announced.', 'NotSupportedError');
    const first = tokensOf(this.#options.initialPrompts);
    if (first + tokensOf(messages) > this.contextWindow)
      throw new DOMException('The input is too large.', 'QuotaExceededError');
    const history = [...this.#history, ...messages];
    let evicted = false;
    while (first + tokensOf(history) > this.contextWindow) {
      history.shift();
      evicted = true;
    }
    this.#history = history;
    if (evicted) this.dispatchEvent(new Event('contextoverflow'));
  }
}

function partsOf(messages: readonly Message[]) {
  return messages.flatMap(({ content }) =>
    typeof content === 'string' ? [{ type: 'text' as const, value: content }] : content,
  );
}

function picturesOf(messages: readonly Message[]): number {
  return partsOf(messages).filter(({ value }) => value instanceof ImageData).length;
}

function tokensOf(messages: readonly Message[]): number {
  return partsOf(messages).reduce(
    (sum, part) => sum + (part.type === 'image' ? IMAGE_TOKENS : Math.ceil(part.value.length / 4)),
    0,
  );
}
