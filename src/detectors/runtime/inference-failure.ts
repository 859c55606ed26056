import { LoupeError } from '../../domain/error.ts';

const MEMORY = /out of memory|bad_alloc|allocation failed/i;

/**
 * Puts what the inference runtime throws into Loupe's words.
 * @param name of what was to run, at the start of a sentence
 * @returns throws LoupeError `out_of_memory`, `model_invalid`; what is a LoupeError already as it is
 */
export function inferenceFailure(name: string): (reason: unknown) => never {
  return (reason) => {
    if (reason instanceof LoupeError) throw reason;
    const message = reason instanceof Error ? reason.message : String(reason);
    if (MEMORY.test(message))
      throw new LoupeError('out_of_memory', `${name} needs more memory than there is.`, 'Close other tabs first.');
    throw new LoupeError(
      'model_invalid',
      `${name} could not be run: ${message.slice(0, 300)}`,
      'Build the app again.',
      { cause: reason },
    );
  };
}
