import { ZodError } from 'zod';
import { LoupeError } from '../../../domain/error.ts';

const MEMORY =
  /out of memory|bad_alloc|allocation failed|(?:failed to|could not|cannot) (?:allocate|enlarge)|invalid array length|memory access out of bounds/i;
const LOST = /device (?:was |is )?(?:lost|destroyed)|lost device/i;
const MISSING = /not found locally|could not locate file|file was not found|404/i;

const SMALLER_MODEL = 'Choose a smaller model, or close other tabs first.';

/** Puts what the inference runtime throws into Loupe's words. */
export function runtimeError(reason: unknown): LoupeError {
  if (reason instanceof LoupeError) return reason;
  if (reason instanceof ZodError)
    return modelInvalid(
      `In the model’s settings “${reason.issues[0]?.path.join('.') ?? ''}” is missing or wrong.`,
      reason,
    );
  const message = reason instanceof Error ? reason.message : String(reason);
  if (LOST.test(message)) return deviceLost(message);
  if (MEMORY.test(message))
    return new LoupeError('out_of_memory', 'The model needs more memory than it was given.', SMALLER_MODEL, {
      cause: reason,
    });
  if (MISSING.test(message)) return modelMissing(message);
  return modelInvalid(`The model could not be run: ${firstLine(message)}`, reason);
}

export function deviceLost(message: string): LoupeError {
  return new LoupeError(
    'device_lost',
    `The browser took the graphics processor away${message ? ` (${firstLine(message)})` : ''}.`,
    'Try again; if it happens again, another program may be using the graphics processor.',
  );
}

export function modelMissing(what: string): LoupeError {
  return new LoupeError(
    'model_missing',
    `A file of the model is missing: ${firstLine(what)}`,
    'Get the model again; its folder must be complete.',
  );
}

/** For a file that came, but not to its end. */
export function fileUnreadable(path: string, reason: unknown): LoupeError {
  const error = runtimeError(reason);
  if (error.code === 'out_of_memory') return error;
  const message = reason instanceof Error ? reason.message : String(reason);
  return modelInvalid(`“${path}” of the model could not be fetched whole: ${firstLine(message)}.`, reason);
}

export function modelInvalid(message: string, cause?: unknown): LoupeError {
  return new LoupeError('model_invalid', message, 'Get the model again, or choose another one.', { cause });
}

/** Messages of the runtime can hold whole tensors. */
function firstLine(text: string): string {
  const line = text.split('\n', 1)[0] ?? '';
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}
