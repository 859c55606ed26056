import { LoupeError } from '../domain/error.ts';

/** Turns what IndexedDB throws into an error with a sentence for a person. */
export function libraryError(reason: unknown): LoupeError {
  if (reason instanceof LoupeError) return reason;
  if (isQuotaError(reason))
    return new LoupeError(
      'quota_exceeded',
      'The browser has no room left to keep this report.',
      'Export it to a file now. Deleting old reports makes room for the next one.',
      { cause: reason },
    );
  if (reason instanceof DOMException && reason.name === 'VersionError')
    return new LoupeError(
      'unsupported_browser',
      'The reports kept here were written by a newer version of Loupe.',
      'Reload the page to get the newer version; nothing has been changed.',
      { cause: reason },
    );
  const detail = reason instanceof Error ? reason.message : String(reason);
  return new LoupeError(
    'unsupported_browser',
    `This browser does not let Loupe keep reports (${detail}).`,
    'Judging still works; export a report to keep it. Private windows and blocked site data are the usual cause.',
    { cause: reason },
  );
}

/** Chromium aborts the transaction with a QuotaExceededError; others reject the request with it. */
export function isQuotaError(reason: unknown): boolean {
  return reason instanceof Error && reason.name === 'QuotaExceededError';
}
