import { type TransferHandler, transferHandlers } from 'comlink';
import { ERROR_CODES, type ErrorCode, LoupeError } from '../domain/error.ts';

/** What Comlink hands to its handler of thrown values. */
interface Thrown {
  value: unknown;
}

/** What crosses the boundary: Comlink's own form, where properties of `value` are assigned to a new Error. */
interface SerializedThrown {
  isError: true;
  value: { message: string; name: string; stack?: string; code: ErrorCode; remedy: string };
}

/**
 * Makes errors cross worker boundaries whole. Comlink keeps only name, message and stack; this adds code and remedy. To be
 * called once on each side before the first call.
 */
export function carryErrorsWhole(): void {
  // Comlink registers its handler of thrown values under this name; its type in the map is erased.
  const original = transferHandlers.get('throw') as TransferHandler<Thrown, SerializedThrown> | undefined;
  if (original === undefined) throw new Error('Comlink has no handler of thrown values any more.');
  transferHandlers.set('throw', {
    ...original,
    serialize: ({ value }: Thrown): [SerializedThrown, Transferable[]] => {
      const error = LoupeError.from(value);
      const { code, message, remedy, name, stack } = error;
      return [{ isError: true, value: { code, message, remedy, name, ...(stack === undefined ? {} : { stack }) } }, []];
    },
  });
}

/** Rebuilds the coded error from what Comlink rejects with. */
export function restoreError(reason: unknown): LoupeError {
  if (reason instanceof Error && 'code' in reason && 'remedy' in reason) {
    const code = ERROR_CODES.find((known) => known === reason.code);
    if (code !== undefined) return new LoupeError(code, reason.message, String(reason.remedy), { cause: reason });
  }
  return LoupeError.from(reason);
}
