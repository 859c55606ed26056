import { LoupeError } from '../../domain/error.ts';
import { parseReport, type Report } from '../../domain/report.ts';

/** Larger than any report of a long clip, in bytes; a video chosen by mistake is not read whole. */
const LARGEST_REPORT = 64 * 1024 * 1024;

/**
 * Reads and checks an exported report.
 * @throws LoupeError `invalid_report`
 */
export async function readReportFile(file: File): Promise<Report> {
  if (file.size > LARGEST_REPORT) throw notAReport(file, 'it is too large');
  let value: unknown;
  try {
    value = JSON.parse(await file.text());
  } catch (reason) {
    throw notAReport(file, reason instanceof SyntaxError ? 'it is not JSON' : 'it cannot be read');
  }
  try {
    return parseReport(value);
  } catch (reason) {
    const { code, message, remedy } = LoupeError.from(reason);
    throw new LoupeError(code, `“${file.name}” was not opened. ${message}`, remedy);
  }
}

function notAReport(file: File, why: string): LoupeError {
  return new LoupeError(
    'invalid_report',
    `“${file.name}” was not opened. This is not a Loupe report: ${why}.`,
    'Choose a JSON file that Loupe exported.',
  );
}
