import type { AnswerEvent, AskRequest, ViewRequest } from '../../../../src/judges/vision-language/judge-api.ts';
import { JudgeRuntime } from '../../../../src/judges/vision-language/runtime/judge-runtime.ts';
import { exposeApi } from '../../../../workers/expose.ts';
import { type Fault, faultIn } from './fault.ts';

/** workers/judge.ts, with the one fault that the worker's name tells. */
const fault = faultIn(self.name);

type Callback<Arguments extends unknown[]> = (...values: Arguments) => void | Promise<void>;

class FaultyRuntime extends JudgeRuntime {
  override look(view: ViewRequest, onProgress: (done: number, total: number) => void) {
    return super.look(view, failing('look', onProgress));
  }
  override ask(request: AskRequest, onEvent: (event: AnswerEvent) => void | Promise<void>) {
    return super.ask(request, failing('ask', onEvent));
  }
}

if (fault?.at === 'file') patchFetch(fault);
if (fault?.at === 'memory') takeMemoryAway();
let device: GPUDevice | null = null;
keepDevice();
exposeApi(new FaultyRuntime());

/** Hands events on, and lets the fault happen after as many of them as it says. */
function failing<Arguments extends unknown[]>(at: 'look' | 'ask', tell: Callback<Arguments>): Callback<Arguments> {
  if (fault?.at !== at) return tell;
  let told = 0;
  return async (...values) => {
    await tell(...values);
    told++;
    if (told !== fault.afterEvents) return;
    if (fault.what === 'the device is lost') device?.destroy();
    else {
      close();
      // A closed worker still ends the task it is in; one that was killed does not.
      await new Promise(() => undefined);
    }
  };
}

function patchFetch({ path, comes }: Extract<Fault, { at: 'file' }>): void {
  const { fetch } = self;
  self.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (!url.endsWith(path)) return await fetch(input, init);
    if (comes === 'missing') return new Response('Not found\n', { status: 404 });
    if (comes === 'garbled') return new Response('{"model_type": smol');
    if (comes === 'too large for memory') return failingBody(new RangeError('Array buffer allocation failed'));
    if (comes === 'broken off') return failingBody(new TypeError('network error'));
    if (comes !== 'truncated') return await fetch(comes.from, init);
    const bytes = await (await fetch(input, init)).arrayBuffer();
    return new Response(bytes.slice(0, bytes.byteLength / 2));
  };
}

function failingBody(error: Error): Response {
  return new Response(new ReadableStream({ pull: () => Promise.reject(error) }));
}

function takeMemoryAway(): void {
  WebAssembly.Memory = class {
    constructor() {
      throw new RangeError('WebAssembly.Memory(): could not allocate memory');
    }
    // Only constructed, never used: the constructor does not return.
  } as unknown as typeof WebAssembly.Memory;
}

function keepDevice(): void {
  if (typeof GPUAdapter === 'undefined') return;
  const { requestDevice } = GPUAdapter.prototype;
  GPUAdapter.prototype.requestDevice = async function (this: GPUAdapter, descriptor?: GPUDeviceDescriptor) {
    device = await requestDevice.call(this, descriptor);
    return device;
  };
}
