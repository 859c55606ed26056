/** Every way in which a step can fail that a person can be told about. */
export const ERROR_CODES = [
  'file_not_found',
  'empty_file',
  'not_a_video',
  'unsupported_container',
  'unsupported_codec',
  'no_video_track',
  'truncated_file',
  'corrupt_file',
  'no_frames',
  'invalid_report',
  'model_missing',
  'model_invalid',
  'check_failed',
  'quota_exceeded',
  'device_lost',
  'out_of_memory',
  'worker_crashed',
  'cancelled',
  'timeout',
  'unsupported_browser',
  'internal',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** The plain form in which an error crosses worker boundaries and stands in reports of the command line. */
export interface ErrorData {
  code: ErrorCode;
  /** What happened and why: one sentence for a person. */
  message: string;
  /** What to do next: one sentence, or empty where nothing can be done. */
  remedy: string;
}

/** An error with a code, a sentence for a person and what to do next. */
export class LoupeError extends Error {
  override readonly name = 'LoupeError';
  readonly code: ErrorCode;
  readonly remedy: string;

  constructor(code: ErrorCode, message: string, remedy = '', options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.remedy = remedy;
  }

  toData(): ErrorData {
    return { code: this.code, message: this.message, remedy: this.remedy };
  }

  static fromData(data: ErrorData): LoupeError {
    return new LoupeError(data.code, data.message, data.remedy);
  }

  /** The error itself when it is coded already, else an `internal` (or `cancelled`) one that carries its message. */
  static from(reason: unknown): LoupeError {
    if (reason instanceof LoupeError) return reason;
    if (reason instanceof DOMException && reason.name === 'AbortError') return cancelled();
    const message = reason instanceof Error ? reason.message : String(reason);
    return new LoupeError(
      'internal',
      `Something failed inside Loupe: ${message}`,
      'Try again; if it happens again, the clip and this message belong in a bug report.',
      { cause: reason },
    );
  }
}

export function cancelled(): LoupeError {
  return new LoupeError(
    'cancelled',
    'The run was cancelled before any frame had been judged.',
    'Start it again when you like.',
  );
}
